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

/** The locale's decimal separator; null where the locale is none. */
export function decimalOf(locale: string): string | null {
  try {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5)
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  } catch {
    return null
  }
}

/** How a locale writes numbers; as English does where it is none. */
export function separatorsOf(locale: string): Separators {
  const known = separatorsByLocale.get(locale)
  if (known) return known
  const decimal = decimalOf(locale) ?? '.'
  const group = decimal === ',' ? '.' : ','
  const point = decimal === '.' ? '\\.' : decimal
  const thousands = `[1-9]\\d{0,2}(?<parted>[${neutralGroups}${group}])\\d{3}(?:\\k<parted>\\d{3})*(?!\\d)`
  const lakhs = group === ',' ? '|[1-9]\\d?(?:,\\d{2})+,\\d{3}(?!\\d)' : ''
  const exponent = '(?:[eE]|\\s*[×x*·]\\s*10\\s*\\^)\\s*(?<power>[+\\-−]?\\d{1,3})'
  const number = new RegExp(
    `(?<sign>[+\\-−]?)\\s*(?:(?<whole>${thousands}${lakhs}|\\d+)(?:${point}(?<decimals>\\d*))?|${point}(?<bare>\\d+))(?:${exponent})?`,
  )
  const made = { decimal, number }
  separatorsByLocale.set(locale, made)
  return made
}

const ascii = /^[ -~]*$/
const digit = /\p{Nd}/gu
const superscripts = /10[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b]+/g
const raised = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'

/** Any script's digits as 0 to 9, its decimal separator as ours, and raised powers written out. */
function inWesternDigits(text: string): string {
  return text
    .replace(
      superscripts,
      power =>
        `10^${[...power.slice(2)].map(one => (one === '\u207b' ? '-' : raised.indexOf(one))).join('')}`,
    )
    .replace(digit, one => String(valueOfDigit(one)))
    .replaceAll('\u066b', '.')
}

/** Digits of a script stand in a row of ten, from its zero on. */
function valueOfDigit(one: string): number {
  let value = 0
  let code = one.codePointAt(0) ?? 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    value += 1
    code -= 1
  }
  return value
}

/** What most numbers look like, read without ado. */
const bareNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/

const fraction = /([+\-−]?)\s*(?:(\d{1,15})\s+)?(\d{1,15})\s*\/\s*(\d{1,15})/

/**
 * Reads a number as people of a locale write it: with their decimal separator, thousands parted in threes by the
 * locale's separator, a space or an apostrophe, as a power of ten (`1.2e3`, `1.2 × 10^3`) or as a fraction (`2/3`, `1 1/2`).
 * Null where there is none.
 */
export function readNumber(given: string, locale: string): WrittenNumber | null {
  if (given.length > 200) return null
  const { decimal, number } = separatorsOf(locale)
  if (decimal === '.' && bareNumber.test(given)) return readBare(given)
  const text = ascii.test(given) ? given : inWesternDigits(given)
  const asFraction = text.includes('/') ? fraction.exec(text) : null
  if (asFraction) return readFraction(text, asFraction)
  const found = number.exec(text)
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

function readBare(text: string): WrittenNumber {
  const point = text.indexOf('.')
  const value = Number(text)
  let start = 0
  while (start < text.length && '-0.'.includes(text.charAt(start))) start += 1
  let end = text.length
  while (point === -1 && end > start && text.charAt(end - 1) === '0') end -= 1
  const most = text.length - start - (point >= start ? 1 : 0)
  return {
    value: value === 0 ? 0 : value,
    form: 'decimal',
    decimals: point === -1 ? 0 : text.length - point - 1,
    figures: { least: point === -1 ? end - start : most, most },
    reduced: true,
    before: '',
    after: '',
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
