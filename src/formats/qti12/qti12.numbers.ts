import type { Note } from '../collect.js'
import { type Built, feedbackOn, noKey, type Texts, unsupportedScoring } from './qti12.built.js'
import { equalsIn, scoringOf, type Test } from './qti12.conditions.js'
import type { Item } from './qti12.item.js'

export function number(item: Item, texts: Texts): Built | Note {
  const scoring = scoringOf(item.conditions)
  const most = Math.max(0, ...scoring.map(({ worth }) => worth))
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

/** Values, or one with a margin, or a range. */
function numbersIn(test: Test, { note }: Texts): readonly object[] | null {
  const leaves = leavesIn(test)
  if (!leaves) return null
  const values = leaves.filter(({ is }) => is === 'equal').map(({ number }) => number)
  const number = rangeIn(leaves, values, note)
  if (number) return [number]
  return values.length === leaves.length ? values.map(value => ({ value })) : null
}

function rangeIn(leaves: Leaves, values: readonly number[], note: Texts['note']): object | null {
  const [value, ...others] = values
  if (others.length > 0) return null
  const least = leaves.find(({ is }) => is === 'gte' || is === 'gt')
  const most = leaves.find(({ is }) => is === 'lte' || is === 'lt')
  if ([least, most].some(bound => bound?.is === 'gt' || bound?.is === 'lt'))
    note('bound-included', 'A bound that was left out there is accepted here.')
  if (value === undefined) {
    if (!least && !most) return null
    return { ...(least && { min: least.number }), ...(most && { max: most.number }) }
  }
  if (!least || !most) return least || most ? null : { value }
  const [below, above] = [value - least.number, most.number - value]
  if (below === 0 && above === 0) return { value }
  const isEven = Math.abs(below - above) <= 1e-9 * Math.max(1, Math.abs(value))
  return isEven && above > 0 ? { value, tolerance: tidy(above) } : { min: least.number, max: most.number }
}

const tidy = (margin: number) => Number(margin.toPrecision(12))

type Leaves = readonly { readonly is: Test['is']; readonly number: number }[]

function leavesIn(test: Test): Leaves | null {
  if (test.is === 'and' || test.is === 'or') {
    const all = test.tests.map(leavesIn)
    return all.every(leaves => leaves !== null) ? all.flat() : null
  }
  if (!('value' in test) || test.value === '' || !Number.isFinite(Number(test.value))) return null
  return [{ is: test.is, number: Number(test.value) }]
}
