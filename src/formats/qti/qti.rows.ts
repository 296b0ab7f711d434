import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInKind } from '../../interactions/index.js'
import { asId, type Note } from '../collect.js'
import { allOf, attributeOf, below, firstOf, htmlIn, nameOf } from './qti.elements.js'
import type { Declaration, Scoring } from './qti.scoring.js'

/** An interaction, what its item says of its response, and how texts are read. */
export interface Asked {
  readonly element: XmlElement
  readonly declaration: Declaration
  readonly scoring: Exclude<Scoring, 'custom'>
  readonly read: (html: string) => string
  readonly note: (code: string, message: string) => void
}

type Fields = { readonly type: BuiltInKind; readonly [field: string]: unknown }
type Row = (asked: Asked) => Fields | Note

const unsupported = (message: string): Note => ({ code: 'unsupported-scoring', message })

/** Interactions that a bank has questions for. Others are named in the report. */
export const rows: { readonly [interaction: string]: Row } = {
  choiceInteraction(asked) {
    const { element, declaration } = asked
    const choices = allOf(element, 'simpleChoice').map(choice => choiceOf(choice, asked))
    const key = keyOf(declaration)
    if (key.length === 0) return { code: 'no-key', message: 'It says of no choice that it is right.' }
    const common = { choices, ...(attributeOf(element, 'shuffle') !== 'true' && { shuffle: false }) }
    const marking = asked.scoring === 'map' ? mapOf(declaration, asId) : { rule: 'all-or-nothing' }
    return declaration.cardinality === 'single'
      ? { type: 'single-choice', ...common, key: key[0], ...(asked.scoring === 'map' && { marking }) }
      : { type: 'multiple-response', ...common, key, marking }
  },
  orderInteraction(asked) {
    if (asked.scoring === 'map') return unsupported('An order is scored by a map of its values.')
    const items = allOf(asked.element, 'simpleChoice').map(choice => choiceOf(choice, asked))
    return {
      type: 'ordering',
      items,
      key: asked.declaration.correct.map(asId),
      marking: { rule: 'all-or-nothing' },
    }
  },
  matchInteraction(asked) {
    const [sources = [], targets = []] = allOf(asked.element, 'simpleMatchSet').map(set =>
      allOf(set, 'simpleAssociableChoice'),
    )
    if (sources.some(source => attributeOf(source, 'matchMax') !== '1'))
      return unsupported('One thing may be paired with several, and a bank pairs it with one.')
    const pair = (value: string) => value.split(/\s+/).map(asId)
    const key = Object.fromEntries(asked.declaration.correct.map(value => pair(value) as [string, string]))
    const marking =
      asked.scoring === 'map'
        ? mapOf(asked.declaration, value => pair(value).join(' '))
        : { rule: 'all-or-nothing' }
    const shuffle = attributeOf(asked.element, 'shuffle') === 'true' ? {} : { shuffle: false }
    return {
      type: 'matching',
      prompts: sources.map(source => choiceOf(source, asked)),
      choices: targets.map(target => choiceOf(target, asked)),
      key,
      ...shuffle,
      marking,
    }
  },
  textEntryInteraction(asked) {
    const { declaration, scoring } = asked
    const isNumber = declaration.baseType === 'integer' || declaration.baseType === 'float'
    const entries =
      scoring === 'map'
        ? (declaration.mapping?.entries ?? [])
        : declaration.correct.map(key => ({ key, value: 1, cased: true }))
    const mapping = scoring === 'map' ? declaration.mapping : null
    const most = Math.max(0, ...entries.map(({ value }) => value))
    if (most <= 0) return { code: 'no-key', message: 'It names no text that is right.' }
    if (
      mapping &&
      (mapping.default !== 0 || entries.some(({ value }) => value < 0) || (mapping.upper ?? most) < most)
    )
      return unsupported('Texts are worth points in a way that a bank has not.')
    const cased = entries.some(entry => entry.cased)
    if (cased && entries.some(entry => !entry.cased))
      return unsupported('Capitals count for some texts and not for others.')
    const worth = (value: number) => (value === most ? {} : { fraction: value / most })
    const points = most === 1 ? {} : { points: most }
    const best = [...entries].sort((one, other) => other.value - one.value)
    return isNumber
      ? {
          type: 'numeric',
          key: best.map(({ key, value }) => ({ value: Number(key), ...worth(value) })),
          ...points,
        }
      : {
          type: 'short-answer',
          key: best.map(({ key, value }) => ({ text: key, ...worth(value) })),
          match: { ...(cased && { case: true }), space: 'exact' },
          ...points,
        }
  },
  extendedTextInteraction: ({ scoring }) =>
    scoring === 'none' ? { type: 'essay' } : unsupported('A long text is scored by comparing it.'),
  hottextInteraction(asked) {
    const { element, declaration, scoring, read } = asked
    const marks = new Map(
      below(element, name => name === 'hottext').map((mark, index) => [mark, index] as const),
    )
    const words = [...marks.keys()].map(mark => ({
      id: asId(attributeOf(mark, 'identifier') ?? ''),
      text: mark.text.trim(),
    }))
    const html = htmlIn(element, child =>
      nameOf(child) === 'prompt' ? '' : marks.has(child) ? `\uFDE0${marks.get(child)}\uFDE1` : null,
    )
    const text = read(html).replace(/\uFDE0(\d+)\uFDE1/g, (_, index: string) => {
      const { id = '', text = '' } = words[Number(index)] ?? {}
      return `{{${id}|${text.replace(/[{}]/g, '')}}}`
    })
    return {
      type: 'hot-text',
      text,
      key: declaration.correct.map(asId),
      marking: scoring === 'map' ? mapOf(declaration, asId) : { rule: 'all-or-nothing' },
    }
  },
  inlineChoiceInteraction(asked) {
    if (asked.scoring === 'map') return unsupported('A gap is scored by a map of its values.')
    const choices = allOf(asked.element, 'inlineChoice').map(choice => choiceOf(choice, asked))
    return {
      type: 'cloze',
      gaps: [{ id: 'gap', type: 'choice', choices, key: asId(asked.declaration.correct[0] ?? '') }],
    }
  },
}

/** Interactions that stand within the running text, which is then the text with a gap. */
export const inline = ['textEntryInteraction', 'inlineChoiceInteraction']

function choiceOf(element: XmlElement, { read, note }: Asked) {
  const hidden = firstOf(element, 'feedbackInline')
  if (hidden) note('feedback-lost', 'Feedback that stands within a choice is left out.')
  const text = read(htmlIn(element, child => (nameOf(child).startsWith('feedback') ? '' : null)))
  const isFixed = attributeOf(element, 'fixed') === 'true'
  return {
    id: asId(attributeOf(element, 'identifier') ?? ''),
    text: text || '…',
    ...(isFixed && { pinned: true }),
  }
}

/** What is right; where an item doesn't say, all that is worth something. */
function keyOf({ correct, mapping, cardinality }: Declaration): readonly string[] {
  if (correct.length > 0) return correct.map(asId)
  const worth = (mapping?.entries ?? []).filter(({ value }) => value > 0)
  const best = [...worth].sort((one, other) => other.value - one.value)
  return (cardinality === 'single' ? best.slice(0, 1) : worth).map(({ key }) => asId(key))
}

function mapOf({ mapping }: Declaration, idOf: (key: string) => string) {
  const { entries = [], default: fallback = 0, lower, upper } = mapping ?? {}
  return {
    rule: 'map',
    map: Object.fromEntries(entries.map(({ key, value }) => [idOf(key), value])),
    ...(fallback !== 0 && { default: fallback }),
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
  }
}
