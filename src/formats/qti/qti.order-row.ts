import { asId } from '../collect.js'
import {
  bestOf,
  blank,
  choicesIn,
  isSetOf,
  listsIn,
  mostNear,
  pointsField,
  type Row,
  rawIds,
  sampleOf,
} from './qti.asked.js'
import type { Score } from './qti.fit.js'
import { isTried, ordersOf, type Sample, unique } from './qti.spaces.js'

/** Where things are put in an order. */
export const orderRow: { readonly [interaction: string]: Row } = {
  orderInteraction(asked) {
    const items = choicesIn(asked, 'simpleChoice')
    const raw = rawIds(asked, 'simpleChoice')
    const correct = asked.declaration.correct.scalars.map(String)
    const isWhole = correct.length === raw.length && raw.every(id => correct.includes(id))
    const named = listsIn(asked).filter(list => list.length === raw.length && isSetOf(list, raw))
    const sampled = (order: readonly string[]) => sampleOf(asked, order, order.map(asId))
    const tried = [...ordersOf(raw, [...named.slice(0, mostNear(raw.length)), raw], asked.tries), ...named]
    const samples = [blank, ...unique(tried).map(sampled)]
    // Of more orders than can be tried, only those that the rules name can be told to be all that earn something.
    const listed = isTried(raw, asked.tries) ? samples : named.map(sampled)
    return {
      fields: { type: 'ordering', items },
      samples,
      candidates: score => ordersFor(isWhole ? correct.map(asId) : null, samples, listed, score),
    }
  },
}

const orderRules = [
  'absolute-position',
  'all-or-nothing',
  'next-excluding-last',
  'next-including-last',
  'one-previous-next',
  'all-previous-next',
  'longest-ordered',
  'longest-contiguous',
  'distance',
  'relative-pairs',
] as const

function* ordersFor(
  correct: readonly string[] | null,
  samples: readonly Sample[],
  listed: readonly Sample[],
  score: Score,
) {
  const best = bestOf(samples, score)
  const points = score(best.given)
  if (points <= 0) return
  const key = correct ?? best.ours
  const fields = { key, ...pointsField(points) }
  yield fields
  for (const rule of orderRules) yield { ...fields, marking: { rule } }
  const orders = listed.flatMap(({ ours, given }) =>
    ours === null || score(given) <= 0 || String(ours) === String(key)
      ? []
      : [{ order: ours, fraction: score(given) / points }],
  )
  yield { ...fields, marking: { rule: 'listed-orders', orders } }
}
