import type { Json } from '../question/index.js'
import {
  type Attempt,
  currentSlot,
  type Drawn,
  type Ending,
  newSlot,
  type QuizEvent,
  type Slot,
  type Step,
  withSlot,
} from './quiz.attempt.js'
import { interactionFor, type QuizDefinition, selectionState } from './quiz.definition.js'
import { isShown, isShownBeforeEnd } from './quiz.reveal.js'
import type { QuizRules } from './quiz.rules.js'
import { scoreSlot } from './quiz.scoring.js'
import { deadlineFrom, deadlinesOf, isUp, postponed, stretched } from './quiz.time.js'

type EventOf<Type extends QuizEvent['type']> = Extract<QuizEvent, { readonly type: Type }>
type StepOf<Type extends QuizEvent['type']> = (
  definition: QuizDefinition,
  attempt: Attempt,
  event: EventOf<Type>,
) => Attempt

/** What each event does to an attempt, once the machine has let it pass. Where to go from there is the machine's. */
const steps: { readonly [Type in QuizEvent['type']]: StepOf<Type> } = {
  start(definition, attempt, { at }) {
    const started = { ...attempt, startedAt: at, shownAt: at, deadline: deadlineFrom(definition.rules, at) }
    return show(definition, drawMore(definition, started), 0, at)
  },
  respond(definition, attempt, { response }) {
    const slot = currentSlot(attempt)
    if (!slot) return attempt
    return withSlot(attempt, attempt.current, {
      ...readResponse(definition, slot.id, response),
      skipped: false,
    })
  },
  clear: (_, attempt) => withSlot(attempt, attempt.current, { response: null, problem: null }),
  certainty: (_, attempt, { level }) => withSlot(attempt, attempt.current, { certainty: level }),
  hint: (_, attempt) => withSlot(attempt, attempt.current, { hints: (currentSlot(attempt)?.hints ?? 0) + 1 }),
  flag: (_, attempt) => withSlot(attempt, attempt.current, { flagged: !currentSlot(attempt)?.flagged }),
  submit(definition, attempt, { at }) {
    const submitted = submitAt(definition, attempt, attempt.current, at)
    return definition.revealsAtOnce ? submitted : moveOn(definition, submitted, at)
  },
  showSolution(definition, attempt) {
    const slot = currentSlot(attempt)
    if (!slot) return attempt
    return withSlot(
      attempt,
      attempt.current,
      settled(definition, { ...slot, solutionSeen: true, done: true }),
    )
  },
  tryAgain: (_, attempt) => attempt,
  redo(definition, attempt, { at }) {
    const slot = currentSlot(attempt)
    if (!slot) return attempt
    const { id, section, orders, flagged, spent } = slot
    const fresh = { ...newSlot({ id, section, orders }), flagged, spent }
    return show(definition, withSlot(attempt, attempt.current, fresh), attempt.current, at)
  },
  skip(definition, attempt, { at }) {
    const done = definition.rules.navigation === 'forward'
    return moveOn(definition, withSlot(attempt, attempt.current, { skipped: true, done }), at)
  },
  next: (definition, attempt, { at }) => moveOn(definition, attempt, at),
  previous: (definition, attempt, { at }) => show(definition, attempt, attempt.current - 1, at),
  goTo: (definition, attempt, { at, id }) => show(definition, attempt, indexOf(attempt, id), at),
  finish: (_, attempt, { at }) => leave(attempt, at),
  handIn: (definition, attempt, { at }) => end(definition, attempt, at, 'handed-in'),
  abandon: (definition, attempt, { at }) => end(definition, attempt, at, 'abandoned'),
  scored(definition, attempt, { id, scored }) {
    const index = indexOf(attempt, id)
    const slot = attempt.slots[index]
    if (!slot) return attempt
    const tries = slot.tries.map((one, which) => (which === slot.tries.length - 1 ? { ...one, scored } : one))
    return { ...withSlot(attempt, index, settled(definition, { ...slot, tries })), scoringProblem: null }
  },
  scoringFailed: (_, attempt, { message }) => ({ ...attempt, scoringProblem: message }),
  retry: (_, attempt) => ({ ...attempt, scoringProblem: null }),
  pause: (_, attempt, { at }) => ({ ...leave(attempt, at), pausedAt: at }),
  resume(definition, attempt, { at }) {
    const by = at - (attempt.pausedAt ?? at)
    return { ...postponed(definition.rules, attempt, by), pausedAt: null, shownAt: at }
  },
  tick: expire,
}

