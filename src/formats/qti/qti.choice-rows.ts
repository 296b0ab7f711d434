import { asId } from '../collect.js'
import {
  type Asked,
  bestOf,
  blank,
  choicesIn,
  hasClass,
  identifierOf,
  isSetOf,
  listsIn,
  mostNear,
  pointsField,
  type Row,
  rawIds,
  sampleOf,
  shuffleField,
  unsupported,
  withoutGaps,
} from './qti.asked.js'
import { mapped } from './qti.comparisons.js'
import type { Mapping } from './qti.declarations.js'
import { attributeOf, below, htmlIn, nameOf } from './qti.elements.js'
import type { Plan, Score } from './qti.fit.js'
import { type Sample, subsetsOf, unique } from './qti.spaces.js'
import { single } from './qti.values.js'

/** Where things are picked: choices, or words in a text. */
export const choiceRows: { readonly [interaction: string]: Row } = {
  choiceInteraction(asked) {
    const { element, declaration } = asked
    const choices = choicesIn(asked, 'simpleChoice')
    const raw = rawIds(asked, 'simpleChoice')
    if (declaration.cardinality === 'ordered')
      return unsupported('It asks for choices in an order of picking.')
    const common = { choices, ...shuffleField(element) }
    if (declaration.cardinality === 'multiple')
      return pickSeveral(asked, raw, { type: 'multiple-response', ...common })
    const samples = [blank, ...raw.map(id => sampleOf(asked, [id], asId(id)))]
    const isTruth = hasClass(element, 'true-false') && raw.join() === 'true,false'
    return isTruth
      ? {
          fields: { type: 'true-false' },
          samples: samples.map(({ given, ours }) => ({
            given,
            ours: ours === null ? null : ours === 'true',
          })),
          candidates: score => [true, false].map(key => ({ key, ...pointsField(pointsOf(samples, score)) })),
        }
      : {
          fields: { type: 'single-choice', ...common },
          samples,
          candidates: score => keysOfOne(asked, samples, score),
        }
  },
  hottextInteraction(asked) {
    const { element, declaration, read } = asked
    const marks = new Map(below(element, name => name === 'hottext').map((mark, at) => [mark, at] as const))
    const words = [...marks.keys()].map(mark => ({ id: identifierOf(mark), text: mark.text.trim() }))
    const html = htmlIn(element, child =>
      nameOf(child) === 'prompt' ? '' : marks.has(child) ? `\uFDE0${marks.get(child)}\uFDE1` : null,
    )
    const text = withoutGaps(read(html)).replace(/\uFDE0(\d+)\uFDE1/g, (_, at: string) => {
      const { id = '', text = '' } = words[Number(at)] ?? {}
      return `{{${id}|${text.replace(/[{}]/g, '')}}}`
    })
    const raw = [...marks.keys()].map(mark => attributeOf(mark, 'identifier') ?? '')
    if (declaration.cardinality === 'single') return pickOneWord(asked, raw, text)
    return pickSeveral(asked, raw, { type: 'hot-text', text })
  },
}

/** What is picked within a text, as a choice by itself. */
export function inlineAsChoice(asked: Asked): Plan {
  const choices = choicesIn(asked, 'inlineChoice')
  const samples = [blank, ...rawIds(asked, 'inlineChoice').map(id => sampleOf(asked, [id], asId(id)))]
  return {
    fields: { type: 'single-choice', choices, ...shuffleField(asked.element) },
    samples,
    candidates: score => keysOfOne(asked, samples, score),
  }
}

const pointsOf = (samples: readonly Sample[], score: Score) =>
  Math.max(0, ...samples.map(({ given }) => score(given)))

/** Ways to mark one choice: right or wrong, or a share for each. */
function* keysOfOne(asked: Asked, samples: readonly Sample[], score: Score) {
  const [declared] = asked.declaration.correct.scalars
  const best = bestOf(samples, score)
  const points = score(best.given)
  const right = samples.find(
    ({ ours, given }) => ours === asId(String(declared ?? '')) && score(given) === points,
  )
  const { ours: key } = right ?? best
  if (points <= 0) return
  const fields = { key, ...pointsField(points) }
  yield fields
  const shares = samples.flatMap(({ ours, given }) =>
    ours === null || (ours !== key && score(given) === 0) ? [] : [[ours, score(given) / points] as const],
  )
  yield { ...fields, marking: { rule: 'fractions', fractions: Object.fromEntries(shares) } }
  const map = Object.fromEntries(
    samples.flatMap(({ ours, given }) => (ours === null ? [] : [[ours, score(given)]])),
  )
  yield { ...fields, marking: { rule: 'map', map } }
}

