import { type Attempt, currentSlot, type QuizEvent, type Slot } from './quiz.attempt.js'
import { type QuizDefinition, selectionState } from './quiz.definition.js'
import { revealsAtEnd } from './quiz.reveal.js'
import { unscoredRequests } from './quiz.scoring.js'
import { end, submitsLate } from './quiz.steps.js'
import { deadlinesOf, isUp, nextStart } from './quiz.time.js'

type Guard = (definition: QuizDefinition, attempt: Attempt, event: QuizEvent) => boolean

/** Why an attempt can't start, or null: a code, and from when on it could. */
export function startRefusal(
  definition: QuizDefinition,
  at: number,
): { code: string; from: number | null } | null {
  const { opensAt, closesAt, attempts = {} } = definition.rules
  const { max = Number.POSITIVE_INFINITY } = attempts
  if (definition.previous.length >= max) return { code: 'no-attempts-left', from: null }
  if (closesAt !== undefined && at >= closesAt) return { code: 'closed', from: null }
  if (opensAt !== undefined && at < opensAt) return { code: 'not-open-yet', from: opensAt }
  const from = nextStart(definition.rules, definition.previous)
  return from !== null && at < from ? { code: 'too-soon', from } : null
}

/** How many questions have a response. */
export function countAnswered(attempt: Attempt): number {
  return attempt.slots.reduce((sum, slot) => sum + (slot.response !== null ? 1 : 0), 0)
}

/** Why the attempt can't be handed in yet, or null. */
export function handInRefusal(definition: QuizDefinition, attempt: Attempt, at: number): string | null {
  const { minTime = 0, minAnswered = 0 } = definition.rules
  if (attempt.overdue) return null
  if (at - (attempt.startedAt ?? at) < minTime * 1000) return 'too-early'
  return countAnswered(attempt) < minAnswered ? 'too-few-answered' : null
}

const isInTime: Guard = (definition, attempt, { at }) => {
  const { quiz, section, question } = deadlinesOf(definition, attempt)
  return !isUp(quiz, at) && !isUp(section, at) && !isUp(question, at)
}

const isOpen: Guard = (definition, attempt, event) => {
  const slot = currentSlot(attempt)
  return slot !== undefined && !slot.done && !attempt.overdue && isInTime(definition, attempt, event)
}

/** True where the question stands in a section whose time is up. */
const isLocked = (attempt: Attempt, slot: Slot, at: number) =>
  slot.section !== null && isUp(attempt.sectionDeadlines[slot.section] ?? null, at)

/** True where a learner who may move about may see this question. */
export function maySee(attempt: Attempt, index: number, at: number): boolean {
  const slot = attempt.slots[index]
  return slot !== undefined && !attempt.overdue && !isLocked(attempt, slot, at)
}

/** True where it takes more than one question forward: a free attempt, a done question, or responses that stay changeable. */
const mayLeave: Guard = ({ rules }, attempt) => {
  const slot = currentSlot(attempt)
  if (!slot || attempt.overdue) return false
  if (rules.navigation === 'free' || slot.done) return true
  return rules.submit === 'together' && (slot.response !== null || rules.skip)
}

const indexAfter = (attempt: Attempt, event: QuizEvent) =>
  event.type === 'goTo'
    ? attempt.slots.findIndex(({ id }) => id === event.id)
    : attempt.current + (event.type === 'previous' ? -1 : 1)

