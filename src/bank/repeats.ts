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
  const message = `The field '${path.at(-1)}' is given twice: keep one. The first is in line ${line}, column ${column}.`
  return { code: 'repeated-field', path, message, offset }
}
