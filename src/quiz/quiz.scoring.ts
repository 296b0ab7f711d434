import { type Circumstances, type ScoredResponse, scoreOf, scoreWith } from '../marking/index.js'
import type { Attempt, Slot, Try } from './quiz.attempt.js'
import type { QuizDefinition, ScoreRequest } from './quiz.definition.js'

/**
 * What a question came to by its last try; null while a scorer elsewhere has not answered. Questions are not
 * rounded: the end is, see `resultOf`.
 */
export function scoreSlot(definition: QuizDefinition, slot: Slot): ScoredResponse | null {
  const last = slot.tries.at(-1)
  if (definition.scorer) return last ? last.scored : unansweredElsewhere(definition, slot.id)
  const known = last && !slot.solutionSeen ? definition.scores.get(last) : undefined
  if (known) return known
  const scored = scoreWith(
    definition.registry,
    definition.question(slot.id),
    last?.response ?? null,
    definition.marking,
    last ? circumstancesOf(slot, last) : undefined,
  )
  if (last && !slot.solutionSeen) definition.scores.set(last, scored)
  return scored
}

function unansweredElsewhere(definition: QuizDefinition, id: string): ScoredResponse {
  const points = definition.question(id).points ?? 1
  return { outcome: 'unanswered', score: scoreOf(0, 0, points), parts: [], trace: [] }
}

/** What has still to be scored elsewhere: the last try of each question that has one, without its score. */
export function unscoredRequests(attempt: Attempt): readonly ScoreRequest[] {
  return attempt.slots.flatMap(slot => {
    const last = slot.tries.at(-1)
    return last && last.scored === null ? [requestFor(slot, last)] : []
  })
}

function requestFor(slot: Slot, last: Try): ScoreRequest {
  return { id: slot.id, response: last.response, ...circumstancesOf(slot, last) }
}

function circumstancesOf({ tries, solutionSeen }: Slot, { hints, certainty }: Try): Circumstances {
  if (tries.length === 1 && certainty === null && !solutionSeen) return { hints }
  return {
    hints,
    ...(tries.length > 1 && { earlier: tries.slice(0, -1).map(one => one.response) }),
    ...(certainty !== null && { certainty }),
    ...(solutionSeen && { solutionSeen }),
  }
}
