import { type AcceptedNumber, type NumberQuestion, readNumber } from '../../marking/index.js'
import type { Note } from '../collect.js'
import type { Refusal } from './gift.draft.js'

/** `5`, `5:0.1` and `4..6` as an accepted number. */
export function rangeOf(
  text: string,
  read: (number: string) => number | null = numberOf,
): AcceptedNumber | null {
  const dots = text.indexOf('..')
  if (dots > 0) {
    const [least, most] = [read(text.slice(0, dots)), read(text.slice(dots + 2))]
    return least === null || most === null ? null : { min: Math.min(least, most), max: Math.max(least, most) }
  }
  const colon = text.indexOf(':')
  const value = read(colon > 0 ? text.slice(0, colon) : text)
  const tolerance = colon > 0 ? read(text.slice(colon + 1)) : 0
  if (value === null || tolerance === null) return null
  return tolerance === 0 ? { value } : { value, tolerance: Math.abs(tolerance) }
}

/** As PHP's is_numeric takes it, but for what is too large to be one. */
function numberOf(text: string): number | null {
  if (!/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text)) return null
  return Number.isFinite(Number(text)) ? Number(text) : null
}

/** The other way round, for a range with two ends. */
export const numberText = ({ value, min, max, tolerance = 0 }: AcceptedNumber) =>
  value === undefined ? `${min}..${max}` : `${value}${tolerance ? `:${tolerance}` : ''}`

type Units = NonNullable<NumberQuestion['units']>

/** What was meant by numbers of which some are none to GIFT. */
interface Meant {
  readonly ranges: readonly AcceptedNumber[]
  readonly units: Units
  readonly notes: readonly Note[]
}

/**
 * Numbers as people write them elsewhere: `3,14`, `1,000`, `5 kg`, `5 ± 0.1`. All of a question are read in one way, so
 * that commas part thousands in all of them or stand before decimals in all.
 */
export function meantBy(texts: readonly string[]): Meant | Refusal {
  for (const locale of ['en', 'de']) {
    const units = new Map<string, Units[number]>()
    const read = (number: string) => numberOf(number) ?? quantityIn(number, locale, units)
    const ranges = texts.map(text => (isShare(text) ? null : rangeOf(withColon(text), read)))
    if (!ranges.every(range => range !== null)) continue
    if (units.size < 2) return { ranges, units: [...units.values()], notes: notesOn(texts, ranges, units) }
    const message = `Its numbers have several units: ${[...units.keys()].join(', ')}. Give all of them in one.`
    return { code: 'several-units', message }
  }
  const text = texts.find(text => rangeOf(text) === null)
  const message = `'${text}' is no number, no number:tolerance and no least..most.`
  return { code: 'not-a-number', message, isNone: texts.some(hasOddTolerance) }
}

const withColon = (text: string) => text.replace(/±|\+\/?-/, ':')

/** A tolerance in percent of a number that has none: that is no unit. */
const isShare = (text: string) => text.includes(':') && text.indexOf('%') === text.length - 1

/** Moodle refuses a tolerance that is no number, but takes an answer that is none for any. */
const hasOddTolerance = (text: string) =>
  /^(?!.+\.\.).+?:/s.test(text) && numberOf(text.slice(text.indexOf(':', 1) + 1)) === null

const currency = /^(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})$/u
const part = String.raw`[\p{L}\p{Sc}°%‰²³¹⁻]+(?:\^?[-−]?\d)?`
/** A word for how many is none. */
const unit = new RegExp(`^(?!dozen|hundred|thousand|[mb]illi(?:on|ard))${part}(?:[/·⋅*]${part})*$`, 'iu')

function quantityIn(text: string, locale: string, units: Map<string, Units[number]>): number | null {
  const read = readNumber(text.trim(), locale)
  if (!read) return null
  const [before, after] = [read.before.trim(), read.after.trim()]
  if (before !== '' && (after !== '' || !currency.test(before))) return null
  if (after !== '' && (!unit.test(after) || after.length > 50)) return null
  if (before !== '') units.set(before, { unit: before, before: true })
  else if (after !== '') units.set(after, { unit: after })
  return read.value
}

function notesOn(
  texts: readonly string[],
  ranges: readonly AcceptedNumber[],
  units: ReadonlyMap<string, unknown>,
): readonly Note[] {
  return texts.flatMap((text, index) => {
    const range = ranges[index]
    if (range === undefined || rangeOf(text) !== null) return []
    const unit = [...units.keys()].find(name => text.includes(name))
    const taken = `'${text}' is taken for ${numberText(range)}${unit ? ` with the unit '${unit}'` : ''}.`
    const [thousands] = /^\D*\d{1,3},\d{3}(?![\d.,])/.exec(text) ?? []
    const decimals = `If its comma stands before decimals, write ${thousands?.replace(',', '.')}.`
    const remedy = 'GIFT has numbers such as 3.14, with nothing between thousands and no units.'
    return [{ code: 'number-as-meant', message: `${taken} ${thousands ? decimals : remedy}` }]
  })
}
