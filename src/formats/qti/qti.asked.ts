import type { XmlElement } from '@rgrove/parse-xml'
import { asId, type Note } from '../collect.js'
import type { Declaration } from './qti.declarations.js'
import { allOf, attributeOf, below, firstOf } from './qti.elements.js'
import type { Plan } from './qti.fit.js'
import type { Given } from './qti.process.js'
import { combinationsOf, type Sample, unique } from './qti.spaces.js'
import { askedIn, type Texts } from './qti.texts.js'
import type { Scalar } from './qti.values.js'

/** An interaction, what its item says of its response, and how texts are read. */
export interface Asked {
  readonly element: XmlElement
  /** Identifier of its response. */
  readonly response: string
  readonly declaration: Declaration
  /** The item's rules, for the texts and numbers that they name; undefined where it has none. */
  readonly rules: XmlElement | undefined
  /** How many responses are tried about at most. */
  readonly tries: number
  /** Reads HTML, and keeps its images for the question. */
  readonly read: (html: string) => string
  readonly readApart: Texts['readApart']
  readonly note: (code: string, message: string) => void
}

export type Row = (asked: Asked) => Plan | Note

export const unsupported = (message: string): Note => ({ code: 'unsupported-scoring', message })

/** A response of these scalars, with what it is in a bank. */
export function sampleOf(
  { response, declaration }: Asked,
  scalars: readonly Scalar[],
  ours: unknown,
): Sample {
  const { cardinality, type } = declaration
  return { given: new Map([[response, { cardinality, type, scalars }]]), ours }
}

/** No response at all. */
export const blank: Sample = { given: new Map(), ours: null }

/** The sample that earns the most; of those, what gives the least, as the rest of another one earns nothing. */
export function bestOf(samples: readonly Sample[], score: (given: Given) => number): Sample {
  let [best = blank] = samples
  let most = score(best.given)
  for (const sample of samples.slice(1)) {
    const worth = score(sample.given)
    const more = worth - most
    if (more > 0 || (more === 0 && sizeOf(sample) < sizeOf(best))) {
      best = sample
      most = worth
    }
  }
  return best
}

const sizeOf = ({ given }: Sample) =>
  [...given.values()].reduce((sum, { scalars }) => sum + scalars.length, 0)

/**
 * How many of the lists that a response may be are tried with what is near them, as that takes long; all others are
 * tried alone. Fewer where there is much to choose from.
 */
export const mostNear = (parts: number): number => Math.max(1, Math.min(8, Math.floor(800 / parts)))

/**
 * Lists that a response may just be: what is right, all that the map gives points for, and what the rules name, as
 * `multiple` and `ordered` do.
 */
export function listsIn({ declaration, rules }: Asked): readonly (readonly string[])[] {
  const { correct, mapping } = declaration
  const worth = (mapping?.entries ?? []).filter(({ value }) => value > 0).map(({ key }) => key)
  const holders = rules ? below(rules, name => name === 'multiple' || name === 'ordered') : []
  const named = holders.map(holder => allOf(holder, 'baseValue').map(({ text }) => text.trim()))
  return unique([correct.scalars.map(String), worth.map(String), ...named])
}

/**
 * What is tried at each place of several that take one value each: near what is right, near what the rules name, and near
 * what the map gives the most for.
 *
 * @param asPair a value at a place, as the response has it.
 */
export function pairsTried(
  asked: Asked,
  places: readonly string[],
  values: readonly string[],
  asPair: (place: string, value: string) => string,
): readonly (readonly (string | null)[])[] {
  const { entries = [], default: fallback = 0 } = asked.declaration.mapping ?? {}
  const worth = new Map(entries.map(({ key, value }) => [String(key), value]))
  const dearest = (place: string) => {
    const worthOf = (value: string) => worth.get(asPair(place, value)) ?? fallback
    const [best] = [...values].sort((one, other) => worthOf(other) - worthOf(one))
    return best !== undefined && worthOf(best) > 0 ? best : null
  }
  const keys = listsIn(asked).map(list =>
    places.map(place => values.find(value => list.includes(asPair(place, value))) ?? null),
  )
  const near = [...keys.slice(0, mostNear(values.length)), places.map(dearest)]
  const first = (right: string | null) =>
    right === null ? values : [right, ...values.filter(value => value !== right)]
  return unique([...near.flatMap(key => [...combinationsOf(key.map(first), asked.tries), key]), ...keys])
}

/** Points as a field, without what adding shares leaves behind; 1 goes without saying. */
export const pointsField = (points: number) =>
  Math.abs(points - 1) < 1e-9 ? {} : { points: Number(points.toPrecision(12)) }

export const shuffleField = (element: XmlElement) =>
  attributeOf(element, 'shuffle') === 'true' ? {} : { shuffle: false }

export const identifierOf = (element: XmlElement) => asId(attributeOf(element, 'identifier') ?? '')

/** True where an element's class says something to this project, which no other reader minds. */
export const hasClass = (element: XmlElement, name: string) =>
  (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name)

/** One thing that can be picked; feedback within it is read elsewhere. A picture alone is called what it shows. */
export function choiceOf(element: XmlElement, { readApart }: Asked) {
  const { text, media } = readApart(askedIn(element))
  const isFixed = attributeOf(element, 'fixed') === 'true'
  return {
    id: identifierOf(element),
    text: text || media?.alt || '…',
    ...(media && { media }),
    ...(isFixed && { pinned: true }),
  }
}

export const choicesIn = (asked: Asked, name: string) =>
  allOf(asked.element, name).map(choice => choiceOf(choice, asked))

export const rawIds = ({ element }: Asked, name: string) =>
  below(element, found => found === name).map(choice => attributeOf(choice, 'identifier') ?? '')

/** True where each of a list is one of all ids, and none is there twice. */
export const isSetOf = (list: readonly string[], all: readonly string[]) =>
  new Set(list).size === list.length && list.every(id => all.includes(id))

export const promptOf = (element: XmlElement) => firstOf(element, 'prompt')

/** What stands for a gap while its text is read: signs that no text has, as an id may have signs of Markdown. */
export const gapSign = (response: string) =>
  `\uFDE2${[...asId(response)].map(sign => sign.charCodeAt(0)).join(' ')}\uFDE3`

/** A text whose double braces would be taken for gaps: they get a space between. */
export const withoutGaps = (text: string) => text.replace(/\{(?=\{)|\}(?=\})/g, brace => `${brace} `)

/** A text with its gaps, each as `{{id}}`. */
export const withGaps = (text: string) =>
  withoutGaps(text).replace(
    /\uFDE2([\d ]+)\uFDE3/g,
    (_, codes: string) => `{{${String.fromCharCode(...codes.split(' ').map(Number))}}}`,
  )

/** The right pairs, as the item writes their ids; where it states none, those that its map gives points for. */
export function pairsIn({
  declaration: { correct, mapping },
}: Asked): readonly (readonly [string, string])[] {
  const worth = (mapping?.entries ?? []).filter(({ value }) => value > 0).map(({ key }) => key)
  return (correct.scalars.length > 0 ? correct.scalars : worth).map(pair => idsInPair(String(pair)))
}

/** The two ids of a pair. */
export function idsInPair(pair: string): readonly [string, string] {
  const [one = '', other = ''] = pair.split(' ')
  return [one, other]
}
