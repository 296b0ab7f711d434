import type { ScoredResponse } from '../marking/index.js'
import type { Json, Outcome, Part, Score, TraceStep } from '../question/index.js'
import type { Slot } from './quiz.attempt.js'
import { interactionFor, type QuizDefinition } from './quiz.definition.js'
import { isShown } from './quiz.reveal.js'
import type { Moment } from './quiz.rules.js'

/** The worked key. */
export interface Solution {
  /** A response that earns the most; null where only a person can tell. */
  readonly response: Json
  /** The same in words. */
  readonly inWords: string | null
  /** Why it is right and where to look, as the author wrote it. */
  readonly text: string | null
}

/** What is shown of a question once it was handed in. Null wherever the rules hold something back. */
export interface Review {
  readonly response: Json
  /** The response in words. */
  readonly inWords: string | null
  readonly outcome: Outcome | null
  readonly score: Score | null
  /** What the author says to this outcome; what they say to everyone last, once no try is left. */
  readonly feedback: readonly string[] | null
  /** What the author says to what was picked or typed: id of the choice, accepted text or gap → text. */
  readonly feedbackOn: { readonly [part: string]: string } | null
  readonly solution: Solution | null
  /** What each part earned; shown with the solution, as it tells the key. */
  readonly parts: readonly Part[] | null
  /** The way to the score; shown with the solution, as it tells the key. */
  readonly trace: readonly TraceStep[] | null
  /** What a person said who marked it. */
  readonly comment: string | null
}

/** What may be shown of a question at a moment. */
export function reviewOf(
  definition: QuizDefinition,
  slot: Slot,
  scored: ScoredResponse | null,
  moment: Moment | null,
  comment: string | null = null,
): Review {
  const shows = (what: Parameters<typeof isShown>[1]) => isShown(definition.rules, what, moment)
  const question = definition.question(slot.id)
  const interaction = interactionFor(definition, slot.id)
  const response = slot.tries.at(-1)?.response ?? null
  const readable = response !== null && interaction.read(question, response).status !== 'invalid'
  const solutionShown = shows('solution') || (slot.solutionSeen && slot.done)
  const feedback = question.feedback
  const outcome = scored?.outcome ?? 'pending'
  const byOutcome =
    outcome === 'pending' ? undefined : feedback?.[outcome === 'invalid' ? 'incorrect' : outcome]
  // It is written for those who are done, and may tell the key: so it waits for the last try.
  const toEveryone = moment === 'during' ? undefined : feedback?.general
  return {
    response: shows('response') ? response : null,
    inWords: shows('response') && readable ? interaction.describe(question, response) : null,
    outcome: shows('outcome') ? outcome : null,
    score: shows('score') ? (scored?.score ?? null) : null,
    feedback: shows('feedback') ? [byOutcome, toEveryone].filter(text => text !== undefined) : null,
    feedbackOn:
      shows('feedback') && readable && scored
        ? (interaction.feedback?.(question, response, scored) ?? {})
        : null,
    solution: solutionShown ? solutionOf(definition, slot.id) : null,
    parts: solutionShown ? (scored?.parts ?? []) : null,
    trace: solutionShown ? (scored?.trace ?? []) : null,
    comment: shows('feedback') ? comment : null,
  }
}

function solutionOf(definition: QuizDefinition, id: string): Solution {
  const question = definition.question(id)
  const interaction = interactionFor(definition, id)
  const response = interaction.solve(question)
  return {
    response,
    inWords: response === null ? null : interaction.describe(question, response),
    text: question.solution ?? null,
  }
}
