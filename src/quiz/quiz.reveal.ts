import type { Attempt, Slot } from './quiz.attempt.js'
import type { Moment, QuizRules, Revealable } from './quiz.rules.js'

const beforeTheEnd: readonly Moment[] = ['during', 'after-question']

/** How far a question has come, as far as showing things goes; null before anything was handed in. */
export function momentOf(rules: QuizRules, attempt: Attempt, slot: Slot, at: number): Moment | null {
  if (attempt.finishedAt !== null) return momentOfAttempt(rules, attempt, at)
  if (slot.done) return 'after-question'
  return slot.tries.length > 0 ? 'during' : null
}

/** How far the attempt has come; null until it has ended. */
export function momentOfAttempt(rules: QuizRules, { finishedAt }: Attempt, at: number): Moment | null {
  if (finishedAt === null) return null
  return rules.closesAt !== undefined && at >= rules.closesAt ? 'after-close' : 'after-attempt'
}

export function isShown(rules: QuizRules, what: Revealable, moment: Moment | null): boolean {
  return moment !== null && rules.reveal[what].includes(moment)
}

/** True where this is shown at some moment before the attempt ends. */
export function isShownBeforeEnd(rules: QuizRules, what: Revealable): boolean {
  return rules.reveal[what].some(moment => beforeTheEnd.includes(moment))
}

/** True where something that the key decides is shown before the attempt ends, so that it has to be scored at once. */
export function revealsAtOnce(rules: QuizRules): boolean {
  return (['outcome', 'score', 'feedback', 'solution'] as const).some(what => isShownBeforeEnd(rules, what))
}

/** True where something that the key decides is shown as soon as the attempt has ended. */
export function revealsAtEnd({ reveal }: QuizRules): boolean {
  return [reveal.outcome, reveal.score, reveal.feedback].some(moments => moments.includes('after-attempt'))
}
