import type { Reading } from './interaction.js'
import type { Bounds } from './question.js'

/** What the library needs of anything that can be picked. */
export interface Choice {
  readonly id: string
  readonly text: string
  readonly feedback?: string | undefined
}

/**
 * Makes sense of a list of ids: each once, each known, in the order given.
 * Invalid: `not-a-list`, `unknown-choice`, `repeated-choice`, `too-few-choices`, `too-many-choices`.
 *
 * @param choose how many there may be; none at all is unanswered whatever this says.
 */
export function readIds(
  choices: readonly { readonly id: string }[],
  response: unknown,
  choose: Bounds = {},
): Reading<readonly string[]> {
  if (response === null || response === undefined) return { status: 'unanswered', response: null }
  if (!Array.isArray(response)) return { status: 'invalid', code: 'not-a-list' }
  const ids: string[] = []
  for (const id of response) {
    if (!choices.some(choice => choice.id === id)) return { status: 'invalid', code: 'unknown-choice' }
    if (ids.includes(id)) return { status: 'invalid', code: 'repeated-choice' }
    ids.push(id)
  }
  if (ids.length === 0) return { status: 'unanswered', response: ids }
  if (choose.max !== undefined && ids.length > choose.max)
    return { status: 'invalid', code: 'too-many-choices' }
  if (choose.min !== undefined && ids.length < choose.min)
    return { status: 'invalid', code: 'too-few-choices' }
  return { status: 'answered', response: ids, complete: true }
}

/** The texts of the choices with these ids, in the order of the ids. */
export function describeChoices(choices: readonly Choice[], ids: readonly string[]): string {
  return ids.map(id => choices.find(choice => choice.id === id)?.text ?? id).join('; ')
}

/** The feedback written for the choices with these ids: id → text. */
export function feedbackOnChoices(
  choices: readonly Choice[],
  ids: readonly string[],
): { readonly [id: string]: string } {
  const feedback: { [id: string]: string } = {}
  for (const { id, feedback: text } of choices)
    if (text !== undefined && ids.includes(id)) feedback[id] = text
  return feedback
}
