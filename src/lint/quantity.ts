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
  const number = readNumber(plain, language ?? 'en')
  if (!number || /[\p{L}\p{N}]/u.test(number.before) || !unitAfter.test(number.after)) return null
  const unit = number.after
    .trim()
    .toLowerCase()
    .replace(/^(?:st|nd|rd|th)\b\s*/, '')
  if (/^(?:b\.?c\.?(?:e\.?)?|v\. ?chr\.?|av\. ?j\.-c\.|a\. ?c\.)$/.test(unit))
    return { value: -number.value, unit: '' }
  return { value: number.value, unit: /^(?:ad|ce)?$/.test(unit) ? '' : unit.replace(/s?\.?$/, '') }
}

const unitAfter = /^[\s\p{L}\p{M}%°′″.\p{Sc}/²³µ·-]{0,20}$/u

/** The quantities that all of these texts are; null where one is none, or they are of several units. */
export function quantitiesIn(
  texts: readonly string[],
  language: string | undefined,
): readonly Quantity[] | null {
  const all: Quantity[] = []
  for (const text of texts) {
    const quantity = quantityIn(text, language)
    if (!quantity || quantity.unit !== (all[0] ?? quantity).unit) return null
    all.push(quantity)
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
  if (plain.length > 80) return null
  return openRange(plain, language) ?? closedRange(plain, language)
}

const beyond: readonly (readonly [form: RegExp, side: 'low' | 'high', open: boolean])[] = [
  [/^(?:less than|fewer than|under|below|before|<)\s*(.+)$/i, 'high', true],
  [/^(?:at most|up to|≤)\s*(.+)$|^(.+?)(?: or (?:less|fewer|under|earlier))$/i, 'high', false],
  [/^(?:more than|over|above|after|>)\s*(.+)$/i, 'low', true],
  [/^(?:at least|≥)\s*(.+)$|^(.+?)(?:\+| (?:or|and) (?:more|over|later|above))(?: \p{L}+)?$/iu, 'low', false],
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

const opening = /^(?:between|from|zwischen|von|entre|desde|del?|tra|fra|dal)\s+/i
const dash = /\s*[–—~〜～]\s*|\s+-\s+|(?<=[\p{Nd}%\p{L}])-(?=[-\p{Nd}\p{Sc}])/u
const word = /\s+(?:to|until|till|through|bis|à|a|al|do|до|tot|til)\s+|\s*から\s*/iu
const and = /\s+(?:and|und|et|y|e)\s+/i

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
