import type { Bank, Issue, Question } from '../index.js'
import { bundledBanks } from '../questions/index.js'
import { UsageError } from './command.js'
import { errorLines } from './error-lines.js'
import { safeLine } from './plain-text.js'
import { readText } from './read-text.js'
import { partsOf } from './reference.js'

/**
 * Opens what a reference names: each bank by the id of a bundled one, alone or after its topic, or by the path to a file.
 * Several become one, with each bank's id before the ids of its questions.
 *
 * @throws UsageError naming all that is wrong, and where.
 */
export async function openBank(reference: string): Promise<Bank> {
  const { banks, translation } = partsOf(reference)
  const bank = await merged(await Promise.all(banks.map(openOne)), banks)
  return translation === undefined ? bank : (await translated(bank, translation)).bank
}

async function openOne(reference: string): Promise<Bank> {
  const bundled = bundledBanks.find(({ id, topic }) => reference === id || reference === `${topic}/${id}`)
  return bundled ?? openFile(reference)
}

/**
 * One bank out of several; one alone as it is.
 *
 * @param names what each is called by whoever named it, for what is said of them.
 * @throws UsageError when they can't be one.
 */
export async function merged<Q extends Question>(
  banks: readonly Bank<Q>[],
  names: readonly string[],
): Promise<Bank<Q>> {
  const [first, ...others] = banks
  if (first && others.length === 0) return first
  const { mergeBanks } = await import('../bank/index.js')
  const [ids, titles] = [banks.map(({ id }) => id), banks.map(({ title }) => title)]
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) < index))
  if (repeated.size > 0)
    throw new UsageError(
      [...repeated].map(
        id =>
          `Several of these banks have the id '${id}' (${names.filter((_, index) => ids[index] === id).join(', ')}): name each once, and give each an id of its own in its file, or a file name in formats that have no ids.`,
      ),
    )
  try {
    return mergeBanks(banks, { id: ids.join('.').slice(0, 128), title: titles.join(', '), prefix: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError([safeLine(error.message)])
  }
}

/**
 * A bank in the language of a translation's file, and what is missing of it.
 *
 * @throws UsageError when the file can't be read, or translates what there isn't.
 */
export async function translated<Q extends Question>(
  bank: Bank<Q>,
  file: string,
): Promise<{ readonly bank: Bank<Q>; readonly missing: readonly Issue[] }> {
  const { layTranslation } = await import('./translation.js')
  const laid = layTranslation(bank, await readText(file))
  if (laid.bank === null) throw new UsageError(errorLines(file, laid.wrong))
  return { bank: laid.bank, missing: laid.missing }
}

async function openFile(path: string): Promise<Bank> {
  // What reads banks is loaded for files alone: the bundled ones were checked when they were built.
  const { didYouMean, parseBank } = await import('../bank/index.js')
  const ids = bundledBanks.map(({ id }) => id)
  const hint = didYouMean(path, ids) || ` Bundled are: ${ids.join(', ')}.`
  const text = await readText(path, `There is neither a bundled bank nor a file '${path}'.${hint}`)
  const { bank, issues } = parseBank(text)
  const errors = errorLines(path, issues)
  if (bank && errors.length === 0) return bank
  const { isModule } = await import('./module.file.js')
  if (isModule(text))
    throw new UsageError([safeLine(`${path} is a module, and no bank: quizwright learn ${path}`)])
  const { foreignIssue } = await import('./foreign.file.js')
  const foreign = bank ? null : await foreignIssue(path, text)
  throw new UsageError(foreign ? errorLines(path, [foreign]) : errors)
}

/** Minutes to expect: as the bank says, else three quarters of one for each question. */
export function minutesFor({ minutes, questions }: Bank): number {
  return minutes ?? Math.ceil(questions.length * 0.75)
}
