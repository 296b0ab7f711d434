import { parseBank, placeIssues } from '../bank/index.js'
import type { Bank, Issue } from '../index.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import { merged } from './banks.js'
import { type Finding, findingOf } from './findings.js'
import { foreignIssue } from './foreign.file.js'
import { asInText } from './in-text.js'
import { isModule, readModule } from './module.file.js'
import { nameOf } from './read-text.js'

/** A file with its text. */
export interface FileText {
  readonly file: string
  readonly text: string
}

/** A bank with the text of its file, and what was found when it was read. */
export interface BankFile extends FileText {
  readonly bank: Bank<BuiltInQuestion>
  readonly issues: readonly Issue[]
}

/** What was found when a file was read, and its bank where it has one. */
interface ReadFile {
  /** False for a module, and for a file of another format. */
  readonly isBank: boolean
  readonly issues: readonly Issue[]
  readonly bank: BankFile | null
}

export async function readBankFile({ file, text }: FileText): Promise<ReadFile> {
  if (isModule(text)) return { isBank: false, issues: (await readModule(file, text)).issues, bank: null }
  const { bank, issues } = parseBank(text)
  const foreign = bank ? null : await foreignIssue(file, text)
  if (foreign) return { isBank: false, issues: [foreign], bank: null }
  return { isBank: true, issues, bank: bank && { file, text, bank, issues } }
}

/** What is looked at as one bank. */
export interface Whole {
  readonly bank: Bank<BuiltInQuestion>
  /** What is found in it, where it stands in its files. */
  tell(found: readonly Issue[]): readonly Finding[]
}

export function alone({ file, text, bank, issues }: BankFile): Whole {
  return {
    bank,
    tell: found => placeIssues(text, found.map(asInText(issues))).map(issue => findingOf(file, issue)),
  }
}

/** Several files as one bank, as they are played. */
export async function together(files: readonly BankFile[]): Promise<Whole> {
  const banks = files.map(({ bank }) => bank)
  const names = files.map(({ file }) => file)
  return {
    bank: await merged(banks, names),
    tell: found =>
      files.flatMap((file, at) => alone(file).tell(found.flatMap(issue => inPart(issue, at, banks)))),
  }
}

/** The issue as it is in one of the banks; none where it stands in another. What is about all of them stands in the first. */
function inPart(issue: Issue, at: number, banks: readonly Bank[]): readonly Issue[] {
  const [list, index, field, rule] = issue.path
  if (list === 'lint') return []
  if (typeof index !== 'number') return at === 0 ? [issue] : []
  const counts = banks.map(bank => listIn(bank, list).length)
  const own = index - counts.slice(0, at).reduce((sum, count) => sum + count, 0)
  if (own < 0 || own >= (counts[at] ?? 0)) return []
  const isBanks = field === 'lint' && !Object.hasOwn(banks[at]?.questions[own]?.lint ?? {}, String(rule))
  return isBanks ? [] : [{ ...issue, path: [String(list), own, ...issue.path.slice(2)] }]
}

const listIn = (bank: Bank, name: unknown): readonly unknown[] =>
  name === 'questions' || name === 'objectives' || name === 'sources' ? (bank[name] ?? []) : []

/** What keeps banks from being one, as errors; and as infos the ids that questions of several of them have. */
export function clashesAmong(files: readonly BankFile[]): readonly Finding[] {
  const banks = new Map<string, string>()
  const questions = new Map<string, { readonly place: string; readonly bankId: string }>()
  const [first] = files
  return files.flatMap(one => {
    const { bank } = one
    const file = nameOf(one.file)
    const found: Issue[] = []
    const sameId = banks.get(bank.id)
    if (sameId === undefined) banks.set(bank.id, file)
    else
      found.push({
        code: 'repeated-id',
        severity: 'error',
        path: ['id'],
        message: `The id '${bank.id}' belongs to the bank in ${sameId} already; to be one, each needs an id of its own.`,
      })
    if (first && textOf(bank) !== textOf(first.bank))
      found.push({
        code: 'mixed-text',
        severity: 'error',
        path: bank.text ? ['text'] : [],
        message: `The texts here are ${textOf(bank)}, those in ${nameOf(first.file)} ${textOf(first.bank)}; to be one, banks need the same 'text'.`,
      })
    const ids = bank.questions.map((_, index) => ['questions', index, 'id'] as const)
    const places = alone(one).tell(ids.map(path => ({ code: '', severity: 'info', path, message: '' })))
    for (const [index, { id }] of bank.questions.entries()) {
      const other = questions.get(id)
      const { line, column } = places[index] ?? {}
      if (!other) questions.set(id, { place: `${file}:${line}:${column}`, bankId: bank.id })
      else if (other.bankId !== bank.id)
        found.push({
          code: 'repeated-id',
          severity: 'info',
          path: ['questions', index, 'id'],
          message: `The id '${id}' stands in ${other.place}, too. As one, they are '${other.bankId}:${id}' and '${bank.id}:${id}'; mergeBanks needs 'prefix' for that.`,
        })
    }
    return alone(one).tell(found)
  })
}

/** Says, as an info, that banks for different grades of school are for none as one, so that no text is held to it. */
export function gradesApart(files: readonly BankFile[]): readonly Finding[] {
  const grades = files.map(({ bank }) => bank.readability?.grade)
  const at = grades.findIndex(grade => grade !== undefined)
  const first = files[at]
  if (!first || new Set(grades).size === 1) return []
  const each = files.map(({ file }, index) => `${nameOf(file)}: ${grades[index] ?? 'none'}`).join(', ')
  return alone(first).tell([
    {
      code: 'mixed-grades',
      severity: 'info',
      path: ['readability', 'grade'],
      message: `The banks don't name the same grade (${each}): as one, they have none, and 'reading-level' is left out. Name one for all with --grade ${grades[at]}, or look at each by itself, without --together.`,
    },
  ])
}

const textOf = ({ text }: Bank) => text ?? 'markdown'
