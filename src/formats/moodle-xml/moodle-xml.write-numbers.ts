import type { BuiltInQuestion } from '../../interactions/index.js'
import type { AcceptedNumber } from '../../marking/index.js'

/** A question in the form that Moodle can hold, and what became other by that. */
export interface Turned {
  readonly question: BuiltInQuestion
  readonly notes: readonly string[]
}

/** An accepted number as Moodle has it, a value and how far off it may be; null where it can't be said so. */
export function withTolerance(entry: AcceptedNumber): AcceptedNumber | null {
  const { value, min, max, tolerance = 0, toleranceType = 'nominal', ...rest } = entry
  if (value === undefined) {
    if (min === undefined || max === undefined) return null
    return between(min, max, rest)
  }
  if (tolerance === 0) return { value, ...rest }
  if (toleranceType === 'geometric') {
    const [one, other] = [value / (1 + tolerance), value * (1 + tolerance)]
    return between(Math.min(one, other), Math.max(one, other), rest)
  }
  return { value, tolerance: toleranceType === 'relative' ? tolerance * Math.abs(value) : tolerance, ...rest }
}

function between(min: number, max: number, rest: object): AcceptedNumber {
  const [value, tolerance] = [min / 2 + max / 2, max / 2 - min / 2]
  return tolerance === 0 ? { value, ...rest } : { value, tolerance, ...rest }
}

export const rangesNote = 'Ranges and relative tolerances are a value and how far off it may be.'

/** All entries as Moodle has them, and whether any had to change; null where one can't be said so. */
export function numbersFor(key: readonly AcceptedNumber[]) {
  const turned = key.map(withTolerance)
  if (turned.includes(null)) return null
  const isChanged = key.some(
    ({ value, tolerance, toleranceType }) =>
      value === undefined || (tolerance && toleranceType && toleranceType !== 'nominal'),
  )
  return { key: turned.filter(entry => entry !== null), notes: isChanged ? [rangesNote] : [] }
}