/** The attempt after an event that was let pass, with the event in its log. Time never runs back. */
export function stepped(definition: QuizDefinition, attempt: Attempt, event: QuizEvent): Attempt {
  const at = Math.max(attempt.at, event.at)
  const timed = at === event.at ? event : { ...event, at }
  const step = steps[event.type] as StepOf<QuizEvent['type']>
  const after = step(definition, attempt, timed)
  const drew = after.slots.length > attempt.slots.length ? drawnFrom(after, attempt.slots.length) : null
  const overwrites = event.type === 'respond' && attempt.log.at(-1)?.type === 'respond'
  const seq = attempt.log.length - (overwrites ? 1 : 0)
  // What is new stands first: an engine copies onto a known shape many times faster than it extends one.
  const entry: Step = drew ? { seq, drew, ...timed } : { seq, ...timed }
  return { ...after, at, log: overwrites ? attempt.log.with(seq, entry) : [...attempt.log, entry] }
}

/** A response as the kind reads it; what it can't read stays as it was given, with the problem named. */
function readResponse(
  definition: QuizDefinition,
  id: string,
  response: Json,
): Pick<Slot, 'response' | 'problem'> {
  const reading = interactionFor(definition, id).read(definition.question(id), response)
  if (reading.status === 'invalid') return { response, problem: reading.code }
  if (reading.status === 'unanswered') return { response: reading.response, problem: null }
  const open = !reading.complete && !definition.rules.incomplete
  return { response: reading.response, problem: open ? 'incomplete' : null }
}

function submitAt(definition: QuizDefinition, attempt: Attempt, index: number, at: number): Attempt {
  const slot = attempt.slots[index]
  if (!slot) return attempt
  const { response, hints, certainty } = slot
  const tries = [...slot.tries, { response, at, hints, certainty, scored: null }]
  const submitted = {
    ...slot,
    tries,
    skipped: false,
    done: slot.tries.length + 1 >= definition.rules.maxTries,
  }
  return withSlot(attempt, index, definition.scorer ? submitted : settled(definition, submitted))
}

/** The slot with what its last try decides before the end, as far as the rules show it then. */
function settled(definition: QuizDefinition, slot: Slot): Slot {
  const { rules } = definition
  if (!definition.revealsAtOnce) return slot
  const scored = scoreSlot(definition, slot)
  const over = scored?.outcome === 'correct' && isShownBeforeEnd(rules, 'outcome')
  const done = slot.done || over || scored?.outcome === 'pending'
  const shown = isShown(rules, 'score', done ? 'after-question' : 'during')
  return { ...slot, done, score: shown ? (scored?.score ?? null) : null }
}

/** Shows the question after this one, having drawn more where there is none. */
function moveOn(definition: QuizDefinition, attempt: Attempt, at: number): Attempt {
  const index = attempt.current + 1
  const drawn = index < attempt.slots.length ? attempt : drawMore(definition, attempt)
  return index < drawn.slots.length ? show(definition, drawn, index, at) : leave(drawn, at)
}

function drawMore(definition: QuizDefinition, attempt: Attempt): Attempt {
  const slots = definition.select(selectionState(definition, attempt)).map(drawn => {
    const slot = newSlot(drawn)
    return slot.response === null ? slot : { ...slot, ...readResponse(definition, slot.id, slot.response) }
  })
  return { ...attempt, slots: [...attempt.slots, ...slots] }
}

function drawnFrom(attempt: Attempt, index: number): readonly Drawn[] {
  return attempt.slots.slice(index).map(({ id, section, orders, response }) => ({
    id,
    section,
    orders,
    ...(response !== null && { response }),
  }))
}

