import { extname } from 'node:path'
import { parseBank, placeIssues } from '../bank/index.js'
import type { Issue, Question } from '../index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { filesNamed } from './files-named.js'
import { type Finding, type FindingsFormat, findingsFormats, type Help } from './findings.js'
import { foreignIssue } from './foreign.file.js'
import { asInText } from './in-text.js'
import { missingFiles } from './media.files.js'
import { isModule, readModule } from './module.file.js'
import { namedAmong } from './named.js'
import { print } from './print.js'
import { nameOf, readText } from './read-text.js'
import { type Laid, layTranslation, type TranslationFile, translationFor } from './translation.js'

const options = { format: { type: 'string' }, translation: { type: 'string' } } as const

/** Names all that is wrong in files of questions and in modules: exit code 1 where there is an error or a text to translate. */
export const command: Command = async args => {
  const { values, positionals } = readArguments(args, options, Number.POSITIVE_INFINITY)
  if (positionals.length === 0)
    throw new UsageError(['Name the files: quizwright validate rivers.yaml mountains.json'])
  const files = await filesNamed(positionals)
  const theirs = await translationFor('validate', files, values.translation)
  const findings = await tellFindings(files, formatNamed(values.format), async (file, text) => {
    if (isModule(text)) return (await readModule(file, text)).issues.map(issue => findingOf(file, issue))
    const { bank, issues } = parseBank(text)
    const foreign = bank ? null : await foreignIssue(file, text)
    if (foreign) return [findingOf(file, foreign)]
    const lost = bank ? (await missingFiles(file, bank)).map(asInText(issues)) : []
    const strict = strictly(file, text, issues)
    if (strict.length > 0 && jsonComment.test(text)) return strict.map(issue => findingOf(file, issue))
    const told = [...strict, ...issues, ...placeIssues(text, lost)].sort(byPlace)
    const own = told.map(issue => findingOf(file, issue))
    return theirs && bank
      ? [...own, ...findingsInTranslation({ file, text }, layTranslation(bank, theirs.text), theirs)]
      : own
  })
  return findings.some(({ severity, code }) => severity === 'error' || code === 'untranslated') ? 1 : 0
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
  { file, text }: { readonly file: string; readonly text: string },
  { missing, wrong }: Laid<Question>,
  theirs: TranslationFile,
): readonly Finding[] {
  return [
    ...placeIssues(text, missing).map(issue => findingOf(file, issue)),
    ...wrong.map(issue => findingOf(theirs.file, issue)),
  ]
}

/**
 * Prints what is found in files.
 *
 * @throws UsageError when files can't be read, once the others are told of.
 */
export async function tellFindings(
  files: readonly string[],
  format: FindingsFormat,
  find: (file: string, text: string) => Promise<readonly Finding[]>,
  helpOn: (code: string) => Help | null = () => null,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const unread: string[] = []
  for (const file of files) {
    const text = await readText(file).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error
      unread.push(...error.problems)
      return null
    })
    if (text !== null) findings.push(...(await find(file, text)))
  }
  if (unread.length < files.length) {
    const told = findingsFormats[format](findings, helpOn)
    if (format === 'text') print(told)
    else process.stdout.write(told)
  }
  if (unread.length > 0) throw new UsageError(unread)
  return findings
}

/** @throws UsageError when there is no such format. */
export function formatNamed(name = 'text'): FindingsFormat {
  return namedAmong('There is no format', name, Object.keys(findingsFormats) as FindingsFormat[])
}

/** An issue of a bank or a module as a finding in its file. */
export function findingOf(file: string, { line, column, path, severity, code, message }: Issue): Finding {
  return {
    file: nameOf(file),
    line: line ?? null,
    column: column ?? null,
    path: path.join('.'),
    severity,
    code,
    message,
  }
}
