import { readFile } from 'node:fs/promises'
import type { Bank, Issue } from '../index.js'
import { bundledBanks } from '../questions/index.js'
import { UsageError } from './command.js'
import { safeLine } from './plain-text.js'

/**
 * Opens a bank by the id of a bundled one, alone or after its topic, or by the path to a file.
 *
 * @throws UsageError naming all that is wrong with it, and where.
 */
export async function openBank(reference: string): Promise<Bank> {
  const bundled = bundledBanks.find(({ id, topic }) => reference === id || reference === `${topic}/${id}`)
  return bundled ?? openFile(reference)
}

async function openFile(path: string): Promise<Bank> {
  const text = await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    throw new UsageError([await whyUnread(path, error)])
  })
  // What reads banks is loaded for files alone: the bundled ones were checked when they were built.
  const { parseBank } = await import('../bank/index.js')
  const { bank, issues } = parseBank(text)
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (bank && errors.length === 0) return bank
  const { isModule } = await import('./module.file.js')
  if (isModule(text))
    throw new UsageError([safeLine(`${path} is a module, and no bank: quizwright learn ${path}`)])
  throw new UsageError(errors.map(issue => placed(path, issue)))
}

async function whyUnread(path: string, { code, message }: NodeJS.ErrnoException): Promise<string> {
  if (code === 'EISDIR') return `${path} is a folder; name the bank's file.`
  if (code !== 'ENOENT') return `${path} can't be read: ${message}`
  const ids = bundledBanks.map(({ id }) => id)
  const { didYouMean } = await import('../bank/index.js')
  const hint = didYouMean(path, ids) || ` Bundled are: ${ids.join(', ')}.`
  return `There is neither a bundled bank nor a file '${path}'.${hint}`
}

/** As compilers write it, so that editors and people find the place. */
function placed(path: string, { line, column, message, path: inside }: Issue): string {
  const where = line === undefined ? path : `${path}:${line}:${column ?? 1}`
  const inBank = inside.length > 0 ? ` (${inside.join('.')})` : ''
  return safeLine(`${where}: ${message}${inBank}`)
}

/** Minutes to expect: as the bank says, else three quarters of one for each question. */
export function minutesFor({ minutes, questions }: Bank): number {
  return minutes ?? Math.ceil(questions.length * 0.75)
}