/** Puts a question on screen; its own time and its section's start when they are first seen. */
function show(definition: QuizDefinition, attempt: Attempt, index: number, at: number): Attempt {
  const left = { ...leave(attempt, at), current: index, atSummary: false }
  const slot = left.slots[index]
  if (!slot || slot.shownAt !== null) return left
  const { rules } = definition
  const limits = [rules.questionTimeLimit, definition.question(slot.id).timeLimit].filter(
    limit => limit !== undefined,
  )
  const deadline = limits.length > 0 ? at + stretched(Math.min(...limits), rules.extraTime) : null
  return withSection(definition, withSlot(left, index, { shownAt: at, deadline }), slot.section, at)
}

function withSection(definition: QuizDefinition, attempt: Attempt, id: string | null, at: number): Attempt {
  const limit = definition.rules.sections?.find(section => section.id === id)?.timeLimit
  if (id === null || limit === undefined || Object.hasOwn(attempt.sectionDeadlines, id)) return attempt
  const deadline = at + stretched(limit, definition.rules.extraTime)
  return { ...attempt, sectionDeadlines: { ...attempt.sectionDeadlines, [id]: deadline } }
}

/** Adds the time since the question at hand came up to what was spent on it. */
function leave(attempt: Attempt, at: number): Attempt {
  const slot = currentSlot(attempt)
  const spent = at - attempt.shownAt
  if (!slot || attempt.pausedAt !== null || spent === 0)
    return attempt.shownAt === at ? attempt : { ...attempt, shownAt: at }
  return { ...withSlot(attempt, attempt.current, { spent: slot.spent + spent }), shownAt: at }
}

/** What the end of the attempt's, the section's or the question's time does, whichever is up. */
function expire(definition: QuizDefinition, attempt: Attempt, { at }: { readonly at: number }): Attempt {
  const { timeUp = 'hand-in', questionTimeUp } = definition.rules
  const deadlines = deadlinesOf(definition, attempt)
  if (isUp(deadlines.quiz, at)) {
    if (timeUp === 'grace' && !attempt.overdue) return { ...leave(attempt, at), overdue: true }
    return end(definition, attempt, deadlines.quiz ?? at, timeUp === 'hand-in' ? 'time-up' : 'abandoned')
  }
  if (isUp(deadlines.section, at)) {
    const { section } = attempt.slots[attempt.current] ?? {}
    const slots = attempt.slots.map(slot => (slot.section === section ? { ...slot, done: true } : slot))
    const next = slots.findIndex((slot, index) => index > attempt.current && slot.section !== section)
    return next === -1 ? leave({ ...attempt, slots }, at) : show(definition, { ...attempt, slots }, next, at)
  }
  const slot = currentSlot(attempt)
  if (!slot) return attempt
  if (questionTimeUp === 'discard')
    return withSlot(attempt, attempt.current, { response: null, problem: null, done: true })
  if (!submitsLate(definition.rules, slot)) return withSlot(attempt, attempt.current, { done: true })
  const submitted = submitAt(definition, attempt, attempt.current, at)
  return withSlot(submitted, attempt.current, { done: true })
}

/** True where the response as it stands is handed in when the question's time is up. */
export function submitsLate({ submit, questionTimeUp }: QuizRules, slot: Slot | undefined): boolean {
  const ready = slot !== undefined && slot.response !== null && slot.problem === null
  return ready && submit === 'each' && questionTimeUp !== 'discard'
}

/** The attempt at its end, with what is there handed in. An abandoned one stays as it is. */
export function end(definition: QuizDefinition, attempt: Attempt, at: number, ending: Ending): Attempt {
  let ended: Attempt = { ...leave(attempt, at), ending, finishedAt: at }
  if (ending === 'abandoned') return ended
  for (const [index, slot] of attempt.slots.entries()) {
    const open = slot.response !== null && slot.tries.length === 0 && !slot.solutionSeen
    if (open) ended = submitAt(definition, ended, index, at)
  }
  return ended
}

function indexOf(attempt: Attempt, id: string): number {
  return attempt.slots.findIndex(slot => slot.id === id)
}
