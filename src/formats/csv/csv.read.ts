import type { BuiltInQuestion } from '../../interactions/index.js'
import { type Collector, createCollector, letter, type Note, tagsIn } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { columns, kinds, type Row, runs } from './csv.kinds.js'
import { type Line, linesIn } from './csv.table.js'

/**
 * Reads questions from CSV, or TSV: a line each, under the header that `docs/formats.md` tells. Columns may stand in
 * any order, and what is not there is empty. A line that is no question is named, and reading goes on.
 */
export function readCsv(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const delimiter = delimiterOf(text) ?? ','
  const lines = linesIn(tableOf(text), delimiter)
  const header: Line | undefined = lines.next().value
  if (!header) return collector.finish(null)
  const names = namesIn(header)
  const missing = ['type', 'stem'].filter(name => !names.includes(name))
  if (missing.length > 0) {
    const message = `The first line names the columns; there is none '${missing.join("', '")}'. Columns: ${columns.join(', ')}, choice 1, feedback 1, …`
    collector.drop({ kind: 'header', line: header.line }, { code: 'no-header', message })
    return collector.finish(null)
  }
  const known = new Set<string>()
  for (const [index, name] of names.entries()) {
    const isKnown = columns.includes(name) || /^(?:choice|feedback) [1-9]\d{0,3}$/.test(name)
    if (isKnown && !known.has(name)) known.add(name)
    else {
      names[index] = ''
      const [code, message] = isKnown
        ? ['repeated-column', `The column '${name}' is there already; the first is taken.`]
        : ['unknown-column', `The column '${name}' is left out.`]
      if (name !== '') collector.drop({ kind: 'column', line: header.line }, { code, message })
    }
  }
  for (const { cells, line, isOpen } of lines) {
    if (isOpen) {
      const message = 'A quotation mark that opens in this line is never closed, and the line is left out.'
      collector.drop({ kind: 'line', line }, { code: 'not-csv', message })
      continue
    }
    const row: { [column: string]: string } = {}
    for (let index = 0; index < cells.length; index++) {
      const name = names[index]
      const cell = plainCell(cells[index] ?? '')
      if (name && cell !== '') row[name] = cell
    }
    const nameless = cells.filter((cell, index) => cell.trim() !== '' && !header.cells[index]?.trim())
    collectRow(collector, row, { line, delimiter, nameless })
  }
  return collector.finish(null)
}

/** The text behind what Excel writes before the first line. */
const tableOf = (text: string) => text.replace(/^\uFEFF/, '').replace(/^"?sep=(.)"?[ \t,;]*(?=[\r\n])/i, '')

/** The names of columns, however they are spelt: `Choice 1`, `choice_1`, `choice #01`. */
const namesIn = ({ cells }: Line) =>
  cells.map(cell =>
    cell
      .trim()
      .toLowerCase()
      .replace(/^(choice|feedback)\s{0,9}[_#-]?0{0,9}(?=[1-9])/, '$1 '),
  )

/** The sign that parts the names of the columns; null where the first line names none. */
export function delimiterOf(text: string): string | null {
  // Much longer than the names of all columns together.
  const start = tableOf(text.slice(0, 50_000))
  const isNamed = (sign: string) => {
    const [header] = linesIn(start, sign)
    const names = header ? namesIn(header) : []
    return names.includes('type') && names.includes('stem')
  }
  return ['\t', ';', ','].find(isNamed) ?? null
}

/** A number in which the sign that parts thousands in a spreadsheet of that language may stand for the decimals, too. */
const thousandsIn = (cell: string | undefined, delimiter: string) =>
  (delimiter === ';'
    ? /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/
    : /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])/
  ).exec(cell ?? '')?.[0]

/** Numbers with a comma in them, as in `3,5`, have a point. */
const pointed = (cell: string) => cell.replace(/(\d),(?=\d)/g, '$1.')

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
const plainCell = (cell: string) =>
  (cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell).trim()

