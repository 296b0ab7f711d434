import { readFile } from 'node:fs/promises'
import { parseBank } from '../bank/index.js'
import type { Issue } from '../index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { type Finding, type FindingsFormat, findingsFormats } from './findings.js'

/** Names all that is wrong in files of questions: exit code 0 where nothing is, 1 where something is. */
export const command: Command = async args => {
  const { values, positionals } = readArguments(
    args,
    { format: { type: 'string' } },
    Number.POSITIVE_INFINITY,
  )
  if (positionals.length === 0)
    throw new UsageError(['Name the files: quizwright validate rivers.yaml mountains.json'])
  const write = findingsFormats[formatNamed(values.format)]
  const findings: Finding[] = []
  for (const file of positionals) findings.push(...findingsIn(file, await readText(file)))
  process.stdout.write(write(findings))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
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

function findingsIn(file: string, text: string): readonly Finding[] {
  return parseBank(text).issues.map(issue => findingOf(file, issue))
}

/** An issue of a bank as a finding in its file. */
export function findingOf(file: string, { line, column, path, severity, code, message }: Issue): Finding {
  return { file, line: line ?? null, column: column ?? null, path: path.join('.'), severity, code, message }
}
