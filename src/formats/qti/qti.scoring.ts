import type { XmlElement } from '@rgrove/parse-xml'
import { childrenOf } from '../xml.js'
import { allOf, attributeOf, firstOf, nameOf } from './qti.elements.js'

/** What an item says of a response: what is right, and what each value is worth. */
export interface Declaration {
  readonly cardinality: string
  readonly baseType: string
  readonly correct: readonly string[]
  readonly mapping: {
    readonly entries: readonly { readonly key: string; readonly value: number; readonly cased: boolean }[]
    readonly default: number
    readonly lower?: number
    readonly upper?: number
  } | null
}

/** How an item is scored: by the standard templates, not at all, or by rules of its own. */
export type Scoring = 'match' | 'map' | 'none' | 'custom'

export function declarationsOf(item: XmlElement): ReadonlyMap<string, Declaration> {
  return new Map(
    allOf(item, 'responseDeclaration').map(element => {
      const correct = firstOf(element, 'correctResponse')
      const mapping = firstOf(element, 'mapping')
      const declaration: Declaration = {
        cardinality: attributeOf(element, 'cardinality') ?? 'single',
        baseType: attributeOf(element, 'baseType') ?? 'identifier',
        correct: correct ? allOf(correct, 'value').map(value => value.text.trim()) : [],
        mapping: mapping ? mappingOf(mapping) : null,
      }
      return [attributeOf(element, 'identifier') ?? '', declaration] as const
    }),
  )
}

function mappingOf(element: XmlElement): Declaration['mapping'] {
  const number = (name: string) => {
    const text = attributeOf(element, name)
    return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text)
  }
  const [lower, upper] = [number('lowerBound'), number('upperBound')]
  return {
    entries: allOf(element, 'mapEntry').map(entry => ({
      key: (attributeOf(entry, 'mapKey') ?? '').trim(),
      value: Number(attributeOf(entry, 'mappedValue') ?? 0),
      cased: attributeOf(entry, 'caseSensitive') !== 'false',
    })),
    default: number('defaultValue') ?? 0,
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
  }
}

/** Rules that say the same as a template, by their elements. */
const shapes: { readonly [shape: string]: Scoring } = {
  '': 'none',
  'responseCondition(responseIf(match(variable,correct),setOutcomeValue(baseValue)))': 'match',
  'responseCondition(responseIf(match(variable,correct),setOutcomeValue(baseValue)),responseElse(setOutcomeValue(baseValue)))':
    'match',
  'responseCondition(responseIf(match(correct,variable),setOutcomeValue(baseValue)),responseElse(setOutcomeValue(baseValue)))':
    'match',
  'setOutcomeValue(mapResponse)': 'map',
  'responseCondition(responseIf(isNull(variable),setOutcomeValue(baseValue)),responseElse(setOutcomeValue(mapResponse)))':
    'map',
}

/** How a response is scored; `custom` where the rules are none that a bank has. */
export function scoringOf(item: XmlElement, response: string): Scoring {
  const processing = firstOf(item, 'responseProcessing')
  if (!processing) return 'none'
  const template = attributeOf(processing, 'template') ?? attributeOf(processing, 'templateLocation')
  if (template !== undefined && childrenOf(processing).length === 0) {
    const name = template
      .split('/')
      .at(-1)
      ?.replace(/\.xml$/, '')
    if (response !== 'RESPONSE') return 'custom'
    return name === 'match_correct' ? 'match' : name === 'map_response' ? 'map' : 'custom'
  }
  const shape = childrenOf(processing).map(shapeOf).join(',')
  const scoring = Object.hasOwn(shapes, shape) ? (shapes[shape] ?? 'custom') : 'custom'
  return scoring === 'custom' || namesOnly(processing, response) ? scoring : 'custom'
}

function shapeOf(element: XmlElement): string {
  const inner = childrenOf(element).map(shapeOf)
  return inner.length > 0 ? `${nameOf(element)}(${inner.join(',')})` : nameOf(element)
}

/** Whether rules speak of this response and of SCORE alone, and give 1 for what is right and 0 else. */
function namesOnly(element: XmlElement, response: string): boolean {
  const name = nameOf(element)
  const identifier = attributeOf(element, 'identifier')
  if (name === 'setOutcomeValue' && identifier !== 'SCORE') return false
  if (['variable', 'correct', 'mapResponse'].includes(name) && identifier !== response) return false
  if (name === 'responseIf' && firstOf(element, 'match') && valueIn(element) !== 1) return false
  if (
    (name === 'responseElse' || (name === 'responseIf' && firstOf(element, 'isNull'))) &&
    (valueIn(element) ?? 0) !== 0
  )
    return false
  return childrenOf(element).every(child => namesOnly(child, response))
}

function valueIn(element: XmlElement): number | null {
  const value = firstOf(firstOf(element, 'setOutcomeValue'), 'baseValue')
  return value ? Number(value.text) : null
}
