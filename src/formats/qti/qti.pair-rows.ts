import { asId } from '../collect.js'
import {
  type Asked,
  bestOf,
  blank,
  choiceOf,
  hasClass,
  idsInPair,
  isSetOf,
  listsIn,
  pairsIn,
  pairsTried,
  pointsField,
  type Row,
  sampleOf,
  shuffleField,
  unsupported,
} from './qti.asked.js'
import { mappedWays, mapsOf } from './qti.choice-rows.js'
import { allOf, attributeOf } from './qti.elements.js'
import type { Score } from './qti.fit.js'
import { pairingsOf, type Sample } from './qti.spaces.js'
import { scalarOf } from './qti.values.js'

/** Where things are paired. */
export const pairRows: { readonly [interaction: string]: Row } = {
  matchInteraction(asked) {
    const { element } = asked
    const [sources = [], targets = []] = allOf(element, 'simpleMatchSet').map(set =>
      allOf(set, 'simpleAssociableChoice'),
    )
    const correct = pairsIn(asked)
    const isFunction = (side: 0 | 1) => new Set(correct.map(pair => pair[side])).size === correct.length
    const turned = !isOnce(sources) && isOnce(targets)
    if (!isOnce(turned ? targets : sources) && !isFunction(0)) return unsupported(pairedWithSeveral)
    if (!isOnce(turned ? targets : sources))
      asked.note('paired-once', 'Each thing on the left is paired with one on the right at most here.')
    const [from, to] = turned ? [targets, sources] : [sources, targets]
    const fields = hasClass(element, 'categorization') ? sortedFields : pairedFields
    return pairing(
      asked,
      fields(from.map(of(asked)), to.map(of(asked)), shuffleField(element)),
      from,
      to,
      turned,
    )
  },
  associateInteraction(asked) {
    const all = allOf(asked.element, 'simpleAssociableChoice')
    if (!isOnce(all)) {
      const used = pairsIn(asked).flat()
      if (new Set(used).size < used.length) return unsupported(pairedWithSeveral)
      asked.note('paired-once', 'Each thing is paired with one other at most here.')
    }
    const entries = all.map(of(asked))
    asked.note('paired-both-ways', 'Each of a pair can be put to the other; the pair counts once.')
    return associating(asked, pairedFields(entries, entries, shuffleField(asked.element)))
  },
}

const pairedWithSeveral = 'One thing may be paired with several, and a bank pairs it with one.'

const isOnce = (list: readonly Asked['element'][]) =>
  list.every(one => (attributeOf(one, 'matchMax') ?? '1') === '1')

const of = (asked: Asked) => (element: Asked['element']) => choiceOf(element, asked)

type Entries = readonly ReturnType<typeof choiceOf>[]

export const pairedFields = (prompts: Entries, choices: Entries, more: object) =>
  ({ type: 'matching', prompts, choices, ...more }) as const
const sortedFields = (items: Entries, categories: Entries, more: object) =>
  ({ type: 'categorization', items, categories, ...more }) as const

