import { greatestShare } from './greatest-share.js'
import { type NumberQuestion, roundTo } from './number-match.js'
import { separatorsOf } from './number-read.js'

/** A response that earns the most, written as it is asked for. */
export function writeQuantity(
  question: NumberQuestion,
  language: string | undefined,
): string | { readonly value: string; readonly unit: string } {
  const most = greatestShare(question.key)
  const { value, min, max } = question.key.find(({ fraction = 1 }) => fraction === most) ?? {}
  const text = writeAsAsked(question, language, value ?? min ?? max ?? 0)
  const unit = question.units?.find(({ factor = 1 }) => factor === 1)
  return question.unitPenalty && unit ? { value: text, unit: unit.unit } : text
}

function writeAsAsked(
  { precision, form, locale }: NumberQuestion,
  language: string | undefined,
  value: number,
): string {
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
  return withSeparator(text, locale ?? language ?? 'en')
}

/** A number with the decimal separator of the locale. */
export function writeNumber(value: number, locale = 'en'): string {
  return withSeparator(String(value), locale)
}

function withSeparator(text: string, locale: string): string {
  return text.replace('.', separatorsOf(locale).decimal)
}

/** The first fraction that comes as near as numbers tell apart. */
function asFraction(value: number): string {
  for (let below = 1; below <= 10_000; below++) {
    const above = Math.round(value * below)
    if (Math.abs(above / below - value) <= 1e-9 * Math.abs(value)) return `${above}/${below}`
  }
  return String(value)
}
