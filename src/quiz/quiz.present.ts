import type { SnapshotFrom } from 'xstate'
import { type PresentedQuestion, presentQuestion } from '../question/index.js'
import { type Attempt, currentSlot, type QuizEvent, type Slot } from './quiz.attempt.js'
import { type QuizDefinition, selectionState } from './quiz.definition.js'
import { countAnswered, handInRefusal, maySee, startRefusal } from './quiz.guards.js'
import type { QuizMachine } from './quiz.machine.js'
import { type Adjustments, resultOf, scoreFinally } from './quiz.result.js'
import { isShown, momentOf } from './quiz.reveal.js'
import { reviewOf } from './quiz.review.js'
import { scoreSlot } from './quiz.scoring.js'
import { deadlinesOf, nextDeadline, stretched } from './quiz.time.js'
import { type Can, commands, type OverviewEntry, type Phase, type QuizView } from './quiz.view.js'

export type QuizSnapshot = SnapshotFrom<QuizMachine>

/**
 * What a UI may show of a snapshot at a moment.
 *
 * @param at milliseconds since 1970; the last event's when left out.
 */
export function viewOf(
  definition: QuizDefinition,
  snapshot: QuizSnapshot,
  at: number = snapshot.context.at,
  adjustments: Adjustments = {},
): QuizView {
  const attempt = snapshot.context
  const common = commonOf(definition, snapshot, at)
  const phase = phaseOf(snapshot)
  switch (phase) {
    case 'ready':
      return { phase, ...common, ...readiness(definition, snapshot, at) }
    case 'summary':
      return {
        phase,
        ...common,
        questions: overviewOf(definition, snapshot, at),
        refusal: handInRefusal(definition, attempt, at),
      }
    case 'paused':
      return { phase, ...common }
    case 'finishing':
      return { phase, ...common, scoringProblem: attempt.scoringProblem }
    case 'finished':
      return { phase, ...common, ...atEnd(definition, attempt, at, adjustments) }
    case 'scoringFailed':
      return {
        phase,
        ...common,
        ...atQuestion(definition, attempt, at),
        scoringProblem: attempt.scoringProblem,
      }
    default:
      return { phase, ...common, ...atQuestion(definition, attempt, at) }
  }
}

/** All questions of an attempt in a list: for a way to move between them. */
export function overviewOf(
  definition: QuizDefinition,
  snapshot: QuizSnapshot,
  at: number = snapshot.context.at,
): readonly OverviewEntry[] {
  const { rules } = definition
  const attempt = snapshot.context
  const free = mayGoTo(snapshot, at)
  return attempt.slots.map((slot, index) => {
    const shown = isShown(rules, 'outcome', momentOf(rules, attempt, slot, at))
    return {
      id: slot.id,
      number: index + 1,
      section: slot.section,
      current: index === attempt.current,
      answered: slot.response !== null,
      flagged: slot.flagged,
      skipped: slot.skipped,
      done: slot.done,
      outcome: shown ? (scoreSlot(definition, slot)?.outcome ?? 'pending') : null,
      open: free && maySee(attempt, index, at),
    }
  })
}

export function phaseOf({ value }: QuizSnapshot): Phase {
  return typeof value === 'string' ? value : value.inProgress
}

function canStart(snapshot: QuizSnapshot, at: number): boolean {
  return snapshot.can({ type: 'start', at })
}

function mayGoTo(snapshot: QuizSnapshot, at: number): boolean {
  return snapshot.can({ type: 'goTo', id: currentSlot(snapshot.context)?.id ?? '', at })
}

/** From the machine's own guards. */
function canOf(snapshot: QuizSnapshot, at: number): Can {
  const can: { [name: string]: boolean } = {}
  const sample = { response: null, level: 1, id: currentSlot(snapshot.context)?.id ?? '', at }
  for (const type of commands) can[type] = snapshot.can({ type, ...sample } as QuizEvent)
  return can as Can
}

function commonOf(definition: QuizDefinition, snapshot: QuizSnapshot, at: number) {
  const { bank, rules } = definition
  const attempt = snapshot.context
  const scored = attempt.slots.filter(({ score }) => score !== null)
  return {
    quiz: {
      bank: bank.id,
      title: bank.title,
      language: bank.language ?? 'en',
      text: bank.text ?? 'markdown',
      rules: rules.name,
    },
    can: canOf(snapshot, at),
    progress: {
      number: attempt.slots.length > 0 ? attempt.current + 1 : 0,
      total: attempt.slots.length,
      answered: countAnswered(attempt),
      flagged: attempt.slots.filter(({ flagged }) => flagged).length,
    },
    time: {
      startedAt: attempt.startedAt,
      deadline: nextDeadline(definition, attempt),
      limits: deadlinesOf(definition, attempt),
      overdue: attempt.overdue,
    },
    score:
      scored.length > 0
        ? {
            raw: scored.reduce((sum, { score }) => sum + (score?.raw ?? 0), 0),
            max: scored.reduce((sum, { score }) => sum + (score?.max ?? 0), 0),
          }
        : null,
  }
}

function readiness(definition: QuizDefinition, snapshot: QuizSnapshot, at: number) {
  const { rules, previous } = definition
  const refusal = startRefusal(definition, at)
  const { submit, navigation, maxTries, hints, skip, flag, pause } = rules
  return {
    refusal: refusal ?? (canStart(snapshot, at) ? null : { code: 'nothing-to-ask', from: null }),
    about: {
      questions: definition.choosesOnTheWay
        ? null
        : definition.select(selectionState(definition, snapshot.context)).length,
      timeLimit: rules.timeLimit === undefined ? null : stretched(rules.timeLimit, rules.extraTime) / 1000,
      pass: rules.pass ?? null,
      attempts: { used: previous.length, max: rules.attempts?.max ?? null },
      rules: { submit, navigation, maxTries, hints, skip, flag, pause },
    },
  }
}

function atEnd(definition: QuizDefinition, attempt: Attempt, at: number, adjustments: Adjustments) {
  return {
    result: resultOf(definition, attempt, { ...adjustments, at }),
    reviews: attempt.slots.map(slot => {
      const moment = momentOf(definition.rules, attempt, slot, at)
      const scored = scoreFinally(definition, slot, adjustments)
      const comment = adjustments.marks?.[slot.id]?.comment
      return { question: presented(definition, slot), ...reviewOf(definition, slot, scored, moment, comment) }
    }),
  }
}

function atQuestion(definition: QuizDefinition, attempt: Attempt, at: number) {
  const { rules } = definition
  const slot = attempt.slots[attempt.current] as Slot
  const section = rules.sections?.find(({ id }) => id === slot.section)
  const moment = momentOf(rules, attempt, slot, at)
  return {
    question: presented(definition, slot),
    section: section ? { id: section.id, title: section.title ?? null } : null,
    response: slot.response,
    problem: slot.problem,
    hints: (definition.question(slot.id).hints ?? []).slice(0, slot.hints).map(({ text }) => text),
    certainty: rules.certainty ? { level: slot.certainty, levels: rules.certainty.length } : null,
    tries: { used: slot.tries.length, max: rules.maxTries },
    flagged: slot.flagged,
    review: moment === null ? null : reviewOf(definition, slot, scoreSlot(definition, slot), moment),
  }
}

/** The same object for the same draw, so that a UI can tell that it has not changed. */
function presented({ registry, presented, question }: QuizDefinition, slot: Slot): PresentedQuestion {
  const known = presented.get(slot.orders)
  if (known) return known
  const made = presentQuestion(registry, question(slot.id), slot.orders)
  presented.set(slot.orders, made)
  return made
}
