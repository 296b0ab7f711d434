import { parse } from 'csv-parse/sync'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { type Collector, createCollector, letter, type Note } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { columns, kinds, type Row, runs } from './csv.kinds.js'

/**
 * Reads questions from CSV, or TSV: a line each, under the header that `docs/formats.md` tells. Columns may stand in
 * any order, and what is not there is empty. A line that is no question is named, and reading goes on.
 */
export function readCsv(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const [header, ...lines] = recordsIn(text, collector)
  if (!header) return collector.finish(null)
  const names = header.record.map(name => name.trim().toLowerCase())
  const known = [...columns, ...names.filter(name => /^(?:choice|feedback) \d+$/.test(name))]
  const missing = ['type', 'stem'].filter(name => !names.includes(name))
  if (missing.length > 0) {
    const message = `The first line names the columns; there is none '${missing.join("', '")}'. Columns: ${columns.join(', ')}, choice 1, feedback 1, …`
    collector.drop({ kind: 'header', line: header.line }, { code: 'no-header', message })
    return collector.finish(null)
  }
  for (const name of names)
    if (!known.includes(name) && name !== '')
      collector.report({
        fate: 'dropped',
        question: null,
        kind: 'column',
        line: header.line,
        code: 'unknown-column',
        message: `The column '${name}' is left out.`,
      })
  for (const { record, line } of lines) {
    const row: Row = Object.fromEntries(names.map((name, index) => [name, plainCell(record[index] ?? '')]))
    collectRow(collector, hasCommas(text) ? withPoints(row) : row, line)
  }
  return collector.finish(null)
}

interface Line {
  readonly record: readonly string[]
  readonly line: number
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  return ['\t', ';', ','].find(sign => first.includes(sign)) ?? ','
}

/** Spreadsheets part columns by semicolons where the comma stands in numbers. */
const hasCommas = (text: string) => delimiterOf(text) === ';'

function withPoints(row: Row): Row {
  const pointed = (cell = '') => cell.replace(/(\d),(?=\d)/g, '$1.')
  return {
    ...row,
    points: pointed(row.points),
    key: row.type === 'numeric' ? pointed(row.key) : (row.key ?? ''),
  }
}

function recordsIn(text: string, collector: Collector): readonly Line[] {
  const delimiter = delimiterOf(text)
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly {
      readonly record: readonly string[]
      readonly info: { readonly lines: number }
    }[]
    return records.map(({ record, info }) => ({
      record,
      line: info.lines - record.join('').split('\n').length + 1,
    }))
  } catch (error) {
    const message = error instanceof Error ? error.message : 'It is no CSV.'
    collector.drop(
      { kind: 'file', line: Number(/line (\d+)/.exec(message)?.[1] ?? 1) },
      { code: 'not-csv', message },
    )
    return []
  }
}

/** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
const plainCell = (cell: string) =>
  (cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell).trim()

function collectRow(collector: Collector, row: Row, line: number) {
  const type = row.type ?? ''
  const origin = { kind: type, line }
  const kind = Object.hasOwn(kinds, type) ? kinds[type as keyof typeof kinds] : undefined
  if (!kind || 'cannot' in kind) {
    const names = Object.entries(kinds).flatMap(([name, one]) => ('cannot' in one ? [] : [name]))
    const message = kind ? kind.cannot : `There is no kind '${type}'. Kinds: ${names.join(', ')}.`
    return collector.drop(origin, { code: 'unknown-kind', message })
  }
  const own = kind.read(row, choicesIn(row))
  if ('code' in own) return collector.drop(origin, own as Note)
  const points = Number(row.points)
  const isOdd = row.points !== undefined && row.points !== '' && !(points > 0)
  const odd = { code: 'odd-points', message: `'${row.points}' is no number of points; it is left out.` }
  const tags = (row.tags ?? '').split(/[\s,;]+/).filter(tag => tag !== '')
  const question = {
    id: collector.idFor(row.id ?? ''),
    type,
    stem: row.stem ?? '',
    ...own,
    ...(points > 0 && { points }),
    ...(row.objective && { objective: row.objective }),
    ...(tags.length > 0 && { tags }),
    ...(row.difficulty && { difficulty: row.difficulty }),
    ...(row.hint && { hints: [{ text: row.hint }] }),
    ...(row.feedback && { feedback: { general: row.feedback } }),
    ...(row.solution && { solution: row.solution }),
  }
  collector.add(question as unknown as BuiltInQuestion, origin, isOdd ? [odd] : [])
}

/** The choices of a line with their feedback; ids go by their columns. */
function choicesIn(row: Row) {
  const numbers = Object.keys(row).flatMap(name => /^choice (\d+)$/.exec(name)?.[1] ?? [])
  return numbers
    .map(Number)
    .sort((one, other) => one - other)
    .flatMap(number => {
      const text = row[`choice ${number}`] ?? ''
      const feedback = row[`feedback ${number}`] ?? ''
      return text === '' ? [] : [{ id: letter(number - 1), text, ...(feedback !== '' && { feedback }) }]
    })
}
