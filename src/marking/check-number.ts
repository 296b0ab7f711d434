import type { Fault } from '../question/index.js'
import { greatestShare } from './greatest-share.js'
import { matchQuantity, type NumberQuestion, readQuantity } from './number-match.js'
import { decimalOf } from './number-read.js'
import { writeQuantity } from './number-write.js'

/** What is wrong with a key of numbers that its schema alone can't see. The path starts at the question or the gap. */
export function checkNumberKey(question: NumberQuestion, language: string | undefined): readonly Fault[] {
  const faults = [...checkEntries(question), ...checkWriting(question)]
  if (faults.length > 0) return faults
  const reading = readQuantity(question, writeQuantity(question, language), language)
  const most = greatestShare(question.key)
  if ('quantity' in reading && matchQuantity(question, reading.quantity).share >= most) return []
  return [
    {
      code: 'key-out-of-reach',
      path: ['key'],
      message:
        'No response gets all points: an earlier entry takes it, or it can’t be written in the form that is asked for.',
    },
  ]
}

function checkEntries({ key }: NumberQuestion): readonly Fault[] {
  const faults: Fault[] = []
  for (const [index, { value, min, max, tolerance, rounded }] of key.entries()) {
    const report = (code: string, message: string) => faults.push({ code, path: ['key', index], message })
    const ranged = min !== undefined || max !== undefined
    if ((value === undefined) !== ranged)
      report('value-or-range', "An accepted number has either a 'value' or a 'min' and 'max', never both.")
    if (min !== undefined && max !== undefined && min > max)
      report('bounds-crossed', `'min' is ${min}, 'max' is ${max}; the least can't be more than the most.`)
    if (rounded && tolerance)
      report('rounded-and-tolerance', "Take either 'rounded' or 'tolerance'; together they say two things.")
    if (rounded) faults.push(...checkDigits(['key', index, 'rounded'], rounded))
  }
  if (key.every(({ fraction = 1 }) => fraction < 1))
    faults.push({
      code: 'no-full-answer',
      path: ['key'],
      message: 'No accepted number gives all points; let the right one have the fraction 1.',
    })
  return faults
}

function checkWriting({ precision, units = [], unitPenalty, locale }: NumberQuestion): readonly Fault[] {
  const faults: Fault[] = precision ? [...checkDigits(['precision'], precision)] : []
  const report = (code: string, path: Fault['path'], message: string) => faults.push({ code, path, message })
  for (const [index, { unit }] of units.entries())
    if (units.findIndex(other => other.unit === unit) < index)
      report('repeated-unit', ['units', index], `The unit '${unit}' is given twice; once is enough.`)
  if (units.length > 0 && !units.some(({ factor = 1 }) => factor === 1))
    report('no-base-unit', ['units'], 'The key is in a unit whose factor is 1; name it among the units.')
  if (unitPenalty && units.length === 0)
    report('penalty-without-units', ['unitPenalty'], "'unitPenalty' needs 'units': say which are right.")
  if (locale !== undefined && decimalOf(locale) === null)
    report('unknown-locale', ['locale'], `'${locale}' is no locale; write a tag such as 'en' or 'de-CH'.`)
  return faults
}

function checkDigits(
  path: Fault['path'],
  {
    decimals,
    significant,
  }: { readonly decimals?: number | undefined; readonly significant?: number | undefined },
): readonly Fault[] {
  if ((decimals === undefined) !== (significant === undefined)) return []
  return [{ code: 'digits', path, message: `'${path.at(-1)}' needs either 'decimals' or 'significant'.` }]
}
