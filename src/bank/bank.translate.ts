import * as z from 'zod/mini'
import type { Bank, Issue, Question } from '../question/index.js'
import { languageSchema } from '../question/schema.js'
import { didYouMean } from '../text/index.js'
import { type Checked, parseDocument } from './bank.parse.js'
import { explain, show } from './explain.js'

/** Texts of a bank in another language, where they stand in the bank: questions and choices by their ids. */
export type Translation = {
  /** BCP 47 tag of the language that it is in. */
  readonly language: string
  readonly questions?: readonly { readonly id: string; readonly [field: string]: unknown }[]
  readonly [field: string]: unknown
}

/** A bank in another language, and what is still missing of it. */
export interface TranslatedBank<Q extends Question> {
  readonly bank: Bank<Q>
  /** `untranslated`: shown in the original; `unknown-id`, `repeated-id`: a translation of nothing, or a second one; `wrong-type`: no translation; `not-a-text`: what is no text stays as it is. */
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
type Path = Issue['path']

/** A place in the bank, and the same place in the translation. */
interface Place {
  readonly own: Path
  readonly theirs: Path
}

const within = ({ own, theirs }: Place, step: string | number, theirStep = step): Place => ({
  own: [...own, step],
  theirs: [...theirs, theirStep],
})

/**
 * Lays a translation over a bank. Ids, keys and marking stay those of the bank; a text that is missing falls back to the
 * original and is named. Issues about a missing text have its path in the bank; others, the path in the translation.
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
  const report = (severity: Issue['severity'], code: string, path: Path, message: string) =>
    issues.push({ severity, code, path, message })
  const untranslated = (text: string, { own }: Place) =>
    report(
      'warning',
      'untranslated',
      own,
      `Not translated yet: '${text.length > 60 ? `${text.slice(0, 60)}…` : text}'.`,
    )

  /** What is left empty is still to be translated. */
  const unlike = (wanted: string, given: unknown, { theirs }: Place) => {
    if (given === undefined || given === null || given === '') return
    const remedy = wanted === 'text' && typeof given !== 'object' ? ' Put it in quotes.' : ''
    report('error', 'wrong-type', theirs, `Expected ${wanted}, found ${show(given)}.${remedy}`)
  }
  const layText = (own: string, given: unknown, place: Place) => {
    if (typeof given === 'string' && given.trim() !== '') return given
    if (typeof given !== 'string') unlike('text', given, place)
    untranslated(own, place)
    return own
  }
  const layAccepted = (own: readonly { readonly text: string }[], given: unknown, place: Place) => {
    if (isAcceptedTexts(given)) return given
    unlike('a list such as [{ text: … }]', given, place)
    untranslated(own.map(({ text }) => text).join(', '), place)
    return own
  }
  const layList = (own: readonly unknown[], given: unknown, place: Place): readonly unknown[] => {
    if (!Array.isArray(given)) unlike('a list', given, place)
    const others: readonly unknown[] = Array.isArray(given) ? given : []
    const ids = own.map(idOf).filter(id => id !== null)
    if (ids.length === 0) {
      for (let index = own.length; index < others.length; index++)
        report('error', 'unknown-id', within(place, index).theirs, `The bank has only ${own.length} here.`)
      return own.map((one, index) => lay(one, others[index], within(place, index)))
    }
    const seen = new Set<string>()
    for (const [index, other] of others.entries()) {
      const [id, here] = [idOf(other), within(place, index)]
      const { theirs } = within(here, 'id')
      if (id === null) unlike('fields such as { id: … }, with the id of what they translate', other, here)
      else if (!ids.includes(id))
        report('error', 'unknown-id', theirs, `The bank has no '${id}' here.${didYouMean(id, ids)}`)
      else if (seen.size === seen.add(id).size)
        report('error', 'repeated-id', theirs, `'${id}' is translated twice: keep one.`)
    }
    const places = new Map(others.map((other, index) => [idOf(other), index]))
    return own.map((one, index) => {
      const at = places.get(idOf(one))
      return lay(one, at === undefined ? undefined : others[at], within(place, index, at ?? index))
    })
  }
  const lay = (own: unknown, given: unknown, place: Place): unknown => {
    if (Array.isArray(own)) return layList(own, given, place)
    if (typeof own !== 'object' || own === null) return own
    if (!isFields(given)) unlike('fields', given, place)
    const other = isFields(given) ? given : {}
    for (const name of Object.keys(other))
      if (!isToTranslate(own as Fields, name)) {
        const known = Object.keys(own).filter(one => isToTranslate(own as Fields, one))
        const message = `'${name}' is nothing to translate; it stays as it is.${didYouMean(name, known)}`
        report('warning', 'not-a-text', within(place, name).theirs, message)
      }
    return Object.fromEntries(
      Object.entries(own).map(([name, value]) => {
        const here = within(place, name)
        if (typeof value === 'string')
          return [name, texts.has(name) ? layText(value, other[name], here) : value]
        if (name === accepted && isAcceptedTexts(value)) return [name, layAccepted(value, other[name], here)]
        return [name, isTranslatable(name, value) ? lay(value, other[name], here) : value]
      }),
    )
  }
  const { language, $schema: _, ...given } = translation
  const { sources, ...own } = base
  const laid = lay(own, given, { own: [], theirs: [] }) as Bank<Q>
  return { bank: { ...laid, ...(sources && { sources }), language }, issues }
}

/** Ids find their place; of the rest, texts, what holds texts, and accepted answers. */
function isToTranslate(own: Fields, name: string): boolean {
  if (!Object.hasOwn(own, name)) return false
  return name === 'id' || texts.has(name) || typeof own[name] === 'object'
}

const isTranslatable = (name: string, value: unknown) =>
  typeof value === 'object' && name !== 'marking' && name !== 'key' && name !== 'source' && name !== 'lint'

/**
 * Reads a translation from the text of a YAML or JSON file. Of what it translates, `translateBank` says what is wrong: so
 * that all of it is told at once, one whose `language` is missing or none comes back too, as `und`.
 */
export function parseTranslation(text: string): {
  /** Null where it has no fields. */
  readonly translation: Translation | null
  /** Where there are errors, the translation is of no use but to be looked at further. */
  readonly issues: readonly Issue[]
} {
  const { value, issues } = parseDocument(text, (data, known): Checked<Translation> => {
    const faults = explain(translationSchema, data)
    const errors = [...known, ...faults].map(fault => ({ ...fault, severity: 'error' as const }))
    if (!isFields(data)) return { value: null, issues: errors }
    return {
      value: { ...data, ...(faults.length > 0 && { language: 'und' }) } as Translation,
      issues: errors,
    }
  })
  return { translation: value, issues }
}

/** The fields beside are those of the bank, whatever they are. */
const translationSchema = z.looseObject({ language: languageSchema })

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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
