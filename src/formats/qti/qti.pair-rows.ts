import { asId } from '../collect.js'
import {
  type Asked,
  bestOf,
  blank,
  choiceOf,
  gapSign,
  hasClass,
  identifierOf,
  pointsField,
  type Row,
  sampleOf,
  shuffleField,
  unsupported,
  withGaps,
} from './qti.asked.js'
import { mapsOf } from './qti.choice-rows.js'
import { allOf, attributeOf, below, htmlIn, nameOf } from './qti.elements.js'
import type { Score } from './qti.fit.js'
import { combinationsOf, type Sample } from './qti.spaces.js'
import { scalarOf } from './qti.values.js'

/** Where things are paired. */
export const pairRows: { readonly [interaction: string]: Row } = {
  matchInteraction(asked) {
    const { element } = asked
    const [sources = [], targets = []] = allOf(element, 'simpleMatchSet').map(set =>
      allOf(set, 'simpleAssociableChoice'),
    )
    const correct = pairsIn(asked)
    const isOnce = (list: typeof sources) => list.every(one => (attributeOf(one, 'matchMax') ?? '1') === '1')
    const isFunction = (side: 0 | 1) => new Set(correct.map(pair => pair[side])).size === correct.length
    const turned = !isOnce(sources) && isOnce(targets)
    if (!isOnce(turned ? targets : sources) && !isFunction(0))
      return unsupported('One thing may be paired with several, and a bank pairs it with one.')
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
    if (all.some(one => (attributeOf(one, 'matchMax') ?? '1') !== '1'))
      return unsupported('One thing may be paired with several, and a bank pairs it with one.')
    const entries = all.map(of(asked))
    asked.note('paired-both-ways', 'Each of a pair can be put to the other; the pair counts once.')
    return associating(asked, pairedFields(entries, entries, shuffleField(asked.element)))
  },
  gapMatchInteraction(asked) {
    const { element, read, response, declaration } = asked
    const texts = [...allOf(element, 'gapText'), ...allOf(element, 'gapImg')]
    const choices = texts.map(of(asked))
    const gaps = below(element, name => name === 'gap')
    const html = htmlIn(element, child => {
      if (nameOf(child) === 'gap') return gapSign(attributeOf(child, 'identifier') ?? '')
      return ['prompt', 'gapText', 'gapImg'].includes(nameOf(child)) ? '' : null
    })
    const correct = pairsIn(asked)
    const rawOf = (one: (typeof gaps)[number]) => attributeOf(one, 'identifier') ?? ''
    const rightIn = (gap: string) => correct.find(pair => pair[1] === gap)?.[0]
    const lists = gaps.map(gap => {
      const right = rightIn(rawOf(gap))
      const ids = texts.map(rawOf)
      return right === undefined ? ids : [right, ...ids.filter(id => id !== right)]
    })
    const samples = combinationsOf(lists).map(row => {
      const filled = row.flatMap((id, at) => (id === null ? [] : [[rawOf(gaps[at] as never), id] as const]))
      if (filled.length === 0) return blank
      const ours = Object.fromEntries(filled.map(([gap, id]) => [asId(gap), asId(id)]))
      return sampleOf(
        asked,
        filled.map(([gap, id]) => `${id} ${gap}`),
        ours,
      )
    })
    const alone = (score: Score, gap: string, choice: string) =>
      score(new Map([[response, { ...declaration, scalars: [`${choice} ${gap}`] }]]))
    return {
      fields: { type: 'cloze', text: withGaps(read(html)) },
      samples,
      *candidates(score) {
        const whole = score(new Map([[response, declaration.correct]]))
        const best = whole > 0 ? whole : score(bestOf(samples, score).given)
        if (best <= 0) return
        const keys = gaps.map(gap => {
          const right = rightIn(rawOf(gap))
          const scored = texts.map(text => ({
            id: rawOf(text),
            worth: alone(score, rawOf(gap), rawOf(text)),
          }))
          const most = scored.reduce(
            (one, other) => (other.worth > one.worth ? other : one),
            scored[0] as never,
          )
          return {
            gap,
            key: right ?? most?.id ?? '',
            worth: right ? alone(score, rawOf(gap), right) : (most?.worth ?? 0),
          }
        })
        const gapsWith = (weighs: boolean) =>
          keys.map(({ gap, key, worth }) => ({
            id: identifierOf(gap),
            type: 'choice',
            choices,
            key: asId(key),
            ...(weighs && worth > 0 && { weight: worth }),
          }))
        const isEven = keys.every(({ worth }) => Math.abs(worth - (keys[0]?.worth ?? 0)) < 1e-9)
        for (const marking of [
          {},
          { marking: { rule: 'all-or-nothing' } },
          { marking: { rule: 'right-minus-wrong' } },
        ])
          yield { gaps: gapsWith(!isEven), ...marking, ...pointsField(best) }
      },
    }
  },
}

