import { readNumber } from '../marking/index.js'
import { dateIn } from './calendar.js'

/** A number or a date, as something that can be put in order beside others of its unit. */
export interface Quantity {
  readonly value: number
  /** What is counted or measured, `date` for a date, nothing for a bare number. */
  readonly unit: string
}

/**
 * The quantity that a text is, written as people of a language do, in the digits of any script: `1,250 km`, `44 BC`,
 * `6 April 2023`. Null where the text is something else, or holds more than that.
 */
export function quantityIn(text: string, language: string | undefined): Quantity | null {
  const plain = text.normalize('NFKC').replace(/[*`_]/g, '').trim()
  if (plain.length > 60 || !/\p{Nd}/u.test(plain)) return null
  const date = dateIn(plain, language)
  if (date !== null) return { value: date, unit: 'date' }
  const number = readNumber(plain.replace(preposition, ''), language ?? 'en')
  if (!number || /[\p{L}\p{N}]/u.test(number.before) || !unitAfter.test(number.after)) return null
  const unit = number.after
    .trim()
    .toLowerCase()
    .replace(/^(?:st|nd|rd|th)\b\s*/, '')
  if (/^(?:b\.?c\.?(?:e\.?)?|v\. ?chr\.?|av\. ?j\.-c\.|a\. ?c\.)$/.test(unit))
    return { value: -number.value, unit: '' }
  return { value: number.value, unit: /^(?:ad|ce)?$/.test(unit) ? '' : unit.replace(/s?\.?$/, '') }
}

/** `in 1914`, `im Jahr 1914`, `в 1914 году`, `about 50`. */
const preposition =
  /^(?:in|im(?: jahre?)?|en|em|nel|w(?: roku)?|v|в|у|the|about|around|circa|ca?\.|um|etwa|environ|env\.|vers)\s+/iu

const unitAfter = /^[\s\p{L}\p{M}%°′″.\p{Sc}/²³µ·-]{0,20}$/u

/** The quantities that all of these texts are; null where one is none, or they are of several units. */
export function quantitiesIn(
  texts: readonly string[],
  language: string | undefined,
): readonly Quantity[] | null {
  return alikeIn(texts, text => quantityIn(text, language))
}

/** What all of these texts are read as; null where one can't be, or they are of several units. */
export function alikeIn<Found extends { readonly unit: string }>(
  texts: readonly string[],
  read: (text: string) => Found | null,
): readonly Found[] | null {
  const all: Found[] = []
  for (const text of texts) {
    const found = read(text)
    if (!found || found.unit !== (all[0] ?? found).unit) return null
    all.push(found)
  }
  return all
}

/** A text with its whole numbers in one way, whatever parts their thousands: `1,000`, `1 000` and `1000` are one number. */
export function evenFigures(text: string, language: string | undefined): string {
  if (!grouped.test(text)) return text
  return text.replace(figures, given => {
    const number = readNumber(given, language ?? 'en')
    const isWhole = number && number.before === '' && number.after === ''
    return isWhole && given.length < 16 ? number.value.toFixed(number.decimals) : given
  })
}

const grouped = /\p{Nd}[.,\s]\p{Nd}{3}/u
const figures = /\p{Nd}(?:[\p{Nd}.,\s]*\p{Nd})?/gu
