import type { XmlElement } from '@rgrove/parse-xml'
import { asId, type Note } from '../collect.js'
import type { Declaration } from './qti.declarations.js'
import { allOf, attributeOf, below, firstOf, htmlIn, nameOf } from './qti.elements.js'
import type { Plan } from './qti.fit.js'
import type { Given } from './qti.process.js'
import type { Sample } from './qti.spaces.js'
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

/** The sample that earns the most. */
export function bestOf(samples: readonly Sample[], score: (given: Given) => number): Sample {
  let best = samples[0] ?? blank
  for (const sample of samples) if (score(sample.given) > score(best.given)) best = sample
  return best
}

/** Lists that the item's rules name, as `multiple` and `ordered` do: a response may be just one of them. */
export function listsIn({ rules }: Asked): readonly (readonly string[])[] {
  const holders = rules ? below(rules, name => name === 'multiple' || name === 'ordered') : []
  return holders.map(holder => allOf(holder, 'baseValue').map(({ text }) => text.trim()))
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

/** One thing that can be picked; feedback within it is read elsewhere. */
export function choiceOf(element: XmlElement, { read }: Asked) {
  const text = read(htmlIn(element, child => (nameOf(child).startsWith('feedback') ? '' : null)))
  const isFixed = attributeOf(element, 'fixed') === 'true'
  return { id: identifierOf(element), text: text || '…', ...(isFixed && { pinned: true }) }
}

export const choicesIn = (asked: Asked, name: string) =>
  allOf(asked.element, name).map(choice => choiceOf(choice, asked))

export const promptOf = (element: XmlElement) => firstOf(element, 'prompt')

/** What stands for a gap while its text is read: signs that no text has, as an id may have signs of Markdown. */
export const gapSign = (response: string) =>
  `\uFDE2${[...asId(response)].map(sign => sign.charCodeAt(0)).join(' ')}\uFDE3`

/** A text with its gaps, each as `{{id}}`; other double braces would be taken for gaps, and get a space between. */
export const withGaps = (text: string) =>
  text
    .replace(/\{(?=\{)/g, '{ ')
    .replace(
      /\uFDE2([\d ]+)\uFDE3/g,
      (_, codes: string) => `{{${String.fromCharCode(...codes.split(' ').map(Number))}}}`,
    )

/** The right pairs, as the item writes their ids; where it states none, those that its map gives points for. */
export function pairsIn({
  declaration: { correct, mapping },
}: Asked): readonly (readonly [string, string])[] {
  const worth = (mapping?.entries ?? []).filter(({ value }) => value > 0).map(({ key }) => key)
  return (correct.scalars.length > 0 ? correct.scalars : worth).map(pair => {
    const [one = '', other = ''] = String(pair).split(' ')
    return [one, other]
  })
}
