import type * as z from 'zod/mini'
import type { Data, Fault } from '../question/index.js'
import { readNumber, separatorsOf, type WrittenNumber } from './number-read.js'
import { round } from './round.js'
import type { acceptedNumberSchema, numberShape } from './schema.js'

export type AcceptedNumber = Data<z.infer<typeof acceptedNumberSchema>>

type Shape = { [Field in keyof typeof numberShape]?: z.infer<(typeof numberShape)[Field]> }

/** What a question or a gap asks of a number: the key, and how it is to be written. */
export type NumberQuestion = Data<Shape> & {
  readonly key: readonly AcceptedNumber[]
  readonly language?: string | undefined
}

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
export function readQuantity(question: NumberQuestion, response: unknown): QuantityReading {
  const given = partsOf(response)
  if (!given) return { code: 'not-a-number' }
  const number = readNumber(given.text, question.locale ?? question.language ?? 'en')
  if (!number) return { code: 'not-a-number' }
  const { units = [], form } = question
  const before = number.before.trim()
  const after = number.after.trim()
  const beside = [before, after, given.unit].filter(text => text !== '')
  if (beside.length > 1) return { code: 'not-a-number' }
  const unit = beside[0] ?? ''
  const declared = units.find(one => one.unit === unit)
  if (declared && given.unit === '' && unit !== '' && (declared.before ?? false) !== (before !== ''))
    return { code: 'not-a-number' }
  if (unit !== '' && !declared && (question.unitPenalty === undefined || before !== ''))
    return { code: units.length > 0 ? 'unknown-unit' : 'not-a-number' }
  if (form?.again && !hasForm(form, number)) return { code: number.reduced ? 'wrong-form' : 'not-reduced' }
  return { quantity: { number, unit } }
}

/** Text and unit of a response; null where it is neither text, number nor a pair of them. */
function partsOf(response: unknown): { readonly text: string; readonly unit: string } | null {
  if (typeof response === 'number')
    return Number.isFinite(response) ? { text: String(response), unit: '' } : null
  if (typeof response === 'string') return { text: response, unit: '' }
  if (typeof response !== 'object' || response === null) return null
  const { value, unit = '' } = response as { readonly value?: unknown; readonly unit?: unknown }
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return typeof unit === 'string' ? { text, unit: unit.trim() } : null
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

/** The first entry of the key that gives the most, written as it is asked for. */
export function writeQuantity(
  question: NumberQuestion,
): string | { readonly value: string; readonly unit: string } {
  const most = Math.max(...question.key.map(({ fraction = 1 }) => fraction))
  const { value, min, max } = question.key.find(({ fraction = 1 }) => fraction === most) ?? {}
  const text = writeNumber(question, value ?? min ?? max ?? 0)
  const unit = question.units?.find(({ factor = 1 }) => factor === 1)
  return question.unitPenalty && unit ? { value: text, unit: unit.unit } : text
}

function writeNumber({ precision, form, locale, language }: NumberQuestion, value: number): string {
  const accept = form?.accept ?? ['decimal']
  if (!accept.includes('decimal') && accept.includes('fraction')) return asFraction(value)
  const { decimals, significant } = precision ?? {}
  const digits = (given: number) =>
    decimals !== undefined
      ? given.toFixed(decimals)
      : significant
        ? given.toPrecision(significant)
        : String(given)
  const text = accept.includes('decimal')
    ? digits(precision ? roundTo(precision, value) : value)
    : value.toExponential(significant && significant - 1)
  return text.replace('.', separatorsOf(locale ?? language ?? 'en').decimal)
}

/** The first fraction that comes as near as numbers tell apart. */
function asFraction(value: number): string {
  for (let below = 1; below <= 10_000; below++) {
    const above = Math.round(value * below)
    if (Math.abs(above / below - value) <= 1e-9 * Math.abs(value)) return `${above}/${below}`
  }
  return String(value)
}

/** What is wrong with a numeric key that its schema alone can't see. `path` leads to the question or the gap. */
export function checkNumberKey({
  key,
  precision,
  units = [],
  unitPenalty,
}: NumberQuestion): readonly Fault[] {
  const faults: Fault[] = []
  const report = (code: string, path: Fault['path'], message: string) => faults.push({ code, path, message })
  for (const [index, { value, min, max, tolerance, rounded }] of key.entries()) {
    const path = ['key', index]
    const ranged = min !== undefined || max !== undefined
    if ((value === undefined) !== ranged)
      report(
        'value-or-range',
        path,
        "An accepted number has either a 'value' or a 'min' and 'max', not both and not neither.",
      )
    if (min !== undefined && max !== undefined && min > max)
      report(
        'bounds-crossed',
        path,
        `'min' is ${min}, 'max' is ${max}; the least can't be more than the most.`,
      )
    if (rounded && tolerance)
      report(
        'rounded-and-tolerance',
        path,
        "Take either 'rounded' or 'tolerance'; together they say two things.",
      )
    if (rounded && (rounded.decimals === undefined) === (rounded.significant === undefined))
      report('digits', [...path, 'rounded'], "'rounded' needs either 'decimals' or 'significant'.")
  }
  if (key.every(({ fraction = 1 }) => fraction < 1))
    report(
      'no-full-answer',
      ['key'],
      'No accepted number gives all points; let the right one have the fraction 1.',
    )
  if (precision && (precision.decimals === undefined) === (precision.significant === undefined))
    report('digits', ['precision'], "'precision' needs either 'decimals' or 'significant'.")
  for (const [index, { unit }] of units.entries())
    if (units.findIndex(other => other.unit === unit) < index)
      report('repeated-unit', ['units', index], `The unit '${unit}' is given twice; once is enough.`)
  if (units.length > 0 && !units.some(({ factor = 1 }) => factor === 1))
    report('no-base-unit', ['units'], 'The key is in a unit whose factor is 1; name it among the units.')
  if (unitPenalty && units.length === 0)
    report('penalty-without-units', ['unitPenalty'], "'unitPenalty' needs 'units': say which are right.")
  return faults
}
