import type { Note } from '../collect.js'
import { greatestOf } from '../greatest.js'
import { type Built, feedbackOn, noKey, type Texts, unsupportedScoring } from './qti12.built.js'
import { equalsIn, scoringOf, type Test } from './qti12.conditions.js'
import type { Item } from './qti12.item.js'

export function number(item: Item, texts: Texts): Built | Note {
  const scoring = scoringOf(item.conditions)
  const most = Math.max(0, greatestOf(scoring.map(({ worth }) => worth)))
  const key: object[] = []
  for (const { condition, worth } of scoring) {
    const accepted = numbersIn(condition.test, texts)
    if (!accepted) return unsupportedScoring('Numbers are compared in a way that a bank has not.')
    const [equal] = equalsIn(condition.test)
    for (const number of accepted)
      key.push({
        ...number,
        ...(worth < most && { fraction: Math.max(0, worth / most) }),
        ...(equal && feedbackOn(equal.value, item, texts)),
      })
  }
  return key.length === 0 ? noKey : { type: 'numeric', key }
}

/** A number that is accepted: a value, with a margin or without, or a range. */
interface Accepted {
  readonly value?: number
  readonly tolerance?: number
  readonly min?: number
  readonly max?: number
}

/** What a test accepts; null where a bank can't say it. */
function numbersIn(test: Test, texts: Texts): readonly Accepted[] | null {
  if (test.is === 'or' || (test.is === 'and' && test.tests.length === 1)) {
    const all = test.tests.map(one => numbersIn(one, texts))
    return all.every(accepted => accepted !== null) ? withMargin(all.flat()) : null
  }
  if (test.is === 'and') return rangeOf(test.tests, texts)
  return rangeOf([test], texts)
}

/** Bounds that hold together, each at most once; or values, as some list them without an `or`. */
function rangeOf(tests: readonly Test[], { note }: Texts): readonly Accepted[] | null {
  const leaves = tests.map(leafOf)
  if (leaves.some(leaf => leaf === null)) return null
  const of = (...names: readonly Test['is'][]) =>
    leaves.flatMap(leaf => (leaf && names.includes(leaf.is) ? [leaf] : []))
  const [values, least, most] = [of('equal'), of('gte', 'gt'), of('lte', 'lt')]
  if (values.length === leaves.length) return values.map(({ number }) => ({ value: number }))
  if (values.length > 0 || least.length > 1 || most.length > 1) return null
  if ([...least, ...most].some(({ is }) => is === 'gt' || is === 'lt'))
    note('bound-included', 'A bound that was left out there is accepted here.')
  const [min, max] = [least[0]?.number, most[0]?.number]
  return [{ ...(min !== undefined && { min }), ...(max !== undefined && { max }) }]
}

function leafOf(test: Test): { readonly is: Test['is']; readonly number: number } | null {
  if (!('value' in test) || test.value === '' || !Number.isFinite(Number(test.value))) return null
  return { is: test.is, number: Number(test.value) }
}

/** Canvas writes a value with a margin as that value or the range around it. */
function withMargin(accepted: readonly Accepted[]): readonly Accepted[] {
  const [value, range] = [
    accepted.find(one => one.value !== undefined)?.value,
    accepted.find(one => one.value === undefined),
  ]
  const { min, max } = range ?? {}
  if (accepted.length !== 2 || value === undefined || min === undefined || max === undefined) return accepted
  if (value < min || value > max) return accepted
  const [below, above] = [value - min, max - value]
  if (below === 0 && above === 0) return [{ value }]
  const isEven = Math.abs(below - above) <= 1e-9 * Math.max(1, Math.abs(value))
  return isEven ? [{ value, tolerance: Number(above.toPrecision(12)) }] : [{ min, max }]
}