/** Sentences that decide what is allowed now, and where it leads. Pure; the machine names them in its chart. */
export const guards = {
  canStart: (definition, _, { at }) => startRefusal(definition, at) === null,
  hasQuestions: (definition, attempt) =>
    attempt.only?.length !== 0 &&
    (!definition.choosesOnTheWay || definition.select(selectionState(definition, attempt)).length > 0),
  canRespond: isOpen,
  hasResponse: (definition, attempt, event) =>
    isOpen(definition, attempt, event) && currentSlot(attempt)?.response !== null,
  canSubmit(definition, attempt, event) {
    const slot = currentSlot(attempt)
    const ready = slot !== undefined && slot.response !== null && slot.problem === null
    return ready && definition.rules.submit === 'each' && isOpen(definition, attempt, event)
  },
  canSetCertainty: (definition, attempt, event) =>
    definition.rules.certainty !== undefined &&
    isOpen(definition, attempt, event) &&
    (event.type !== 'certainty' || isLevel(definition.rules.certainty.length, event.level)),
  hasHintLeft(definition, attempt, event) {
    const slot = currentSlot(attempt)
    if (!slot || !definition.rules.hints || !isOpen(definition, attempt, event)) return false
    return slot.hints < (definition.question(slot.id).hints?.length ?? 0)
  },
  canFlag: ({ rules }, attempt) => rules.flag && currentSlot(attempt) !== undefined && !attempt.overdue,
  canSkip: (definition, attempt, event) => definition.rules.skip && isOpen(definition, attempt, event),
  canShowSolution: (definition, attempt, event) =>
    definition.rules.showSolution && definition.scorer === null && isOpen(definition, attempt, event),
  canTryAgain: isOpen,
  canRedo: ({ rules }, attempt) => rules.redo && currentSlot(attempt)?.done === true && !attempt.overdue,
  canPause: ({ rules }, attempt) => rules.pause && !attempt.overdue,
  canFinish: ({ rules }, attempt) =>
    rules.navigation === 'free' ||
    (attempt.current === attempt.slots.length - 1 && currentSlot(attempt)?.done === true),
  canHandIn: (definition, attempt, { at }) => handInRefusal(definition, attempt, at) === null,
  mayLeave,
  /** Leads to a question that the learner may see. */
  canGoThere: ({ rules }, attempt, event) =>
    rules.navigation === 'free' && maySee(attempt, indexAfter(attempt, event), event.at),
  hasNext: (_, attempt) => attempt.current + 1 < attempt.slots.length,
  /** The question that the event leads to takes no more responses, and there is something to show for it. */
  leadsToDone: ({ rules, revealsAtOnce }, attempt, event) =>
    rules.submit === 'each' && revealsAtOnce && attempt.slots[indexAfter(attempt, event)]?.done === true,
  drawsMore: (definition, attempt) =>
    attempt.current >= attempt.slots.length - 1 &&
    definition.select(selectionState(definition, attempt)).length > 0,
  isDone: ({ rules, revealsAtOnce }, attempt) =>
    rules.submit === 'each' && revealsAtOnce && currentSlot(attempt)?.done === true,
  hasSummary: ({ rules }) => rules.summary,
  wasAtSummary: (_, attempt) => attempt.atSummary,
  revealsAtOnce: ({ revealsAtOnce }) => revealsAtOnce,
  scoresElsewhere: ({ scorer }) => scorer !== null,
  /** The scorer elsewhere has still to be asked when the attempt ends here. */
  hasUnscored: (definition, attempt, { at }) =>
    definition.scorer !== null &&
    revealsAtEnd(definition.rules) &&
    unscoredRequests(end(definition, attempt, at, 'handed-in')).length > 0,
  isAwaited: (_, attempt, event) => {
    const id = event.type === 'scored' ? event.id : currentSlot(attempt)?.id
    return attempt.slots.find(slot => slot.id === id)?.tries.at(-1)?.scored === null
  },
  isLastAwaited: (_, attempt) => unscoredRequests(attempt).length === 1,
  isQuizTimeUp: (definition, attempt, { at }) => isUp(deadlinesOf(definition, attempt).quiz, at),
  hasGrace: ({ rules }, attempt) => rules.timeUp === 'grace' && !attempt.overdue,
  isSectionTimeUp: (definition, attempt, { at }) => isUp(deadlinesOf(definition, attempt).section, at),
  hasLaterSection: (_, attempt) => {
    const section = currentSlot(attempt)?.section
    return attempt.slots.some((slot, index) => index > attempt.current && slot.section !== section)
  },
  /** The response stands as it is when the question's time ends, and is handed in. */
  submitsLate: ({ rules }, attempt) => submitsLate(rules, currentSlot(attempt)),
  isQuestionTimeUp: (definition, attempt, { at }) => isUp(deadlinesOf(definition, attempt).question, at),
} satisfies { readonly [name: string]: Guard }

export type GuardName = keyof typeof guards

function isLevel(levels: number, level: number): boolean {
  return Number.isInteger(level) && level >= 1 && level <= levels
}
