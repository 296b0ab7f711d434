import { XmlElement } from '@rgrove/parse-xml'
import { isLanguage } from '../../bank/index.js'
import type { Note } from '../collect.js'
import type { Imported } from '../format.js'
import { childrenOf } from '../xml.js'
import { nameOf } from './qti.elements.js'

/** What an element itself says of its language, as XML or as HTML does. */
const statedBy = ({ attributes: { lang, 'xml:lang': stated = lang } }: XmlElement) =>
  stated?.trim().replaceAll('_', '-')

/** The language that an element is in, as it or what it stands in says, or why it can't be kept. */
export function languageOf(element: XmlElement): { readonly language?: string; readonly note?: Note } {
  const language = statedBy(element)
  const { parent } = element
  if (language === undefined) return parent instanceof XmlElement ? languageOf(parent) : {}
  if (language === '') return {}
  if (isLanguage(language)) return { language }
  const message = `A bank can't say the language '${language}', and it is left out.`
  return { note: { code: 'language-lost', message } }
}

/** Languages that parts of an element say they are in, but for the body of an item, whose language is the item's. */
export function languagesWithin(element: XmlElement): readonly string[] {
  return childrenOf(element).flatMap(child => {
    // Other ways to show it are left out as a whole.
    if (nameOf(child) === 'catalogInfo') return []
    const stated = nameOf(child) === 'itemBody' ? undefined : statedBy(child)
    return [...(stated ? [stated] : []), ...languagesWithin(child)]
  })
}

/** Tells of texts that are marked as of another language than their question is in. */
export function otherLanguages(own: string | undefined, found: readonly string[]): readonly Note[] {
  const isOther = (language: string) => language.toLowerCase() !== own?.toLowerCase()
  return [...new Set(found)].filter(isOther).map(language => ({
    code: 'language-lost',
    message: `Words in '${language}' are no longer marked so: a question has one language, which its field 'language' says.`,
  }))
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
