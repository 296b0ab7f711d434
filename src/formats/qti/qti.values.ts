/** One thing in a response or an outcome: an identifier, a text, a number, a truth, or a pair with a space between. */
export type Scalar = string | number | boolean

/** A value as QTI has it. Nothing at all (NULL) has no scalars. */
export interface Value {
  readonly cardinality: 'single' | 'multiple' | 'ordered'
  /** QTI's base type; an integer and a float are both numbers. */
  readonly type: string
  readonly scalars: readonly Scalar[]
}

export const nothing: Value = { cardinality: 'single', type: 'any', scalars: [] }

export const single = (type: string, scalar: Scalar): Value => ({
  cardinality: 'single',
  type,
  scalars: [scalar],
})

export const isNumeric = (type: string): boolean => type === 'integer' || type === 'float'

/** What a text says as a base type has it; null where it says nothing of that type. */
export function scalarOf(text: string, type: string): Scalar | null {
  if (type === 'string') return text
  const trimmed = text.trim()
  if (isNumeric(type)) return trimmed === '' || Number.isNaN(Number(trimmed)) ? null : Number(trimmed)
  if (type === 'boolean') return trimmed === 'true' || trimmed === '1'
  if (type === 'pair') return trimmed.split(/\s+/).sort().join(' ')
  return trimmed.replace(/\s+/g, ' ')
}

/** Whether two values are the same: in any order where that doesn't count, each as often as in the other. */
export function isSame(one: Value, other: Value): boolean {
  if (one.scalars.length !== other.scalars.length) return false
  const isOrdered = one.cardinality === 'ordered' || other.cardinality === 'ordered'
  const listOf = ({ scalars }: Value) => (isOrdered ? scalars : [...scalars].map(String).sort())
  const list = listOf(other)
  return listOf(one).every((scalar, index) => String(scalar) === String(list[index]))
}
