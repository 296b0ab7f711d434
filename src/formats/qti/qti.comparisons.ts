import type { XmlElement } from '@rgrove/parse-xml'
import type { Mapping } from './qti.declarations.js'
import { attributeOf } from './qti.elements.js'
import { isNumeric, type Scalar, type Value } from './qti.values.js'

/** Rules that are not understood here: the item is left out and this is named. */
export class UnknownRule extends Error {}

/** Two texts as they are compared: in small letters where capitals don't count. */
export function textsOf(element: XmlElement, one: Value | undefined, other: Value | undefined) {
  const isCased = attributeOf(element, 'caseSensitive') !== 'false'
  const textOf = (value: Value | undefined) => {
    const text = String(value?.scalars[0])
    return isCased ? text : text.toLowerCase()
  }
  return [textOf(one), textOf(other)] as const
}

/** How many digits an operator looks at. @throws UnknownRule where a variable says it. */
export function digitsOf(element: XmlElement): { readonly decimals?: number; readonly significant?: number } {
  const figures = Number(attributeOf(element, 'figures'))
  if (!Number.isInteger(figures))
    throw new UnknownRule(`<${element.name}> with figures that a variable gives`)
  return (attributeOf(element, 'roundingMode') ?? 'significantFigures') === 'decimalPlaces'
    ? { decimals: figures }
    : { significant: figures }
}

/** From where to where `equal` takes a number for another. @throws UnknownRule where a variable says it. */
export function boundsOf(element: XmlElement, right: number) {
  const mode = attributeOf(element, 'toleranceMode') ?? 'exact'
  const [below = 0, above = below] =
    mode === 'exact' ? [0] : (attributeOf(element, 'tolerance') ?? '').trim().split(/\s+/).map(Number)
  if (Number.isNaN(below) || Number.isNaN(above))
    throw new UnknownRule(`<${element.name}> with a tolerance that a variable gives`)
  const reach = (tolerance: number) => (mode === 'relative' ? (Math.abs(right) * tolerance) / 100 : tolerance)
  return {
    mode,
    below,
    above,
    least: right - reach(below),
    most: right + reach(above),
    includesLeast: attributeOf(element, 'includeLowerBound') !== 'false',
    includesMost: attributeOf(element, 'includeUpperBound') !== 'false',
  }
}

export function holdsAll(list: Value, part: Value): boolean {
  if (list.cardinality === 'ordered')
    return list.scalars.some((_, start) =>
      part.scalars.every((scalar, at) => list.scalars[start + at] === scalar),
    )
  const rest = [...list.scalars]
  return part.scalars.every(scalar => {
    const at = rest.indexOf(scalar)
    if (at !== -1) rest.splice(at, 1)
    return at !== -1
  })
}

/** What a map makes of a value: each distinct scalar once; nothing at all is worth the default. */
export function mapped(
  { entries, default: fallback, lower, upper }: Mapping,
  { scalars, type }: Value,
): number {
  const worth = (scalar: Scalar) =>
    entries.find(({ key, cased }) =>
      cased || isNumeric(type) ? key === scalar : String(key).toLowerCase() === String(scalar).toLowerCase(),
    )?.value ?? fallback
  const distinct = [...new Set(scalars)]
  const sum =
    distinct.length === 0 ? worth('') : distinct.reduce<number>((total, one) => total + worth(one), 0)
  return Math.min(upper ?? Number.POSITIVE_INFINITY, Math.max(lower ?? Number.NEGATIVE_INFINITY, sum))
}
