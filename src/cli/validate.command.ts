import { readFile } from 'node:fs/promises'
import { parseBank } from '../bank/index.js'
import type { Issue } from '../index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { type Finding, type FindingsFormat, findingsFormats } from './findings.js'
import { isModule, readModule } from './module.file.js'

/** Names all that is wrong in files of questions and in modules: exit code 0 where nothing is, 1 where something is. */
export const command: Command = async args => {
  const { values, positionals } = readArguments(
    args,
    { format: { type: 'string' } },
    Number.POSITIVE_INFINITY,
  )
  if (positionals.length === 0)
    throw new UsageError(['Name the files: quizwright validate rivers.yaml mountains.json'])
  const findings = await tellFindings(positionals, formatNamed(values.format), findingsIn)
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
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
  if (unread.length < files.length) process.stdout.write(findingsFormats[format](findings))
  if (unread.length > 0) throw new UsageError(unread)
  return findings
}

/** @throws UsageError when there is no such format. */
export function formatNamed(name = 'text'): FindingsFormat {
  if (Object.hasOwn(findingsFormats, name)) return name as FindingsFormat
  throw new UsageError([
    `There is no format '${name}'. There are: ${Object.keys(findingsFormats).join(', ')}.`,
  ])
}

/** @throws UsageError when the file can't be read. */
export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError([
      error.code === 'ENOENT' ? `There is no file '${file}'.` : `${file} can't be read: ${error.message}`,
    ])
  })
}

async function findingsIn(file: string, text: string): Promise<readonly Finding[]> {
  const { issues } = isModule(text) ? await readModule(file, text) : parseBank(text)
  return issues.map(issue => findingOf(file, issue))
}

/** An issue of a bank or a module as a finding in its file. */
export function findingOf(file: string, { line, column, path, severity, code, message }: Issue): Finding {
  return { file, line: line ?? null, column: column ?? null, path: path.join('.'), severity, code, message }
}
