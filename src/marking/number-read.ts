/** A number as it was written. */
export interface WrittenNumber {
  readonly value: number
  /** How it was written. */
  readonly form: 'decimal' | 'scientific' | 'fraction'
  /** Digits after the decimal separator. */
  readonly decimals: number
  /** The least and the most significant figures that it can be taken to have: 1200 has 2 to 4. */
  readonly figures: { readonly least: number; readonly most: number }
  /** False for a fraction that can be reduced. */
  readonly reduced: boolean
  /** What stands before and after the number. */
  readonly before: string
  readonly after: string
}

/** How a locale writes numbers. */
interface Separators {
  readonly decimal: string
  readonly number: RegExp
}

const separatorsByLocale = new Map<string, Separators>()

/** Spaces and apostrophes part thousands in many places, and mean nothing else within a number. */
const neutralGroups = " \u00a0\u2009\u202f'\u2019"

/**
 * How a locale writes numbers.
 *
 * @throws RangeError when the locale is no BCP 47 tag.
 */
export function separatorsOf(locale: string): Separators {
  const known = separatorsByLocale.get(locale)
  if (known) return known
  const decimal =
    new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  const group = decimal === ',' ? '.' : ','
  const point = decimal === '.' ? '\\.' : decimal
  const thousands = `\\d{1,3}(?<parted>[${neutralGroups}${group}])\\d{3}(?:\\k<parted>\\d{3})*(?!\\d)`
  const lakhs = group === ',' ? '|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)' : ''
  const exponent = '(?:[eE]|\\s*[×x*·]\\s*10\\s*\\^)\\s*(?<power>[+\\-−]?\\d{1,3})'
  const number = new RegExp(
    `(?<sign>[+\\-−]?)\\s*(?:(?<whole>${thousands}${lakhs}|\\d+)(?:${point}(?<decimals>\\d*))?|${point}(?<bare>\\d+))(?:${exponent})?`,
  )
  const made = { decimal, number }
  separatorsByLocale.set(locale, made)
  return made
}

const fraction = /([+\-−]?)\s*(?:(\d{1,15})\s+)?(\d{1,15})\s*\/\s*(\d{1,15})/

/**
 * Reads a number as people of a locale write it: with their decimal separator, thousands parted in threes by the
 * locale's separator, a space or an apostrophe, as a power of ten (`1.2e3`, `1.2 × 10^3`) or as a fraction (`2/3`, `1 1/2`).
 * Null where there is none.
 */
export function readNumber(text: string, locale: string): WrittenNumber | null {
  if (text.length > 200) return null
  const asFraction = text.includes('/') ? fraction.exec(text) : null
  if (asFraction) return readFraction(text, asFraction)
  const found = separatorsOf(locale).number.exec(text)
  if (!found) return null
  const { sign = '', whole = '', decimals = '', bare = '', power } = found.groups ?? {}
  const tail = decimals || bare
  const digits = whole.replace(/\D/g, '')
  const written = `${digits || '0'}${tail ? `.${tail}` : ''}e${power?.replace('−', '-') ?? 0}`
  const value = Number(written) * (sign === '-' || sign === '−' ? -1 : 1)
  if (!Number.isFinite(value)) return null
  const significant = `${digits}${tail}`.replace(/^0+/, '')
  return {
    value: value === 0 ? 0 : value,
    form: power === undefined ? 'decimal' : 'scientific',
    decimals: tail.length,
    figures: {
      least: tail ? significant.length : significant.replace(/0+$/, '').length,
      most: significant.length,
    },
    reduced: true,
    before: text.slice(0, found.index),
    after: text.slice(found.index + found[0].length),
  }
}

function readFraction(text: string, found: RegExpExecArray): WrittenNumber | null {
  const [all, sign = '', whole = '0', above = '', below = ''] = found
  const denominator = Number(below)
  if (denominator === 0) return null
  const value = Number(whole) + Number(above) / denominator
  return {
    value: sign === '-' || sign === '−' ? 0 - value : value,
    form: 'fraction',
    decimals: 0,
    figures: { least: 0, most: 0 },
    reduced: greatestDivisor(Number(above), denominator) === 1,
    before: text.slice(0, found.index),
    after: text.slice(found.index + all.length),
  }
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
