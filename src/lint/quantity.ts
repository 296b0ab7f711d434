import { readNumber } from '../marking/index.js'

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
function alikeIn<Found extends { readonly unit: string }>(
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

/** Year, month and day as one number that grows with time. */
function dateIn(text: string, language: string | undefined): number | null {
  const made = (year: unknown, month: unknown = 0, day: unknown = 0) =>
    Number(year) * 10_000 + Number(month) * 100 + Number(day)
  const iso =
    /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? /^(\d{1,4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(text)
  if (iso) return made(iso[1], iso[2], iso[3])
  const numeric = /^(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})$/.exec(text)
  if (numeric) {
    const [, one, , other, year] = numeric
    const monthFirst = /^en(?:-US)?$/i.test(language ?? 'en') && Number(one) <= 12
    return monthFirst ? made(year, one, other) : made(year, other, one)
  }
  const parts = text.toLowerCase().match(/\d+|\p{L}[\p{L}\p{M}]*/gu) ?? []
  const numbers = parts.filter(part => /^\d/.test(part)).map(Number)
  const named = parts.map(part => monthsOf(language ?? 'en').get(part)).find(month => month !== undefined)
  if (named === undefined || numbers.length === 0 || numbers.length > 2 || parts.length > 6) return null
  const [year, another] = numbers.filter(number => number > 31)
  if (year === undefined || another !== undefined) return null
  return made(
    year,
    named,
    numbers.find(number => number <= 31),
  )
}

const months = new Map<string, ReadonlyMap<string, number>>()

/** Names of months, short and long, as they stand in a date and by themselves: name → 1 to 12. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = months.get(language)
  if (known) return known
  const names = new Map<string, number>()
  for (const length of ['long', 'short'] as const)
    for (const day of ['numeric', undefined] as const)
      for (let month = 1; month <= 12; month++) {
        const name = formatMonth(language, { month: length, day }, month)
        if (name) names.set(name.toLowerCase().replace(/\.$/, ''), month)
      }
  months.set(language, names)
  return names
}

function formatMonth(
  language: string,
  options: Intl.DateTimeFormatOptions,
  month: number,
): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(
      Date.UTC(2023, month - 1, 1),
    )
    return parts.find(({ type }) => type === 'month')?.value
  } catch {
    return undefined
  }
}

/** From where to where; an end that is open, as in `below 10`, isn't part of it. */
export interface Range {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
  readonly unit: string
}

/** The range that a text is: `0-9`, `between 10 and 20 km`, `May 1914 – June 1918`, `under 10`, `30 or more`. */
export function rangeIn(text: string, language: string | undefined): Range | null {
  const plain = text.normalize('NFKC').replace(/[*`]/g, '').trim()
  if (plain.length > 80 || !/\p{Nd}/u.test(plain)) return null
  return openRange(plain, language) ?? closedRange(plain, language)
}

/** In the languages that are met most: English, German, French, Spanish, Polish, Russian, Ukrainian, Chinese, Japanese, Arabic. */
const beyond: readonly (readonly [form: RegExp, side: 'low' | 'high', open: boolean])[] = [
  [
    /^(?:<|(?:(?:less|fewer) than|under|below|before|weniger als|unter|vor|moins de|avant|menos de|antes de|mniej niż|poniżej|przed|менее|меньше|раньше|менше(?: ніж)?|أقل من)\s|少于|不到|低于)\s*(.+)$|^(.+?)未満$/iu,
    'high',
    true,
  ],
  [
    /^(?:≤|(?:at most|up to|höchstens|bis zu|au plus|jusqu.à|como máximo|hasta|najwyżej|do|не более|до|не більше)\s|最多|至多)\s*(.+)$|^(.+?)(?: or (?:less|fewer|under|earlier)| oder weniger| ou moins| o menos| lub mniej| и менее|[或及]?以下)$/iu,
    'high',
    false,
  ],
  [
    /^(?:>|(?:more than|over|above|after|mehr als|über|nach|plus de|après|más de|después de|ponad|więcej niż|powyżej|po|более|больше|свыше|после|понад|більше(?: ніж)?|після|أكثر من)\s|超过|多于|大于)\s*(.+)$/iu,
    'low',
    true,
  ],
  [
    /^(?:≥|(?:at least|mindestens|ab|au moins|al menos|co najmniej|не менее|щонайменше)\s|至少)\s*(.+)$|^(.+?)(?:\+| (?:or|and) (?:more|over|later|above)| (?:oder|und) mehr| (?:ou|et) plus| [oy] más| i więcej| lub więcej| и (?:более|больше)| і більше|[或及]?以上)(?: \p{L}+)?$/iu,
    'low',
    false,
  ],
]

function openRange(text: string, language: string | undefined): Range | null {
  for (const [form, side, open] of beyond) {
    const found = form.exec(text)
    const end = found && quantityIn(found[1] ?? found[2] ?? '', language)
    if (!end) continue
    return side === 'low'
      ? { low: end.value, high: Number.POSITIVE_INFINITY, lowOpen: open, highOpen: true, unit: end.unit }
      : { low: Number.NEGATIVE_INFINITY, high: end.value, lowOpen: true, highOpen: open, unit: end.unit }
  }
  return null
}

/** The ranges that all of these texts are; null where one is none, or they are of several units. */
export function rangesIn(texts: readonly string[], language: string | undefined): readonly Range[] | null {
  return alikeIn(texts, text => rangeIn(text, language))
}

const opening =
  /^(?:between|from|zwischen|von|entre|desde|del?|tra|fra|dal|od|(?:po)?między|от|между|від|між|من|بين)\s+/iu
const dash = /\s*[–—~〜～]\s*|\s+-\s+|(?<=[\p{Nd}%\p{L}])-(?=[-\p{Nd}\p{Sc}])/u
const word = /\s+(?:to|until|till|through|bis|à|a|al|do|до|tot|til|إلى|الى)\s+|\s*(?:から|至|到)\s*/iu
const and = /\s+(?:and|und|et|y|e|a|i|и|і|та)\s+|\s+و\s*/iu

function closedRange(text: string, language: string | undefined): Range | null {
  const opened = text.replace(opening, '')
  const separators = opened === text ? [dash, word] : [and, word, dash]
  for (const separator of separators) {
    const parts = opened.split(separator)
    if (parts.length !== 2) continue
    const low = quantityIn(parts[0] ?? '', language)
    const high = quantityIn(parts[1] ?? '', language)
    if (!low || !high || (low.unit !== '' && low.unit !== high.unit)) continue
    const end = fullYear(low.value, high.value)
    if (low.value < end)
      return { low: low.value, high: end, lowOpen: false, highOpen: false, unit: high.unit }
  }
  return null
}

/** `1914–18` ends in 1918. */
function fullYear(start: number, end: number): number {
  return start >= 1000 && start < 3000 && end >= 10 && end < 100 ? start - (start % 100) + end : end
}

/**
 * Whether some quantity lies in both. Years that only touch do where both spans are as long, as in 1900–1910 and
 * 1910–1920; one reign may begin in the year in which another ended.
 */
export function overlaps(one: Range, other: Range): boolean {
  if (one.unit !== other.unit) return false
  const [first, second] = one.low <= other.low ? [one, other] : [other, one]
  if (second.low < first.high && second.high > first.low) return true
  if (second.low !== first.high || second.lowOpen || first.highOpen) return false
  return !isYears(first) || !isYears(second) || first.high - first.low === second.high - second.low
}

const isYears = ({ low, high, unit }: Range) =>
  unit === 'date' || (unit === '' && Number.isInteger(low) && low >= 1000 && high <= 2100)
