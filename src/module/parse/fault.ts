import { didYouMean } from '../../bank/index.js'
import type { Fault } from '../../question/index.js'

/** A fault somewhere in a text of several lines. */
export interface FaultInText extends Fault {
  /** Line of the text, from 0. */
  readonly within?: number
}

/** The same fault, seen from further up. */
export const below =
  (path: Fault['path']) =>
  (fault: Fault): Fault => ({ ...fault, path: [...path, ...fault.path] })

/** A name that leads nowhere, and what may have been meant. */
export function unknownId(what: string, id: string, known: readonly string[], path: Fault['path']): Fault {
  const meant = didYouMean(id, known) || (known.length > 0 ? ` There are: ${known.join(', ')}.` : '')
  return { code: `unknown-${what}`, path, message: `The module has no ${what} '${id}'.${meant}` }
}