/** Ways to mark several picked things: by the rules that only count, by shares, and by a map. */
function* keysOfSeveral(asked: Asked, samples: readonly Sample[], score: Score): Iterable<object> {
  const { element, declaration } = asked
  const correct = declaration.correct.scalars.map(scalar => asId(String(scalar)))
  const best = bestOf(samples, score)
  const most = score(best.given)
  if (most <= 0) return
  // What is said to be right is the key where nothing earns more.
  const isBest = score(sampleOf(asked, declaration.correct.scalars, null).given) >= most
  const keys = [...(isBest ? [correct] : []), best.ours as readonly string[]].filter(key => key?.length > 0)
  const choose = chooseIn(element, samples)
  const isCounted = declaration.mapping === null
  const names = ['every-decision', 'decisions-right-minus-wrong', 'coverage', 'capped'] as const
  const wholes = { marking: { rule: 'all-or-nothing' } }
  const counted = [
    ...(isCounted ? [wholes, {}] : [{}, wholes]),
    ...names.map(rule => ({ marking: { rule } })),
  ]
  for (const key of keys)
    for (const bounds of [choose, {}])
      for (const marking of counted) yield { key, ...bounds, ...marking, ...pointsField(most) }
  const [key] = keys
  const alone = samples.flatMap(({ ours, given }) =>
    Array.isArray(ours) && ours.length === 1 && score(given) !== 0
      ? [[String(ours[0]), score(given)] as const]
      : [],
  )
  const fractions = Object.fromEntries(alone.map(([id, worth]) => [id, worth / most]))
  const fields = { key, ...pointsField(most) }
  yield { ...fields, marking: { rule: 'fractions', fractions } }
  const maps = mapsOf(declaration.mapping, asId, most)
  for (const { map } of maps.slice(0, 1)) {
    const shares = Object.entries(map).map(([id, worth]) => [id, worth / most])
    yield { ...fields, marking: { rule: 'fractions', fractions: Object.fromEntries(shares) } }
  }
  yield* maps.flatMap(marking => mappedWays(fields, most, marking))
  yield { ...fields, marking: { rule: 'map', map: Object.fromEntries(alone) } }
}

/**
 * A declared map as a marking: as its expression and as its template take no response.
 *
 * @param most what the best response earns, where that is known: the map is held to it, too.
 */
export function mapsOf(mapping: Mapping | null, idOf: (value: string) => string, most?: number) {
  if (!mapping) return []
  const { entries, default: fallback, lower, upper } = mapping
  const marking = {
    rule: 'map',
    map: Object.fromEntries(entries.map(({ key, value }) => [idOf(String(key)), value])),
    ...(fallback !== 0 && { default: fallback }),
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
  }
  const held = most === undefined ? [] : [{ ...marking, upper: most }]
  return [marking, ...held].flatMap(map => [map, { ...map, unanswered: 'default' }])
}

/** A map that is worth its own points, or those that the rules make of them: one point has to be said then. */
export const mappedWays = (fields: object, points: number, marking: object): readonly object[] => [
  { ...fields, marking },
  { ...fields, points, marking },
]

/** How many are to be picked, where the item says it and it isn't any number. */
function chooseIn(element: Asked['element'], samples: readonly Sample[]) {
  const [min, max] = ['minChoices', 'maxChoices'].map(name => Number(attributeOf(element, name) ?? 0))
  const all = Math.max(...samples.map(({ ours }) => (Array.isArray(ours) ? ours.length : 0)))
  const bounds = { ...(min && min > 0 && { min }), ...(max && max > 0 && max < all && { max }) }
  return Object.keys(bounds).length > 0 ? { choose: bounds } : {}
}

function pickSeveral(asked: Asked, raw: readonly string[], fields: ReturnType<typeof fieldsOf>) {
  const keys = listsIn(asked).filter(list => isSetOf(list, raw))
  const { mapping } = asked.declaration
  const dear = raw.filter(id => mapping && mapped(mapping, single(asked.declaration.type, id)) > 0)
  const tried = [...subsetsOf(raw, [...keys.slice(0, mostNear(raw.length)), dear], asked.tries), ...keys]
  const samples = [
    blank,
    ...unique(tried)
      .filter(ids => ids.length > 0)
      .map(ids => sampleOf(asked, ids, ids.map(asId))),
  ]
  return { fields, samples, candidates: (score: Score) => keysOfSeveral(asked, samples, score) }
}

const fieldsOf = (fields: {
  readonly type: 'multiple-response' | 'hot-text'
  readonly [field: string]: unknown
}) => fields

function pickOneWord(asked: Asked, raw: readonly string[], text: string) {
  const samples = [blank, ...raw.map(id => sampleOf(asked, [id], [asId(id)]))]
  return {
    fields: { type: 'hot-text' as const, text, choose: { max: 1 } },
    samples,
    candidates: (score: Score) => keysOfSeveral(asked, samples, score),
  }
}
