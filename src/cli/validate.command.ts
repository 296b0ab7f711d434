import { extname } from 'node:path'
import { placeIssues } from '../bank/index.js'
import type { Issue, Question } from '../index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { filesNamed } from './files-named.js'
import { type Finding, type FindingsFormat, findingOf, findingsFormats, type Help } from './findings.js'
import { asInText } from './in-text.js'
import { missingFiles } from './media.files.js'
import { namedAmong } from './named.js'
import { print } from './print.js'
import { readText } from './read-text.js'
import { type BankFile, clashesAmong, type FileText, readBankFile, together, type Whole } from './together.js'
import { type Laid, layTranslation, type TranslationFile, translationFor } from './translation.js'

const options = {
  format: { type: 'string' },
  translation: { type: 'string' },
  together: { type: 'boolean' },
} as const

/** Names all that is wrong in files of questions and in modules: exit code 1 where there is an error or a text to translate. */
export const command: Command = async args => {
  const { values, positionals } = readArguments('validate', args, options, Number.POSITIVE_INFINITY)
  if (positionals.length === 0)
    throw new UsageError(['Name the files: quizwright validate rivers.yaml mountains.json'])
  const files = await filesNamed(positionals)
  const theirs = await translationFor('validate', files, values)
  const findings = await tellFindings(files, formatNamed(values.format), async texts => {
    const checked = await Promise.all(texts.map(checkFile))
    const banks = checked.flatMap(({ bank }) => bank ?? [])
    const clashes = values.together ? clashesAmong(banks) : []
    const isOne = banks.length > 0 && clashes.every(({ severity }) => severity !== 'error')
    const whole = theirs && isOne ? await together(banks) : null
    return [
      ...checked.flatMap(({ own }) => own),
      ...clashes,
      ...(whole && theirs
        ? findingsInTranslation(whole, layTranslation(whole.bank, theirs.text), theirs)
        : []),
    ]
  })
  return findings.some(({ severity, code }) => severity === 'error' || code === 'untranslated') ? 1 : 0
}

/** What is wrong in one file; and its bank, where it has one. */
async function checkFile({ file, text }: FileText): Promise<{
  readonly own: readonly Finding[]
  readonly bank: BankFile | null
}> {
  const findings = (issues: readonly Issue[]) => issues.map(issue => findingOf(file, issue))
  const { isBank, issues, bank } = await readBankFile({ file, text })
  if (!isBank) return { own: findings(issues), bank }
  const lost = bank ? (await missingFiles(file, bank.bank)).map(asInText(issues)) : []
  const strict = strictly(file, text, issues)
  if (strict.length > 0 && jsonComment.test(text)) return { own: findings(strict), bank: null }
  const told = [...strict, ...issues, ...placeIssues(text, lost)].sort(byPlace)
  return { own: findings(told), bank }
}

const byPlace = (one: Issue, other: Issue) =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)

/** To YAML, what stands in it is part of the next name, and the rest of what is said would only follow from that. */
const jsonComment = /(?:^|[,[{])\s*\/[/*]/m

/** A bank is read as YAML where it is no JSON; but a file that is called JSON is for others too, who read it strictly. */
function strictly(file: string, text: string, issues: readonly Issue[]): readonly Issue[] {
  if (extname(file) !== '.json' || issues.some(({ code }) => code === 'syntax')) return []
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''))
    return []
  } catch (error) {
    const reason = (error as Error).message
    const before = text.slice(0, Number(/position (\d+)/.exec(reason)?.[1] ?? 0)).split('\n')
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1]
    const message = `The file's name says JSON, but it is none: ${reason}. Leave out comments and a comma before a closing bracket, and write " around names and texts; or let the name end in .yaml.`
    return [{ code: 'syntax', severity: 'error', path: [], message, line, column }]
  }
}

/** What is missing is told where it stands in the bank, what is wrong where it stands in the translation. */
export function findingsInTranslation(
  { tell }: Whole,
  { missing, wrong }: Laid<Question>,
  theirs: TranslationFile,
): readonly Finding[] {
  return [...tell(missing), ...wrong.map(issue => findingOf(theirs.file, issue))]
}

/**
 * Prints what is found in files.
 *
 * @throws UsageError when files can't be read, once the others are told of.
 */
export async function tellFindings(
  files: readonly string[],
  format: FindingsFormat,
  find: (texts: readonly FileText[]) => Promise<readonly Finding[]>,
  helpOn: (code: string) => Help | null = () => null,
): Promise<readonly Finding[]> {
  const texts: FileText[] = []
  const unread: string[] = []
  for (const file of files) {
    const text = await readText(file).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error
      unread.push(...error.problems)
      return null
    })
    if (text !== null) texts.push({ file, text })
  }
  const findings = await find(texts)
  const told = findingsFormats[format](findings, helpOn)
  if (format === 'text') {
    // That nothing is wrong is not known of a file that can't be read.
    if (findings.length > 0 || unread.length === 0) print(told)
  } else if (unread.length < files.length) process.stdout.write(told)
  if (unread.length > 0) throw new UsageError(unread)
  return findings
}

/** @throws UsageError when there is no such format. */
export function formatNamed(name = 'text'): FindingsFormat {
  return namedAmong('There is no format', name, Object.keys(findingsFormats) as FindingsFormat[])
}
