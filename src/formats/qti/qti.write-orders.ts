import type { SequenceMarking } from '../../marking/index.js'
import { allOrNothing, type WrittenMarking } from './qti.write-marking.js'
import {
  addScore,
  base,
  choose,
  correct,
  matches,
  qtiId,
  setOutcome,
  setScore,
  tag,
  variable,
  whereGiven,
} from './qti.write-xml.js'

/** How an order is scored; where each thing stands is kept in outcomes of the item's own. */
export interface WrittenOrder extends WrittenMarking {
  readonly outcomes: readonly string[]
}

const response = variable('RESPONSE')
/** Where the thing stands that the key has at `index`, counted from 1. */
const placeName = (index: number) => `PLACE_${index + 1}`
const place = (index: number) => variable(placeName(index))
const minus = (one: string, other: string) => tag('qti-subtract', {}, one, other)
const isAt = (at: number, id: string) => matches(tag('qti-index', { n: at + 1 }, response), base(qtiId(id)))
const equals = (one: string, other: number) =>
  tag('qti-equal', { 'tolerance-mode': 'exact' }, one, base(other))

/** Each pair of neighbours that stands together as in the key. */
const neighbours = (size: number, share: number) =>
  range(size - 1).map(index => choose([equals(minus(place(index + 1), place(index)), 1), addScore(share)]))

/** Each pair that stands in the right order, near or far. */
const pairs = (size: number, points: number) =>
  range(size).flatMap(one =>
    range(size)
      .filter(other => other > one)
      .map(other =>
        choose([tag('qti-lt', {}, place(one), place(other)), addScore((2 * points) / (size * (size - 1)))]),
      ),
  )

/** How far each is from its place. */
function distances(size: number, points: number): readonly string[] {
  const near = range(size).map(index => {
    const [now, right] = [place(index), base(index + 1)]
    return minus(base(size - 1), tag('qti-max', {}, minus(now, right), minus(right, now)))
  })
  const share = base(points / (size * (size - 1)))
  return [setScore(tag('qti-product', {}, share, tag('qti-sum', {}, ...near)))]
}

const range = (size: number) => Array.from({ length: size }, (_, index) => index)

/** The rules that look at where things stand. The longest runs are not among them: their place counts then. */
const byPlace: {
  readonly [Rule in SequenceMarking['rule']]?: (size: number, points: number) => readonly string[]
} = {
  'next-excluding-last': (size, points) => neighbours(size, points / (size - 1)),
  'next-including-last': (size, points) => [
    ...neighbours(size, points / size),
    choose([equals(place(size - 1), size), addScore(points / size)]),
  ],
  // Seen from both sides, each pair of neighbours counts twice of twice as much.
  'one-previous-next': (size, points) => neighbours(size, points / (size - 1)),
  'all-previous-next': pairs,
  'relative-pairs': pairs,
  distance: distances,
}

/** An order: the very one, listed ones, each thing in its place, or by what stands before what. */
export function orderMarking(
  key: readonly string[],
  points: number,
  marking: SequenceMarking | undefined,
): WrittenOrder {
  if (marking?.rule === 'all-or-nothing') return { ...allOrNothing(points), outcomes: [] }
  if (marking?.rule === 'listed-orders') return { rules: listedOrders(points, marking.orders), outcomes: [] }
  const rule = marking && key.length > 1 ? byPlace[marking.rule] : undefined
  if (!rule) {
    const each = key.map((id, at) => choose([isAt(at, id), addScore(points / key.length)]))
    return { rules: each.join(''), outcomes: [] }
  }
  const places = key.map((id, index) =>
    choose(...key.map((_, at) => [isAt(at, id), setOutcome(placeName(index), base(at + 1))] as const)),
  )
  const rules = [...places, ...rule(key.length, points)].join('')
  return { rules: whereGiven('RESPONSE', rules), outcomes: key.map((_, index) => placeName(index)) }
}

function listedOrders(
  points: number,
  orders: readonly { readonly order: readonly string[]; readonly fraction: number }[],
): string {
  const others = orders.map(({ order, fraction }) => {
    const listed = tag('qti-ordered', {}, ...order.map(id => base(qtiId(id))))
    return [matches(response, listed), setScore(base(points * fraction))] as const
  })
  return choose([matches(response, correct('RESPONSE')), setScore(base(points))], ...others)
}
