import type * as z from 'zod/mini'
import { type Data, type Marks, type Part, settle } from '../question/index.js'
import type { sequenceMarkingSchema } from './schema.js'

/** How an order is marked. */
export type SequenceMarking = Data<z.infer<typeof sequenceMarkingSchema>>

/** What each item, in the order of the key, earns and could earn, in units of `whole`. */
interface Earned {
  readonly earned: readonly number[]
  readonly possible: readonly number[]
  readonly whole: number
}

/**
 * The rules that compare two orders. `at[i]` is where the item that the key has at i stands in the response, −1 where
 * it doesn't; `given` holds the key's index of each item of the response in turn. n items.
 */
const rules: {
  readonly [Rule in Exclude<SequenceMarking['rule'], 'listed-orders'>]: (
    at: readonly number[],
    given: readonly number[],
  ) => Earned
} = {
  /** 1 for the very order, else 0. */
  'all-or-nothing': at => {
    const right = at.every((place, index) => place === index)
    return evenly(at.map(() => (right ? 1 : 0)))
  },
  /** Items in their place / n. Moodle. */
  'absolute-position': at => evenly(at.map((place, index) => (place === index ? 1 : 0))),
  /** Items followed by the right one / (n − 1). Moodle's 'relative to the next item (excluding last)'. */
  'next-excluding-last': (at, given) => {
    const earned = at.map((place, index) =>
      index < at.length - 1 && follows(given, place, index + 1) ? 1 : 0,
    )
    return { earned, possible: at.map((_, index) => (index < at.length - 1 ? 1 : 0)), whole: at.length - 1 }
  },
  /** Items followed by the right one, the last by none, / n. Moodle's 'relative to the next item (including last)'. */
  'next-including-last': (at, given) =>
    evenly(at.map((place, index) => (isNext(at, given, place, index) ? 1 : 0))),
  /** Right neighbours, before and after / 2(n − 1). Moodle's 'relative to one previous and next'. */
  'one-previous-next': (at, given) => {
    const neighbours = (index: number) =>
      [index - 1, index + 1].filter(other => other >= 0 && other < at.length)
    return {
      earned: at.map(
        (place, index) =>
          neighbours(index).filter(other => place >= 0 && given[place + other - index] === other).length,
      ),
      possible: at.map((_, index) => neighbours(index).length),
      whole: 2 * (at.length - 1),
    }
  },
  /** Pairs in the right relative order, seen from both ends / n(n − 1). Moodle's 'relative to all previous and next'. */
  'all-previous-next': at => pairs(at),
  /** Items of the longest subset in the right order, at least 2 / n. Moodle. */
  'longest-ordered': (at, given) => subset(at, longestOrdered(given)),
  /** Items of the longest run that the key has too, at least 2 / n. Moodle. */
  'longest-contiguous': (at, given) => subset(at, longestContiguous(given)),
  /** Σ max(0, n − 1 − distance from the right place) / n(n − 1). Moodle's 'relative to correct position'. */
  distance: at => ({
    earned: at.map((place, index) => (place < 0 ? 0 : Math.max(0, at.length - 1 - Math.abs(place - index)))),
    possible: at.map(() => at.length - 1),
    whole: at.length * (at.length - 1),
  }),
  /** Pairs in the right relative order / n(n − 1)/2. PIE. */
  'relative-pairs': at => pairs(at),
}

/**
 * Marks an order against the right one.
 *
 * @param key ids in the right order, each once.
 * @param response ids, each once and among the key's; may be incomplete. Null where nothing was given.
 */
export function markSequence(
  marking: SequenceMarking,
  key: readonly string[],
  response: readonly string[] | null,
): Marks {
  const order = response ?? []
  const at = key.map(id => order.indexOf(id))
  const { earned, possible, whole } = earnedUnder(marking, key, order, at)
  const complete = order.length === key.length
  const nothing = order.length === 0 || ('complete' in marking && marking.complete && !complete)
  // A single item has no neighbours and no pairs: it is right where it stands.
  const unit = Math.max(1, whole)
  const parts = key.map((id, index): Part => {
    const got = nothing ? 0 : (earned[index] ?? 0) / unit
    const most = (possible[index] ?? 0) / unit
    const place = at[index] ?? -1
    const outcome =
      place < 0 ? 'unanswered' : got >= most - 1e-9 && got > 0 ? 'correct' : got > 0 ? 'partial' : 'incorrect'
    return { id, outcome, earned: got, possible: most, reason: place < 0 ? 'missing' : reasons[outcome] }
  })
  const sum = nothing ? 0 : earned.reduce((total, one) => total + one, 0)
  const fraction = settle(sum / unit)
  return {
    fraction,
    lowest: 0,
    highest: 1,
    parts,
    trace: [
      {
        step: 'rule',
        rule: marking.rule,
        fraction,
        figures: {
          of: key.length,
          given: order.length,
          inPlace: at.filter((place, index) => place === index).length,
        },
      },
    ],
  }
}

const reasons = {
  correct: 'well-placed',
  partial: 'partly-placed',
  incorrect: 'misplaced',
  unanswered: 'missing',
} as const

function earnedUnder(
  marking: SequenceMarking,
  key: readonly string[],
  order: readonly string[],
  at: readonly number[],
): Earned {
  if (marking.rule !== 'listed-orders') {
    if (key.length === 1) return evenly(at.map(place => (place === 0 ? 1 : 0)))
    return rules[marking.rule](
      at,
      order.map(id => key.indexOf(id)),
    )
  }
  const listed = [{ order: key, fraction: 1 }, ...marking.orders].find(one => sameOrder(one.order, order))
  const each = listed?.fraction ?? 0
  return { earned: at.map(() => each), possible: at.map(() => 1), whole: at.length }
}

function evenly(earned: readonly number[]): Earned {
  return { earned, possible: earned.map(() => 1), whole: earned.length }
}

function follows(given: readonly number[], place: number, next: number): boolean {
  return place >= 0 && given[place + 1] === next
}

function isNext(at: readonly number[], given: readonly number[], place: number, index: number): boolean {
  if (index < at.length - 1) return follows(given, place, index + 1)
  return place >= 0 && place === given.length - 1 && given.length === at.length
}

/** Each pair counts half for either item. */
function pairs(at: readonly number[]): Earned {
  const earned = at.map(
    (place, index) =>
      at.filter(
        (other, which) => which !== index && place >= 0 && other >= 0 && place < other === index < which,
      ).length,
  )
  return { earned, possible: at.map(() => at.length - 1), whole: at.length * (at.length - 1) }
}

function subset(at: readonly number[], members: ReadonlySet<number>): Earned {
  return evenly(at.map((_, index) => (members.size >= 2 && members.has(index) ? 1 : 0)))
}

/** The longest increasing subsequence, the first of equals. */
function longestOrdered(given: readonly number[]): ReadonlySet<number> {
  const best: number[][] = []
  for (const [place, rank] of given.entries()) {
    let before: number[] = []
    for (let earlier = 0; earlier < place; earlier++) {
      const chain = best[earlier] ?? []
      if ((given[earlier] ?? 0) < rank && chain.length > before.length) before = chain
    }
    best.push([...before, rank])
  }
  return new Set(best.reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []))
}

/** The longest run in which each is followed by its follower in the key, the first of equals. */
function longestContiguous(given: readonly number[]): ReadonlySet<number> {
  let longest: readonly number[] = []
  let run: number[] = []
  for (const rank of given) {
    run = run.length > 0 && rank === (run.at(-1) ?? 0) + 1 ? [...run, rank] : [rank]
    if (run.length > longest.length) longest = run
  }
  return new Set(longest)
}

function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}