/** Pairs of things. @param turned the response has what is paired with before what is asked. */
export function pairing(
  asked: Asked,
  fields: ReturnType<typeof pairedFields> | ReturnType<typeof sortedFields>,
  from: readonly Asked['element'][],
  to: readonly Asked['element'][],
  turned: boolean,
) {
  const rawOf = (one: Asked['element']) => attributeOf(one, 'identifier') ?? ''
  const correct = pairsIn(asked).map(([one, other]) =>
    turned ? ([other, one] as const) : ([one, other] as const),
  )
  const asPair = (one: string, other: string) => (turned ? `${other} ${one}` : `${one} ${other}`)
  const rows = pairsTried(asked, from.map(rawOf), to.map(rawOf), asPair)
  const samples = rows.map((row): Sample => {
    const pairs = row.flatMap((id, at) => (id === null ? [] : [[rawOf(from[at] as never), id] as const]))
    if (pairs.length === 0) return blank
    return sampleOf(
      asked,
      pairs.map(([one, other]) => asPair(one, other)),
      Object.fromEntries(pairs.map(([one, other]) => [asId(one), asId(other)])),
    )
  })
  const key = Object.fromEntries(correct.map(([one, other]) => [asId(one), asId(other)]))
  const idsOf = (pair: string) => {
    const [one = '', other = ''] = pair.split(' ').map(asId)
    return turned ? `${other} ${one}` : `${one} ${other}`
  }
  const worthOf = (score: Score, pairs: typeof correct) => {
    const { cardinality, type } = asked.declaration
    const scalars = pairs.map(([from, to]) => asPair(from, to))
    return score(new Map([[asked.response, { cardinality, type, scalars }]]))
  }
  /** What a thing counts for: what is lost where it is left out, or put somewhere that belongs nowhere. */
  const weightOf = (score: Score, one: string) => {
    const [anywhere] = to
    const without = correct.filter(([from]) => from !== one)
    const isPlaced = without.length < correct.length
    const other = isPlaced ? without : [...correct, [one, anywhere ? rawOf(anywhere) : ''] as const]
    return worthOf(score, correct) - worthOf(score, other)
  }
  return {
    fields,
    samples,
    *candidates(score: Score) {
      const best = bestOf(samples, score)
      const points = score(best.given)
      if (points <= 0) return
      // What is said to be right is the key where nothing earns more.
      const isBest = worthOf(score, correct) >= points
      const common = { key: isBest ? key : best.ours, ...pointsField(points) }
      yield* rulesOf(common)
      const solos = from.map(one => [asId(rawOf(one)), weightOf(score, rawOf(one))] as const)
      const weights = Object.fromEntries(solos.filter(([, worth]) => worth > 0))
      yield* rulesOf({ ...common, weights })
      // A map pays whatever is said to be right.
      const stated = correct.length > 0 ? { ...common, key } : common
      yield* mapsOf(asked.declaration.mapping, idsOf, points).flatMap(marking =>
        mappedWays(stated, points, marking),
      )
      yield {
        ...common,
        marking: onlyThese(
          correct.map(([one, other]) => `${asId(one)} ${asId(other)}`),
          points,
        ),
      }
    },
  }
}

const rulesOf = (common: object) =>
  [
    {},
    ...['per-part', 'all-or-nothing', 'minus-surplus', 'right-minus-wrong'].map(rule => ({
      marking: { rule },
    })),
  ].map(marking => ({
    ...common,
    ...marking,
  }))

/** All right pairs and no other: a wrong one takes away more than all right ones give. */
const onlyThese = (pairs: readonly string[], points: number) => ({
  rule: 'map',
  map: Object.fromEntries(pairs.map(pair => [pair, points / pairs.length])),
  default: -points,
  lower: 0,
  passAt: 1,
})

function associating(asked: Asked, fields: ReturnType<typeof pairedFields>) {
  const correct = pairsIn(asked)
  const ids = allOf(asked.element, 'simpleAssociableChoice').map(one => attributeOf(one, 'identifier') ?? '')
  const inPairs = correct.map(([one, other]) => [one, other] as const)
  const named = listsIn(asked).map(list => list.map(idsInPair))
  const others = ids.flatMap((one, at) => ids.slice(at + 1, at + 6).map(other => [one, other] as const))
  const sets = [
    inPairs,
    ...inPairs.map((_, at) => inPairs.filter((__, place) => place !== at)),
    ...[...inPairs, ...others].slice(0, 100).map(pair => [pair]),
    ...others.slice(0, 60).map(pair => [pair, ...inPairs.filter(one => !one.some(id => pair.includes(id)))]),
    ...pairingsOf(ids, asked.tries),
    ...named.filter(pairs => isSetOf(pairs.flat(), ids)),
  ]
  const samples = [
    blank,
    ...sets
      .filter(pairs => pairs.length > 0)
      .flatMap(pairs => {
        const scalars = pairs.map(pair => String(scalarOf(pair.join(' '), asked.declaration.type)))
        const ways = [pairs, pairs.map(([one, other]) => [other, one] as const)]
        return ways.map(way =>
          sampleOf(asked, scalars, Object.fromEntries(way.map(([one, other]) => [asId(one), asId(other)]))),
        )
      }),
  ]
  const key = Object.fromEntries(correct.map(([one, other]) => [asId(one), asId(other)]))
  const idsOf = (pair: string) => pair.split(' ').map(asId).join(' ')
  return {
    fields,
    samples,
    *candidates(score: Score) {
      const points = score(bestOf(samples, score).given)
      if (points <= 0) return
      const common = { key, ...pointsField(points) }
      const maps = [
        ...mapsOf(asked.declaration.mapping, idsOf),
        onlyThese(
          correct.map(pair => pair.map(asId).join(' ')),
          points,
        ),
      ]
      yield* maps.map(marking => ({ ...common, marking: { ...marking, undirected: true } }))
    },
  }
}
