import { type Attempt, currentSlot } from './quiz.attempt.js'
import type { QuizDefinition } from './quiz.definition.js'
import type { QuizResult } from './quiz.result.js'
import type { ExtraTime, QuizRules } from './quiz.rules.js'

/** A limit in seconds with the learner's extra time, in milliseconds. */
export function stretched(limit: number, { factor = 1, seconds = 0 }: ExtraTime = {}): number {
  return (limit * factor + seconds) * 1000
}

/** When an attempt that starts now has to end; null where nothing limits it. */
export function deadlineFrom(rules: QuizRules, at: number): number | null {
  const limit = rules.timeLimit === undefined ? null : at + stretched(rules.timeLimit, rules.extraTime)
  return earliest([limit, rules.closesAt ?? null])
}

/** The moments that may end something now, by what they end. */
export function deadlinesOf(definition: QuizDefinition, attempt: Attempt) {
  const slot = currentSlot(attempt)
  const { grace = 0 } = definition.rules
  return {
    quiz: attempt.deadline === null ? null : attempt.deadline + (attempt.overdue ? grace * 1000 : 0),
    section: attempt.overdue || !slot?.section ? null : (attempt.sectionDeadlines[slot.section] ?? null),
    question: attempt.overdue || !slot || slot.done ? null : slot.deadline,
  }
}

/** The first moment at which a time is up, or null. */
export function nextDeadline(definition: QuizDefinition, attempt: Attempt): number | null {
  const { quiz, section, question } = deadlinesOf(definition, attempt)
  return earliest([quiz, section, question])
}

/** When a quiz may be handed in, or null where it always may. */
function handInFrom({ minTime }: QuizRules, { startedAt }: Attempt): number | null {
  return minTime === undefined || startedAt === null ? null : startedAt + minTime * 1000
}

/** When the clock has to wake the machine next: at a deadline, or when handing in becomes possible. */
export function nextWake(definition: QuizDefinition, attempt: Attempt, at: number): number | null {
  const from = handInFrom(definition.rules, attempt)
  return earliest([nextDeadline(definition, attempt), from !== null && from > at ? from : null])
}

/** When time alone will change what may be shown or done; infinity where nothing is to come. */
export function nextChange({ rules, previous }: QuizDefinition, attempt: Attempt, at: number): number {
  const moments = [
    rules.opensAt ?? null,
    rules.closesAt ?? null,
    nextStart(rules, previous),
    handInFrom(rules, attempt),
  ]
  return earliest(moments.filter(moment => moment !== null && moment > at)) ?? Number.POSITIVE_INFINITY
}

/** When the delay since the last attempt is over. */
export function nextStart({ attempts }: QuizRules, previous: readonly QuizResult[]): number | null {
  const ended = previous.at(-1)?.finishedAt ?? null
  return ended === null ? null : ended + (attempts?.delay ?? 0) * 1000
}

export function isUp(deadline: number | null, at: number): boolean {
  return deadline !== null && at >= deadline
}

/** All deadlines moved by the length of a pause. The quiz closes when it closes. */
export function postponed(rules: QuizRules, attempt: Attempt, by: number): Attempt {
  const later = (deadline: number | null) => (deadline === null ? null : deadline + by)
  return {
    ...attempt,
    deadline: earliest([later(attempt.deadline), rules.closesAt ?? null]),
    sectionDeadlines: Object.fromEntries(
      Object.entries(attempt.sectionDeadlines).map(([section, deadline]) => [section, deadline + by]),
    ),
    slots: attempt.slots.map(slot =>
      slot.deadline === null ? slot : { ...slot, deadline: slot.deadline + by },
    ),
  }
}

function earliest(moments: readonly (number | null)[]): number | null {
  const set = moments.filter(moment => moment !== null)
  return set.length > 0 ? Math.min(...set) : null
}
