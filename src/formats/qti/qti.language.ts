import { XmlElement } from '@rgrove/parse-xml'
import { isLanguage } from '../../bank/index.js'
import type { Note } from '../collect.js'
import type { Imported } from '../format.js'

/** The language that an element is in, as it or what it stands in says, or why it can't be kept. */
export function languageOf({ attributes, parent }: XmlElement): {
  readonly language?: string
  readonly note?: Note
} {
  const stated = attributes['xml:lang']?.trim()
  if (stated === undefined) return parent instanceof XmlElement ? languageOf(parent) : {}
  const language = stated.replaceAll('_', '-')
  if (stated === '') return {}
  if (isLanguage(language)) return { language }
  const message = `A bank can't say the language '${stated}', and it is left out.`
  return { note: { code: 'language-lost', message } }
}

/**
 * A question's fields, in a language. Numbers have a point in QTI whatever the language, and are so typed here; were
 * they not held to it, 1.5 would be no right answer in German.
 */
export function spokenIn(language: string | undefined, fields: object): object {
  if (language === undefined) return fields
  if (/^en\b/i.test(language)) return { ...fields, language }
  const pointed = <T extends object>(one: T) =>
    'type' in one && one.type === 'numeric' ? { ...one, locale: 'en' } : one
  const gaps = 'gaps' in fields && Array.isArray(fields.gaps) ? { gaps: fields.gaps.map(pointed) } : {}
  return { ...pointed(fields), ...gaps, language }
}

/** A language that all questions share is their bank's as well, for its title. */
export function withSharedLanguage(imported: Imported): Imported {
  const { bank } = imported
  const [language, ...others] = new Set(bank?.questions.map(question => question.language))
  if (!bank || language === undefined || others.length > 0) return imported
  return { ...imported, bank: { ...bank, language } }
}
