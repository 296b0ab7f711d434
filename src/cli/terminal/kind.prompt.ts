import type { BuiltInPresentation, Json, PresentedQuestion } from '../../index.js'
import type { MultipleResponsePresentation } from '../../interactions/index.js'
import { counted } from './layout.js'
import type { LineDialogue } from './lines.js'
import type { TextStyle } from './markdown.js'
import type { Widget } from './widget.js'

/** How a kind is answered at a terminal. */
export interface KindPrompt<P extends BuiltInPresentation = BuiltInPresentation> {
  /** What there is to do, where the stem may not say it; empty where there is nothing to add. */
  instruct(question: PresentedQuestion<P>): string
  /** By keys, at a terminal that redraws. */
  widget(question: PresentedQuestion<P>, response: Json): Widget
  /** Line by line, in plain text. */
  lines(question: PresentedQuestion<P>, style: TextStyle): LineDialogue
}

/** `Pick 2.`, `Pick 1 to 3.`; null where the author leaves it open. */
export function sayBounds(
  verb: string,
  { min, max }: MultipleResponsePresentation['choose'],
  unit?: string,
): string | null {
  const of = (number: number) => (unit ? counted(number, unit) : String(number))
  if (min !== null && min === max) return `${verb} ${of(min)}.`
  if (min !== null && max !== null) return `${verb} ${min} to ${of(max)}.`
  if (max !== null) return `${verb} up to ${of(max)}.`
  return min === null ? null : `${verb} at least ${of(min)}.`
}

/** What a response that was given before holds, as far as it has this shape. */
export function asText(response: Json): string | null {
  return typeof response === 'string' ? response : null
}

export function asList(response: Json): readonly string[] {
  return Array.isArray(response) ? response.filter(id => typeof id === 'string') : []
}

export function asRecord(response: Json): { readonly [id: string]: Json } {
  return typeof response === 'object' && response !== null && !Array.isArray(response)
    ? (response as { readonly [id: string]: Json })
    : {}
}

/** The entries of a record that are texts: what pairs are made of. */
export function asPairs(response: Json): { readonly [id: string]: string } {
  const entries = Object.entries(asRecord(response))
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