const of = (asked: Asked) => (element: Asked['element']) => choiceOf(element, asked)

type Entries = readonly ReturnType<typeof choiceOf>[]

const pairedFields = (prompts: Entries, choices: Entries, more: object) =>
  ({ type: 'matching', prompts, choices, ...more }) as const
const sortedFields = (items: Entries, categories: Entries, more: object) =>
  ({ type: 'categorization', items, categories, ...more }) as const

/** The right pairs, as the item writes their ids; where it states none, those that its map gives points for. */
function pairsIn({ declaration: { correct, mapping } }: Asked): readonly (readonly [string, string])[] {
  const worth = (mapping?.entries ?? []).filter(({ value }) => value > 0).map(({ key }) => key)
  return (correct.scalars.length > 0 ? correct.scalars : worth).map(pair => {
    const [one = '', other = ''] = String(pair).split(' ')
    return [one, other]
  })
}

function pairing(
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
  const rightFor = new Map(correct)
  const lists = from.map(one => {
    const right = rightFor.get(rawOf(one))
    const ids = to.map(rawOf)
    return right === undefined ? ids : [right, ...ids.filter(id => id !== right)]
  })
  const asPair = (one: string, other: string) => (turned ? `${other} ${one}` : `${one} ${other}`)
  const rows = [...combinationsOf(lists), from.map(one => rightFor.get(rawOf(one)) ?? null)]
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
  const soloOf = (score: Score, one: string) => {
    const other = rightFor.get(one)
    if (other === undefined) return 0
    const { cardinality, type } = asked.declaration
    return score(new Map([[asked.response, { cardinality, type, scalars: [asPair(one, other)] }]]))
  }
  return {
    fields,
    samples,
    *candidates(score: Score) {
      const points = score(bestOf(samples, score).given)
      if (points <= 0) return
      const common = { key, ...pointsField(points) }
      yield* rulesOf(common)
      const solos = from.map(one => [asId(rawOf(one)), soloOf(score, rawOf(one))] as const)
      const weights = Object.fromEntries(solos.filter(([, worth]) => worth > 0))
      yield* rulesOf({ ...common, weights })
      yield* mapsOf(asked.declaration.mapping, idsOf).map(marking => ({ ...common, marking }))
      yield { ...common, marking: onlyThese(correct.map(([one, other]) => `${asId(one)} ${asId(other)}`)) }
    },
  }
}

const rulesOf = (common: object) =>
  [{}, ...['all-or-nothing', 'minus-surplus', 'right-minus-wrong'].map(rule => ({ marking: { rule } }))].map(
    marking => ({
      ...common,
      ...marking,
    }),
  )

/** All right pairs and no other: a wrong one takes away more than all right ones give. */
const onlyThese = (pairs: readonly string[]) => ({
  rule: 'map',
  map: Object.fromEntries(pairs.map(pair => [pair, 1])),
  default: -pairs.length,
  lower: 0,
  passAt: 1,
})

function associating(asked: Asked, fields: ReturnType<typeof pairedFields>) {
  const correct = pairsIn(asked)
  const ids = allOf(asked.element, 'simpleAssociableChoice').map(one => attributeOf(one, 'identifier') ?? '')
  const inPairs = correct.map(([one, other]) => [one, other] as const)
  const others = ids.flatMap((one, at) => ids.slice(at + 1, at + 6).map(other => [one, other] as const))
  const sets = [
    inPairs,
    ...inPairs.map((_, at) => inPairs.filter((__, place) => place !== at)),
    ...[...inPairs, ...others].slice(0, 100).map(pair => [pair]),
    ...others.slice(0, 60).map(pair => [pair, ...inPairs.filter(one => !one.some(id => pair.includes(id)))]),
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
        onlyThese(correct.map(pair => pair.map(asId).join(' '))),
      ]
      yield* maps.map(marking => ({ ...common, marking: { ...marking, undirected: true } }))
    },
  }
}
