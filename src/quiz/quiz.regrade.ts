import type { Outcome, Score } from '../question/index.js'
import type { Attempt } from './quiz.attempt.js'
import type { QuizDefinition } from './quiz.definition.js'
import { type Adjustments, type QuestionResult, type QuizResult, resultOf } from './quiz.result.js'

/** What a regrade would change in one question. */
export interface RegradeChange {
  readonly id: string
  /** `rescored`: by the bank as it is now. `removed`: the bank has it no more. */
  readonly reason: 'rescored' | 'dropped' | 'removed' | 'full-points' | 'marked-by-hand'
  readonly before: { readonly outcome: Outcome | null; readonly score: Score | null }
  /** Null where the question no longer counts. */
  readonly after: { readonly outcome: Outcome | null; readonly score: Score | null } | null
}

/** What a regrade would come to. Nothing is changed by it. */
export interface Regrade {
  readonly before: QuizResult
  readonly after: QuizResult
  readonly changes: readonly RegradeChange[]
}

/** Scores an attempt again by another definition, as a dry run. For a teacher's eyes: nothing is held back. */
export function regradeAttempt(
  was: QuizDefinition,
  now: QuizDefinition,
  attempt: Attempt,
  earlier: Adjustments,
  adjustments: Adjustments,
): Regrade {
  const removed = attempt.slots.map(({ id }) => id).filter(id => !now.has(id))
  const drop = [...(adjustments.drop ?? []), ...removed]
  const before = resultOf(was, attempt, { ...earlier, unmasked: true })
  const kept = { ...attempt, slots: attempt.slots.filter(({ id }) => now.has(id)) }
  const after = resultOf(now, kept, { ...adjustments, drop, unmasked: true })
  const reasonFor = (id: string): RegradeChange['reason'] => {
    if (removed.includes(id)) return 'removed'
    if (drop.includes(id)) return 'dropped'
    if (adjustments.fullPoints?.includes(id)) return 'full-points'
    return adjustments.marks && Object.hasOwn(adjustments.marks, id) ? 'marked-by-hand' : 'rescored'
  }
  const changes = before.questions.flatMap(question => {
    const other = after.questions.find(({ id }) => id === question.id)
    if (other && sameScore(question, other)) return []
    return [
      {
        id: question.id,
        reason: reasonFor(question.id),
        before: gradeOf(question),
        after: other ? gradeOf(other) : null,
      },
    ]
  })
  return { before, after, changes }
}

function gradeOf({ outcome, score }: QuestionResult) {
  return { outcome, score }
}

function sameScore(one: QuestionResult, other: QuestionResult): boolean {
  return (
    one.outcome === other.outcome &&
    one.score?.raw === other.score?.raw &&
    one.score?.max === other.score?.max
  )
}
