import type { Bank, Issue, Question } from '../question/index.js'
import { didYouMean } from '../text/index.js'

/** Texts of a bank in another language, where they stand in the bank: questions and choices by their ids. */
export type Translation = {
  readonly language: string
  readonly questions?: readonly { readonly id: string; readonly [field: string]: unknown }[]
  readonly [field: string]: unknown
}

/** A bank in another language, and what is still missing of it. */
export interface TranslatedBank<Q extends Question> {
  readonly bank: Bank<Q>
  /** `untranslated`: shown in the original; `unknown-id`: a translation of nothing; `not-a-text`: what is no text stays as it is. */
  readonly issues: readonly Issue[]
}

/** Fields that people read. */
const texts = new Set(
  'title description stem text feedback solution correct partial incorrect unanswered general true false alt caption'.split(
    ' ',
  ),
)
/** Fields of lists of accepted texts, which are another list in another language. */
const accepted = 'key'

type Fields = { readonly [name: string]: unknown }

/**
 * Lays a translation over a bank. Ids, keys and marking stay those of the bank; a text that is missing falls back to the
 * original and is named.
 *
 * ```ts
 * const { bank, issues } = translateBank(rivers, { language: 'de', title: 'Flüsse', questions: [{ id: 'longest', stem: 'Welcher ist der längste?' }] })
 * ```
 */
export function translateBank<Q extends Question>(
  base: Bank<Q>,
  translation: Translation,
): TranslatedBank<Q> {
  const issues: Issue[] = []
  const report = (severity: Issue['severity'], code: string, path: Issue['path'], message: string) =>
    issues.push({ severity, code, path, message })

  const layText = (own: string, given: unknown, path: Issue['path']) => {
    if (typeof given === 'string' && given.trim() !== '') return given
    report(
      'warning',
      'untranslated',
      path,
      `Not translated yet: '${own.length > 60 ? `${own.slice(0, 60)}…` : own}'.`,
    )
    return own
  }
  const layList = (own: readonly unknown[], given: unknown, path: Issue['path']): readonly unknown[] => {
    const others = Array.isArray(given) ? given : []
    const ids = own.map(idOf)
    if (ids.every(id => id === null))
      return own.map((one, index) => lay(one, others[index], [...path, index]))
    for (const id of others.map(idOf))
      if (id !== null && !ids.includes(id))
        report(
          'error',
          'unknown-id',
          path,
          `The bank has no '${id}' here.${didYouMean(
            id,
            ids.filter(one => one !== null),
          )}`,
        )
    return own.map((one, index) =>
      lay(
        one,
        others.find(other => idOf(other) === ids[index]),
        [...path, index],
      ),
    )
  }
  const lay = (own: unknown, given: unknown, path: Issue['path']): unknown => {
    if (Array.isArray(own)) return layList(own, given, path)
    if (typeof own !== 'object' || own === null) return own
    const other = (typeof given === 'object' && given !== null ? given : {}) as Fields
    for (const name of Object.keys(other))
      if (
        !(name in own) ||
        (!texts.has(name) && name !== 'id' && name !== accepted && typeof (own as Fields)[name] !== 'object')
      )
        report(
          'warning',
          'not-a-text',
          [...path, name],
          `'${name}' is nothing to translate; it stays as it is.`,
        )
    return Object.fromEntries(
      Object.entries(own).map(([name, value]) => {
        const here = [...path, name]
        if (typeof value === 'string')
          return [name, texts.has(name) ? layText(value, other[name], here) : value]
        if (name === accepted && isAcceptedTexts(value))
          return [name, isAcceptedTexts(other[name]) ? other[name] : value]
        return [name, isTranslatable(name, value) ? lay(value, other[name], here) : value]
      }),
    )
  }
  const { language, ...given } = translation
  const { sources, ...own } = base
  const laid = lay(own, given, []) as Bank<Q>
  return { bank: { ...laid, ...(sources && { sources }), language }, issues }
}

const isTranslatable = (name: string, value: unknown) =>
  typeof value === 'object' && name !== 'marking' && name !== 'key' && name !== 'source' && name !== 'lint'

function isAcceptedTexts(value: unknown): value is readonly { readonly text: string }[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(entry => typeof entry === 'object' && entry !== null && 'text' in entry)
  )
}

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : null
}
