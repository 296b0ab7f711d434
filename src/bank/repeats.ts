import type { Fault } from '../question/index.js'
import type { PlaceOf } from './text.place.js'

/** A field that is given again: where it starts and where it did first, in characters from the start of the text. */
export interface Repeat {
  readonly path: Fault['path']
  readonly offset: number
  readonly first: number
}

/** What is said of a field that is given again. */
export function repeatedField({ path, offset, first }: Repeat, placeOf: PlaceOf) {
  const { line, column } = placeOf(first)
  const name = path.at(-1)
  const remedy = name === 'id' ? 'keep one, or begin another entry before the second' : 'keep one'
  const message = `The field '${name}' is given twice: ${remedy}. The first is in line ${line}, column ${column}.`
  return { code: 'repeated-field', path, message, offset }
}
