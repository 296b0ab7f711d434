import type * as z from 'zod/mini'
import type { Data } from '../question/index.js'
import { readNumber, type WrittenNumber } from './number-read.js'
import { round } from './round.js'
import type { acceptedNumberSchema, numberShape } from './schema.js'

export type AcceptedNumber = Data<z.infer<typeof acceptedNumberSchema>>

type Shape = { [Field in keyof typeof numberShape]?: z.infer<(typeof numberShape)[Field]> }

/** What a question or a gap asks of a number: the key, and how it is to be written. */
export type NumberQuestion = Data<Shape> & { readonly key: readonly AcceptedNumber[] }

/** A number and its unit, told apart. */
export interface Quantity {
  readonly number: WrittenNumber
  /** As it was written; empty where there is none. */
  readonly unit: string
}

/** What a response comes to. */
export interface NumberMatch {
  readonly share: number
  /** Index in the key; null where nothing fits. */
  readonly accepted: number | null
  /** What was lost on the way, and why: `unit`, `precision`, `form`. */
  readonly losses: readonly { readonly reason: string; readonly amount: number }[]
}

/** What can be made of a response: a number with a unit, or the code of what is wrong. */
export type QuantityReading =
  | { readonly quantity: Quantity }
  | { readonly code: 'not-a-number' | 'unknown-unit' | 'not-reduced' | 'wrong-form' }

/**
 * Reads text, a number or `{ value, unit }`. Invalid: `not-a-number`; `unknown-unit` where a wrong unit is no mere
 * penalty; `not-reduced` and `wrong-form` where the author lets the learner write it again.
 */
export function readQuantity(
  question: NumberQuestion,
  response: unknown,
  language: string | undefined,
): QuantityReading {
  const { text, unit: beside, locale = question.locale ?? language ?? 'en' } = partsOf(response)
  const number = readNumber(text, locale)
  if (!number) return { code: 'not-a-number' }
  const { units = [], form } = question
  const isBare = number.before === '' && number.after === '' && beside === ''
  if (isBare && !form?.again) return { quantity: { number, unit: '' } }
  const [, sign = '', before = ''] = /^([+\-−]?)\s*(.*)$/su.exec(number.before.trim()) ?? []
  const written = [before, number.after.trim(), beside].filter(one => one !== '')
  if (written.length > 1) return { code: 'not-a-number' }
  const [unit = ''] = written
  const declared = units.find(one => one.unit === unit)
  const misplaced = declared && beside === '' && unit !== '' && (declared.before ?? false) !== (before !== '')
  if (misplaced || (sign !== '' && before === '')) return { code: 'not-a-number' }
  if (unit !== '' && !declared && question.unitPenalty === undefined)
    return { code: units.length > 0 ? 'unknown-unit' : 'not-a-number' }
  if (form?.again && !hasForm(form, number)) return { code: number.reduced ? 'wrong-form' : 'not-reduced' }
  const signed = sign === '-' || sign === '−' ? { ...number, value: 0 - number.value } : number
  return { quantity: { number: signed, unit } }
}

interface Given {
  readonly text: string
  readonly unit: string
  /** How the text is written, where that isn't the learner's. */
  readonly locale?: string
}

/** Text and unit of a response; what is neither text, number nor a pair of them is no text. */
function partsOf(response: unknown): Given {
  if (typeof response === 'string') return { text: response.trim(), unit: '' }
  if (typeof response === 'number') return { text: String(response), unit: '', locale: 'en' }
  if (typeof response !== 'object' || response === null) return { text: '', unit: '' }
  const { value, unit = '' } = response as { readonly value?: unknown; readonly unit?: unknown }
  if (typeof value === 'object' || typeof unit !== 'string') return { text: '', unit: '' }
  return { ...partsOf(value), unit: unit.trim() }
}

/** What a quantity earns: the first entry of the key that it fits, less what its unit, precision and form cost. */
export function matchQuantity(question: NumberQuestion, { number, unit }: Quantity): NumberMatch {
  const { units = [], unitPenalty, precision, form } = question
  const declared = units.find(one => one.unit === unit)
  const unitFits = declared !== undefined || unitPenalty === undefined
  const inUnit = unitFits ? firstFit(question, number.value / (declared?.factor ?? 1)) : null
  const found = inUnit ?? (unitPenalty ? firstFit(question, number.value) : null)
  if (!found) return { share: 0, accepted: null, losses: [] }
  const losses: { reason: string; amount: number }[] = []
  let share = found.fraction
  const lose = (reason: string, amount: number) => {
    const lost = Math.min(share, amount)
    if (lost > 0) losses.push({ reason, amount: lost })
    share -= lost
  }
  if (precision && !hasPrecision(precision, number)) lose('precision', share * (precision.penalty ?? 1))
  if (form && !hasForm(form, number)) lose('form', share * (form.penalty ?? 1))
  if (!inUnit && unitPenalty)
    lose('unit', unitPenalty.of === 'maximum' ? unitPenalty.share : share * unitPenalty.share)
  return { share, accepted: found.index, losses }
}

function firstFit(
  question: NumberQuestion,
  value: number,
): { readonly index: number; readonly fraction: number } | null {
  for (const [index, entry] of question.key.entries())
    if (fits(entry, question.precision, value)) return { index, fraction: entry.fraction ?? 1 }
  return null
}

type Precision = NonNullable<NumberQuestion['precision']>
type Form = NonNullable<NumberQuestion['form']>

/** Bounds count; the last bits of a binary fraction don't. */
function fits(entry: AcceptedNumber, precision: Precision | undefined, given: number): boolean {
  if (entry.rounded && entry.value !== undefined)
    return roundTo(entry.rounded, given) === roundTo(entry.rounded, entry.value)
  let [least, most] = boundsOf(entry)
  let value = given
  if (precision) {
    ;[least, most, value] = [roundTo(precision, least), roundTo(precision, most), roundTo(precision, given)]
  }
  const slack = 1e-12 * Math.abs(value)
  return !(value < least - slack) && !(value > most + slack)
}

/** Moodle's tolerances: nominal v ± t, relative v ± t·|v|, geometric v / (1 + t) to v · (1 + t). */
function boundsOf({
  value,
  min,
  max,
  tolerance = 0,
  toleranceType = 'nominal',
}: AcceptedNumber): [number, number] {
  if (value === undefined) return [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY]
  if (toleranceType === 'geometric') {
    const ends = [value / (1 + tolerance), value * (1 + tolerance)] as const
    return [Math.min(...ends), Math.max(...ends)]
  }
  const reach = toleranceType === 'relative' ? tolerance * Math.abs(value) : tolerance
  return [value - reach, value + reach]
}

/** Rounded as people see it, halves away from zero. */
export function roundTo(
  { decimals, significant }: Pick<Precision, 'decimals' | 'significant'>,
  value: number,
): number {
  if (!Number.isFinite(value) || value === 0) return value
  const places = decimals ?? (significant ?? 15) - 1 - Math.floor(Math.log10(Math.abs(value)))
  return round(value, { decimals: places })
}

/** As many digits as asked, or where that isn't strict, no more. */
function hasPrecision({ decimals, significant, strict = false }: Precision, number: WrittenNumber): boolean {
  if (decimals !== undefined) return strict ? number.decimals === decimals : number.decimals <= decimals
  if (significant === undefined) return true
  const { least, most } = number.figures
  return least <= significant && (!strict || significant <= most)
}

function hasForm({ accept, reduced }: Form, number: WrittenNumber): boolean {
  return (accept?.includes(number.form) ?? true) && (!reduced || number.reduced)
}
