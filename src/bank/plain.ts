import type { Fault } from '../question/index.js'
import { show } from './explain.js'

/** No bank is nested deeper; what is, is a mistake or meant to do harm. */
export const DEEPEST = 64

/**
 * A copy that JSON can hold and that nobody else can change, and what JSON could not hold: functions, dates, NaN,
 * circles, names that reach an object's prototype. A field that is undefined counts as left out.
 */
export function copyPlain(data: unknown): { readonly copy: unknown; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const copies = new Map<object, unknown>()

  function fault(code: string, path: Fault['path'], message: string): undefined {
    faults.push({ code, path, message })
  }

  function copy(value: unknown, path: Fault['path']): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value !== 'object' || !isPlain(value))
      return fault(
        'not-data',
        path,
        `${show(value)} can't be kept as JSON: give text, numbers, lists or fields.`,
      )
    if (path.length > DEEPEST) return fault('too-deep', path, `Nested more than ${DEEPEST} deep.`)
    if (copies.has(value))
      return copies.get(value) ?? fault('circular', path, 'This holds itself: write it out.')
    copies.set(value, null)
    const copied = Array.isArray(value)
      ? value.map((entry, index) => copy(entry, [...path, index]))
      : copyFields(value, path)
    copies.set(value, copied)
    return copied
  }

  function copyFields(value: object, path: Fault['path']) {
    const copied: { [name: string]: unknown } = {}
    for (const [name, field] of Object.entries(value)) {
      if (name === '__proto__')
        fault('forbidden-name', [...path, name], "A field can't be named '__proto__'.")
      else if (field !== undefined) copied[name] = copy(field, [...path, name])
    }
    return copied
  }

  return { copy: copy(data, []), faults }
}

/** What lies at a path in a value of any shape; undefined where there is nothing of its own. */
export const valueAt = (value: unknown, path: Fault['path']): unknown =>
  path.reduce(
    (inner: unknown, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? Reflect.get(inner, step)
        : undefined,
    value,
  )

/** A sparse list may claim a length that takes forever to walk. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return Object.keys(value).length === value.length
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
