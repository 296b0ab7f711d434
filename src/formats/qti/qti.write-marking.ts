import type { PairsMarking, SelectionMarking } from '../../marking/index.js'
import {
  atLeastNothing,
  base,
  choose,
  correct,
  mapped,
  matches,
  qtiId,
  setScore,
  tag,
  variable,
  type WrittenMap,
  whereGiven,
} from './qti.write-xml.js'

/** How a response is scored: its map, where one is used, and the rules. */
export interface WrittenMarking {
  readonly map?: WrittenMap
  readonly rules: string
}

const response = 'RESPONSE'
const size = tag('qti-container-size', {}, variable(response))
const times = (...values: readonly string[]) => tag('qti-product', {}, ...values)
const plus = (...values: readonly string[]) => tag('qti-sum', {}, ...values)
const minus = (one: string, other: string) => tag('qti-subtract', {}, one, other)

/** All points for what is right, none for all else. */
export const allOrNothing = (points: number): WrittenMarking => ({
  rules: choose([matches(variable(response), correct(response)), setScore(base(points))]),
})

const byMap = (map: WrittenMap, score = mapped(response)): WrittenMarking => ({
  map,
  rules: whereGiven(response, setScore(score)),
})

type OwnMap = SelectionMarking & { readonly rule: 'map' }

/** A map of the bank's own; the points of a question that says others than the map scale it. */
export function ownMap(
  { map, default: fallback = 0, lower, upper, unanswered }: OwnMap,
  points: number | undefined,
  idOf: (value: string) => string,
): WrittenMarking {
  const positives = Object.values(map).reduce((sum, worth) => sum + Math.max(0, worth), 0)
  const most = upper ?? Math.max(positives, fallback)
  const scale = points === undefined || most <= 0 ? 1 : points / most
  const scaled = (value: number | undefined) => (value === undefined ? undefined : value * scale)
  const entries = Object.entries(map).map(([value, worth]) => [idOf(value), worth * scale] as const)
  const written = byMap({ entries, default: fallback * scale, lower: scaled(lower), upper: scaled(upper) })
  return unanswered === 'default' ? { ...written, rules: setScore(mapped(response)) } : written
}

interface Picked {
  readonly ids: readonly string[]
  readonly key: readonly string[]
  readonly points: number
  readonly fractions: { readonly [id: string]: number }
}

/** What each choice is worth, right or wrong. */
const worth = ({ ids, key }: Picked, right: number, wrong: number) =>
  ids.map(id => [qtiId(id), key.includes(id) ? right : wrong] as const)

/** How several picked things are scored. R, the right ones picked, is a map of 1 and 0. */
const selections: {
  readonly [Rule in Exclude<SelectionMarking['rule'], 'map'>]: (picked: Picked) => WrittenMarking
} = {
  'all-or-nothing': ({ points }) => allOrNothing(points),
  fractions: ({ fractions, points }) =>
    byMap({
      entries: Object.entries(fractions).map(([id, share]) => [qtiId(id), share * points]),
      lower: 0,
      upper: points,
    }),
  'right-minus-wrong'(picked) {
    const share = picked.points / picked.key.length
    return byMap({ entries: worth(picked, share, -share), lower: 0 })
  },
  'every-decision'(picked) {
    const share = picked.points / picked.ids.length
    const wrong = picked.ids.length - picked.key.length
    return byMap({ entries: worth(picked, share, -share) }, plus(base(wrong * share), mapped(response)))
  },
  'decisions-right-minus-wrong'(picked) {
    const share = (2 * picked.points) / picked.ids.length
    const start = (picked.ids.length - picked.key.length) * share - picked.points
    return byMap(
      { entries: worth(picked, share, -share) },
      atLeastNothing(plus(base(start), mapped(response))),
    )
  },
  coverage(picked) {
    const right = mapped(response)
    const share = times(base(picked.points / picked.key.length), right, right)
    return byMap({ entries: worth(picked, 1, 0) }, tag('qti-divide', {}, share, size))
  },
  capped(picked) {
    const beyond = atLeastNothing(minus(size, base(picked.key.length)))
    const held = atLeastNothing(minus(mapped(response), beyond))
    return byMap({ entries: worth(picked, 1, 0) }, times(base(picked.points / picked.key.length), held))
  },
}

export function selectionMarking(
  marking: SelectionMarking | undefined,
  question: {
    readonly ids: readonly string[]
    readonly key: readonly string[]
    readonly points: number | undefined
  },
): WrittenMarking {
  const { rule } = marking ?? { rule: 'right-minus-wrong' }
  if (marking?.rule === 'map') return ownMap(marking, question.points, qtiId)
  const fractions = marking?.rule === 'fractions' ? marking.fractions : {}
  return selections[rule as keyof typeof selections]({ ...question, points: question.points ?? 1, fractions })
}

interface Paired {
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly key: { readonly [source: string]: string }
  readonly weights: { readonly [source: string]: number } | undefined
  readonly points: number
}

const weightOf = ({ weights }: Paired, source: string) => weights?.[source] ?? 1
const sumOf = (paired: Paired, sources: readonly string[]) =>
  sources.reduce((sum, source) => sum + weightOf(paired, source), 0)
const placed = ({ sources, key }: Paired) => sources.filter(source => Object.hasOwn(key, source))
const pairId = (source: string, target: string) => `${qtiId(source)} ${qtiId(target)}`

/** What each pair is worth: right, wrong, or of something that belongs nowhere. */
const pairs = (paired: Paired, right: number, wrong: number, surplus: number) =>
  paired.sources.flatMap(source =>
    paired.targets.flatMap(target => {
      const own = Object.hasOwn(paired.key, source)
        ? paired.key[source] === target
          ? right
          : wrong
        : surplus
      return own === 0 ? [] : [[pairId(source, target), own * weightOf(paired, source)] as const]
    }),
  )

const pairings: {
  readonly [Rule in Exclude<PairsMarking['rule'], 'map'>]: (paired: Paired) => WrittenMarking
} = {
  'per-part'(paired) {
    const share = paired.points / sumOf(paired, paired.sources)
    const left = paired.sources.filter(source => !Object.hasOwn(paired.key, source))
    const map = { entries: pairs(paired, share, 0, -share) }
    const start = sumOf(paired, left) * share
    return left.length > 0 ? byMap(map, plus(base(start), mapped(response))) : byMap(map)
  },
  'all-or-nothing': ({ points }) => allOrNothing(points),
  'minus-surplus'(paired) {
    const share = paired.points / placed(paired).length
    const beyond = atLeastNothing(minus(size, base(placed(paired).length)))
    return byMap(
      { entries: pairs({ ...paired, weights: {} }, 1, 0, 0) },
      times(base(share), atLeastNothing(minus(mapped(response), beyond))),
    )
  },
  'right-minus-wrong'(paired) {
    const share = paired.points / sumOf(paired, placed(paired))
    return byMap({ entries: pairs(paired, share, -share, -share), lower: 0 })
  },
}

export function pairsMarking(
  marking: PairsMarking,
  question: Omit<Paired, 'points'> & { readonly points: number | undefined },
): WrittenMarking {
  if (marking.rule === 'map')
    return ownMap(marking, question.points, pair => pair.split(' ').map(qtiId).join(' '))
  return pairings[marking.rule]({ ...question, points: question.points ?? 1 })
}
