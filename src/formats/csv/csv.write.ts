import { stringify } from 'csv-stringify/sync'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'
import type { Exported } from '../format.js'
import { bankLosses, reportLosses } from '../losses.js'
import { columns, kinds, runs } from './csv.kinds.js'
import { readCsv } from './csv.read.js'

/**
 * Writes a bank as CSV for a spreadsheet; no cell is taken for a formula. The report names what has no place in a line.
 * Where there is more than ASCII, a byte order mark stands first.
 */
export function writeCsv(bank: Bank<BuiltInQuestion>): Exported {
  return writeTable(bank, ',')
}

/** The same with tabs between. */
export function writeTsv(bank: Bank<BuiltInQuestion>): Exported {
  return writeTable(bank, '\t')
}

function writeTable(bank: Bank<BuiltInQuestion>, delimiter: string): Exported {
  const refused = new Map<string, string>()
  const lines: { readonly [column: string]: string }[] = []
  let most = 0
  for (const question of bank.questions) {
    const kind = kinds[question.type] as (typeof kinds)['essay']
    if ('cannot' in kind) {
      refused.set(question.id, kind.cannot)
      continue
    }
    const { key, choices } = kind.write(question as never)
    most = Math.max(most, choices.length)
    const cells: { [column: string]: string } = { ...commonOf(question), key }
    for (const [index, { text, feedback = '' }] of choices.entries()) {
      cells[`choice ${index + 1}`] = text
      cells[`feedback ${index + 1}`] = feedback
    }
    lines.push(cells)
  }
  const numbers = Array.from({ length: most }, (_, index) => [`choice ${index + 1}`, `feedback ${index + 1}`])
  const header = [...columns, ...numbers.flat()]
  const content = stringify([header, ...lines.map(line => header.map(name => safeCell(line[name] ?? '')))], {
    delimiter,
  })
  const read = readCsv(content)
  const report = [...reportLosses(bank, read, refused), ...bankLosses(bank, read.bank)]
  return { content: marked(content), media: [], report }
}

function commonOf({
  id,
  type,
  stem,
  points,
  objective,
  tags,
  difficulty,
  hints,
  feedback,
  solution,
}: BuiltInQuestion) {
  return {
    id,
    type,
    stem,
    points: points === undefined ? '' : String(points),
    objective: objective ?? '',
    tags: (tags ?? []).join(' '),
    difficulty: difficulty ?? '',
    hint: hints?.[0]?.text ?? '',
    feedback: feedback?.general ?? '',
    solution: solution ?? '',
  }
}

/** Excel takes a text without the mark for Windows-1252; LibreOffice and Google Sheets take either. */
const marked = (content: string) => (/[^\p{ASCII}]/u.test(content) ? `\uFEFF${content}` : content)

/** A spreadsheet runs what begins with one of these signs; an apostrophe before it makes it a text (OWASP, CSV injection). */
const safeCell = (cell: string) => (/^-?\d+(?:\.\d+)?$/.test(cell) ? cell : cell.replace(runs, "'$&"))
