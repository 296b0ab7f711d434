import { fill, type Messages } from './messages.js'
import { type Part, part } from './part.js'

export const percentOf = (share: number) => Math.round(share * 100)

/** A share of the points or of the way, from 0 to 1, as a bar that says its name and figure. */
export function barPart(messages: Messages, label: string, share: number): Part {
  return part('bar', 'meter', {
    min: 0,
    max: 100,
    value: Math.max(0, percentOf(share)),
    'data-level': share >= 0.8 ? 'high' : share >= 0.5 ? 'middle' : 'low',
    'aria-label': `${label}: ${fill(messages, messages.percent, { share: percentOf(share) })}`,
  })
}
