import type { XmlElement } from '@rgrove/parse-xml'
import { allOf, attributeOf, firstOf } from './qti.elements.js'
import { type Scalar, scalarOf, type Value } from './qti.values.js'

/** What each value of a response is worth. */
export interface Mapping {
  readonly entries: readonly { readonly key: Scalar; readonly value: number; readonly cased: boolean }[]
  readonly default: number
  readonly lower?: number
  readonly upper?: number
}

/** What an item says of a response or an outcome: what it may hold, what is right, and what each value is worth. */
export interface Declaration {
  readonly cardinality: Value['cardinality']
  readonly type: string
  readonly correct: Value
  readonly fallback: Value
  readonly mapping: Mapping | null
  /** Rows of a lookup table, for outcomes. */
  readonly table: XmlElement | null
}

/** The declarations of one sort, by identifier. */
export function declarationsOf(
  item: XmlElement,
  name: 'responseDeclaration' | 'outcomeDeclaration',
): ReadonlyMap<string, Declaration> {
  return new Map(
    allOf(item, name).map(element => [attributeOf(element, 'identifier') ?? '', declarationOf(element)]),
  )
}

function declarationOf(element: XmlElement): Declaration {
  const stated = attributeOf(element, 'cardinality')
  const cardinality = stated === 'multiple' || stated === 'ordered' ? stated : 'single'
  const type = attributeOf(element, 'baseType') ?? 'identifier'
  const mapping = firstOf(element, 'mapping')
  const valuesIn = (name: string): Value => {
    const holder = firstOf(element, name)
    const texts = holder ? allOf(holder, 'value').map(({ text }) => text.trim()) : []
    return { cardinality, type, scalars: texts.flatMap(text => scalarOf(text, type) ?? []) }
  }
  return {
    cardinality: stated === 'record' ? 'single' : cardinality,
    type: stated === 'record' ? 'record' : type,
    correct: valuesIn('correctResponse'),
    fallback: valuesIn('defaultValue'),
    mapping: mapping ? mappingOf(mapping, type) : null,
    table: firstOf(element, 'matchTable') ?? firstOf(element, 'interpolationTable') ?? null,
  }
}

function mappingOf(element: XmlElement, type: string): Mapping {
  const [lower, upper] = [numberOf(element, 'lowerBound'), numberOf(element, 'upperBound')]
  return {
    entries: allOf(element, 'mapEntry').flatMap(entry => {
      const key = scalarOf((attributeOf(entry, 'mapKey') ?? '').trim(), type)
      const value = numberOf(entry, 'mappedValue') ?? 0
      return key === null ? [] : [{ key, value, cased: attributeOf(entry, 'caseSensitive') !== 'false' }]
    }),
    default: numberOf(element, 'defaultValue') ?? 0,
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
  }
}

/** An attribute that is a number; undefined where it is none. */
export function numberOf(element: XmlElement, name: string): number | undefined {
  const text = attributeOf(element, name)
  return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}