const readable = Object.entries(kinds)
  .flatMap(([name, kind]) => ('cannot' in kind ? [] : [name]))
  .join(', ')

interface Place {
  readonly line: number
  readonly delimiter: string
  /** Cells under no name. */
  readonly nameless: readonly string[]
}

function collectRow(collector: Collector, row: Row, { line, delimiter, nameless }: Place) {
  const type = (row.type ?? '').toLowerCase().replace(/[\s_/]+/g, '-')
  const origin = { kind: type, line }
  const kind = Object.hasOwn(kinds, type) ? kinds[type as keyof typeof kinds] : undefined
  if (!kind || 'cannot' in kind) {
    const message = kind ? kind.cannot : `There is no kind '${type}'. Kinds: ${readable}.`
    return collector.drop(origin, { code: 'unknown-kind', message })
  }
  const isNumber = type === 'numeric'
  const thousands = isNumber ? thousandsIn(row.key, delimiter) : undefined
  if (thousands) {
    const [whole, short] = [thousands.replace(/\D/, ''), Number(thousands.replace(',', '.'))]
    const message = `The key has '${thousands}', which may be ${whole} or ${short}. Write it so.`
    return collector.drop(origin, { code: 'unclear-key', message })
  }
  const own: object = kind.read(isNumber ? { ...row, key: pointed(row.key ?? '') } : row, choicesIn(row))
  if ('code' in own) return collector.drop(origin, own as Note)
  const points = thousandsIn(row.points, delimiter) ? 0 : Number(pointed(row.points ?? ''))
  const isOdd = row.points !== undefined && !(points > 0 && points < Number.POSITIVE_INFINITY)
  const odd = { code: 'odd-points', message: `'${row.points}' is no number of points; it is left out.` }
  const { tags, notes: tagNotes } = tagsIn(row.tags)
  const question = {
    id: collector.idFor(row.id ?? ''),
    type,
    stem: row.stem ?? '',
    ...own,
    ...(points > 0 && !isOdd && { points }),
    ...(row.objective && { objective: row.objective }),
    ...(tags.length > 0 && { tags }),
    ...(row.difficulty && { difficulty: row.difficulty }),
    ...(row.hint && { hints: [{ text: row.hint }] }),
    ...(row.feedback && { feedback: { general: row.feedback } }),
    ...(row.solution && { solution: row.solution }),
  }
  const left = [...unusedIn(row, own), ...nameless.map(cell => `'${cell.trim()}'`)]
  const message = `Left out, as there is no place for it: ${left.join(', ')}.`
  const notes = [
    ...(isOdd ? [odd] : []),
    ...tagNotes,
    ...(left.length > 0 ? [{ code: 'unused-cells', message }] : []),
  ]
  collector.add(question as unknown as BuiltInQuestion, origin, notes)
}

/** Columns that a line fills and that its kind has no use for. */
function unusedIn(row: Row, own: object): readonly string[] {
  const hasFeedback = 'choices' in own
  const hasChoices = hasFeedback || 'items' in own
  return Object.keys(row).filter(name => {
    if (name === 'key') return !('key' in own)
    const [, list, number] = /^(choice|feedback) (\d+)$/.exec(name) ?? []
    if (list === 'choice') return !hasChoices
    return list === 'feedback' && !(hasFeedback && row[`choice ${number}`])
  })
}

/** The choices of a line with their feedback; ids go by their columns. */
function choicesIn(row: Row) {
  const numbers = Object.keys(row).flatMap(name => /^choice (\d+)$/.exec(name)?.[1] ?? [])
  return numbers
    .map(Number)
    .sort((one, other) => one - other)
    .map(number => {
      const text = row[`choice ${number}`] ?? ''
      const feedback = row[`feedback ${number}`]
      return { id: letter(number - 1), text, ...(feedback && { feedback }) }
    })
}
