import { checkBank, parseTranslation, placeIssues, type Translation, translateBank } from '../bank/index.js'
import type { Bank, Issue, Question } from '../index.js'
import { UsageError } from './command.js'
import { readText } from './read-text.js'

/** The file of a translation. */
export interface TranslationFile {
  readonly file: string
  readonly text: string
}

/**
 * The file that `--translation` names, for a command that looks at files one by one; null where it names none.
 *
 * @throws UsageError when it can't be read, or there is more than one file to lay it over.
 */
export async function translationFor(
  command: string,
  files: readonly string[],
  { translation, together }: { readonly translation?: string; readonly together?: boolean },
): Promise<TranslationFile | null> {
  if (translation === undefined) return null
  if (files.length === 1 || together) return { file: translation, text: await readText(translation) }
  throw new UsageError([
    `A translation is of one bank: quizwright ${command} rivers.yaml --translation rivers.de.yaml; or take the files for one, with --together.`,
  ])
}

/** A bank with a translation laid over it. */
export interface Laid<Q extends Question> {
  /** Null where something is wrong with the translation. */
  readonly bank: Bank<Q> | null
  readonly translation: Translation | null
  /** What is not translated yet, by its paths in the bank. */
  readonly missing: readonly Issue[]
  /** What is wrong, or warned of, with its places in the translation. */
  readonly wrong: readonly Issue[]
}

/** @param text of the file of the translation. */
export function layTranslation<Q extends Question>(bank: Bank<Q>, text: string): Laid<Q> {
  const { translation, issues } = parseTranslation(text)
  if (!translation) return { bank: null, translation, missing: [], wrong: issues }
  const laid = translateBank(bank, translation)
  const missing = laid.issues.filter(({ code }) => code === 'untranslated')
  const theirs = laid.issues.filter(issue => !missing.includes(issue))
  const isWrong = theirs.length > 0 || issues.some(({ severity }) => severity === 'error')
  const faults = isWrong ? placeIssues(text, theirs) : checkBank(laid.bank).issues
  const wrong = [...issues, ...faults]
  return { bank: isWrong || faults.length > 0 ? null : laid.bank, translation, missing, wrong }
}

/** The path in a translation of what has this path in its bank; null where it isn't translated. */
export function pathIn(translation: Translation, bank: Bank, path: Issue['path']): Issue['path'] | null {
  const theirPath: (string | number)[] = []
  let [own, theirs]: [unknown, unknown] = [bank, translation]
  for (const step of path) {
    own = fieldOf(own, step)
    const id = fieldOf(own, 'id')
    const at =
      Array.isArray(theirs) && id !== undefined ? theirs.findIndex(one => fieldOf(one, 'id') === id) : step
    theirs = fieldOf(theirs, at)
    if (theirs === undefined) return null
    theirPath.push(at)
  }
  return theirPath
}

const fieldOf = (value: unknown, name: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
