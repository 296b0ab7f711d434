import { hoursIn, monthIn, type Recurring, rounds, timeIn } from './calendar.js'
import { alikeIn, quantityIn } from './quantity.js'

/** From where to where; an end that is open, as in `below 10`, isn't part of it. */
export interface Range {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
  readonly unit: string
}

/** The range that a text is: `0-9`, `between 10 and 20 km`, `May 1914 – June 1918`, `March to May`, `10–12 a.m.`, `under 10`. */
export function rangeIn(text: string, language: string | undefined): Range | null {
  const plain = text.normalize('NFKC').replace(/[*`]/g, '').trim()
  return plain.length > 80 ? null : (openRange(plain, language) ?? closedRange(plain, language))
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
    const end = found && endIn(found[1] ?? found[2] ?? '', language)
    if (!end) continue
    const [least, most] = isRecurring(end)
      ? rounds[end.unit]
      : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    return side === 'low'
      ? { low: open ? end.high : end.low, high: most, lowOpen: open, highOpen: true, unit: end.unit }
      : {
          low: least,
          high: open ? end.low : end.high,
          lowOpen: !isRecurring(end),
          highOpen: open,
          unit: end.unit,
        }
  }
  return null
}

/** The ranges that all of these texts are; null where one is none, or they are of several units. */
export function rangesIn(texts: readonly string[], language: string | undefined): readonly Range[] | null {
  return alikeIn(texts, text => rangeIn(text, language))
}

/** Where a range begins or ends. A month does on its first day, and on its last. */
interface End {
  readonly low: number
  readonly high: number
  readonly unit: string
}

function endIn(text: string, language: string | undefined): End | null {
  const recurring = monthIn(text, language) ?? timeIn(text)
  if (recurring) return recurring
  const quantity = quantityIn(text, language)
  return quantity && { low: quantity.value, high: quantity.value, unit: quantity.unit }
}

/** True for months and times of day. */
export const isRecurring = <Some extends { readonly unit: string }>(end: Some): end is Some & Recurring =>
  end.unit in rounds

const opening =
  /^(?:(?:between|from|zwischen|von|entre|desde|del?|du|tra|fra|dal|od|(?:po)?między|от|между|від|між|із?|зі?|со?|من|بين)\s+|d[’'])/iu
const dash = /\s*[–—~〜～]\s*|\s+-\s+|(?<=[\p{Nd}%\p{L}.])-(?=[-\p{Nd}\p{Sc}\p{L}])/u
const word = /\s+(?:to|until|till|through|bis|à|au|a|al|do|до|по|tot|til|إلى|الى)\s+|\s*(?:から|至|到)\s*/iu
const and = /\s+(?:and|und|et|y|e|a|i|и|і|й|та)\s+|\s+و\s*/iu

function closedRange(text: string, language: string | undefined): Range | null {
  const opened = text.replace(opening, '')
  const separators = opened === text ? [dash, word] : [and, word, dash]
  for (const separator of separators) {
    const [first, second, ...others] = opened.split(separator)
    if (first === undefined || second === undefined || others.length > 0) continue
    const found = hoursIn(first, second) ?? between(endIn(first, language), endIn(second, language))
    if (found) return { ...found, lowOpen: false, highOpen: false }
  }
  return null
}

function between(first: End | null, second: End | null): End | null {
  if (!first || !second || (first.unit !== '' && first.unit !== second.unit)) return null
  const { low } = first
  const unit = second.unit
  if (isRecurring(second)) {
    const [begin, end] = rounds[second.unit]
    return { low, high: second.high < low ? second.high + end - begin : second.high, unit }
  }
  const high = fullYear(low, second.high)
  return low < high ? { low, high, unit } : null
}

/** `1914–18` ends in 1918. */
function fullYear(start: number, end: number): number {
  return start >= 1000 && start < 3000 && end >= 10 && end < 100 ? start - (start % 100) + end : end
}

/**
 * Two of these ranges in which some quantity lies; null where none does. They are gone through from the lowest on, each
 * beside the one that reaches farthest of those before it. What comes round again is laid out twice.
 */
export function overlapAmong<Entry extends { readonly range: Range }>(
  entries: readonly Entry[],
): readonly [Entry, Entry] | null {
  const laid = entries
    .flatMap(entry => [{ entry, range: entry.range }, ...again(entry)])
    .sort(({ range: one }, { range: other }) =>
      one.unit === other.unit ? one.low - other.low : one.unit < other.unit ? -1 : 1,
    )
  let farthest = laid[0]
  for (const next of laid.slice(1)) {
    if (!farthest) break
    if (farthest.entry !== next.entry && overlaps(farthest.range, next.range))
      return [farthest.entry, next.entry]
    if (farthest.range.unit !== next.range.unit || farthest.range.high <= next.range.high) farthest = next
  }
  return null
}

/** The same in the next year, or on the next day. */
function again<Entry extends { readonly range: Range }>(entry: Entry) {
  const { range } = entry
  if (!isRecurring(range)) return []
  const [begin, end] = rounds[range.unit]
  const round = end - begin
  return [{ entry, range: { ...range, low: range.low + round, high: range.high + round } }]
}

/**
 * Whether some quantity lies in both. Years that only touch do where both spans are as long, as in 1900–1910 and
 * 1910–1920; one reign may begin in the year in which another ended.
 */
function overlaps(one: Range, other: Range): boolean {
  if (one.unit !== other.unit) return false
  const [first, second] = one.low <= other.low ? [one, other] : [other, one]
  if (second.low < first.high && second.high > first.low) return true
  if (second.low !== first.high || second.lowOpen || first.highOpen) return false
  return !isYears(first) || !isYears(second) || first.high - first.low === second.high - second.low
}

const isYears = ({ low, high, unit }: Range) =>
  unit === 'date' || (unit === '' && Number.isInteger(low) && low >= 1000 && high <= 2100)
