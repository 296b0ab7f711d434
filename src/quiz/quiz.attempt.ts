import type { ScoredResponse } from '../marking/index.js'
import type { Json, Orders, Score } from '../question/index.js'

/** One question as it was drawn into an attempt. */
export interface Drawn {
  readonly id: string
  readonly section: string | null
  readonly orders: Orders
  /** The response it starts with, where an attempt builds on the last one. */
  readonly response?: Json
}

/** One response handed in, and what it came to once that was scored. */
export interface Try {
  readonly response: Json
  readonly at: number
  readonly hints: number
  readonly certainty: number | null
  /** From a scorer elsewhere. Null until it answered, and where the key is at hand: then it is reckoned anew when asked. */
  readonly scored: ScoredResponse | null
}

/** What an attempt knows of one of its questions. */
export interface Slot extends Required<Drawn> {
  /** What is wrong with the response as it stands: a code, null where it can be handed in. */
  readonly problem: string | null
  readonly tries: readonly Try[]
  /** How many hints were taken. */
  readonly hints: number
  readonly certainty: number | null
  readonly flagged: boolean
  readonly skipped: boolean
  readonly solutionSeen: boolean
  /** What the last try came to, where the rules show it before the end. */
  readonly score: Score | null
  /** True when it takes no more responses. */
  readonly done: boolean
  /** When its own time is up, once it was shown; null without a limit. */
  readonly deadline: number | null
  /** When it was first shown. */
  readonly shownAt: number | null
  /** Milliseconds spent on it so far, pauses left out. */
  readonly spent: number
}

/** How an attempt ended. */
export type Ending = 'handed-in' | 'time-up' | 'abandoned'

/**
 * An attempt: the context of the machine, plain JSON. It holds no key and nothing that the key decides before
 * its reveal.
 */
export interface Attempt {
  readonly seed: string | number
  /** Ids of the questions to ask, whatever the rules would draw; null where they draw. */
  readonly only: readonly string[] | null
  readonly slots: readonly Slot[]
  /** Index of the question at hand. */
  readonly current: number
  readonly startedAt: number | null
  /** When the current question came up, or the attempt went on after a pause. */
  readonly shownAt: number
  readonly deadline: number | null
  /** True between the deadline and the end of the grace period. */
  readonly overdue: boolean
  /** When each section's time is up, for those that were entered: section id → moment. */
  readonly sectionDeadlines: { readonly [section: string]: number }
  readonly pausedAt: number | null
  /** Whether the summary was on screen when the attempt was paused. */
  readonly atSummary: boolean
  readonly finishedAt: number | null
  readonly ending: Ending | null
  /** Why scoring failed, as the scorer said it; null while all is well. */
  readonly scoringProblem: string | null
  /** The moment of the last accepted event: time never runs back. */
  readonly at: number
  readonly log: readonly Step[]
}

/** What can happen in an attempt. Every event carries the moment it happens, in milliseconds since 1970. */
export type QuizEvent = { readonly at: number } & (
  | { readonly type: 'respond'; readonly response: Json }
  | { readonly type: 'certainty'; readonly level: number }
  | { readonly type: 'goTo'; readonly id: string }
  | { readonly type: PlainEvent }
  /** From the scorer: what the last try of a question came to. */
  | { readonly type: 'scored'; readonly id: string; readonly scored: ScoredResponse }
  | { readonly type: 'scoringFailed'; readonly message: string }
)

type PlainEvent =
  | 'start'
  | 'next'
  | 'clear'
  | 'hint'
  | 'flag'
  | 'skip'
  | 'submit'
  | 'tryAgain'
  | 'redo'
  | 'showSolution'
  | 'previous'
  | 'finish'
  | 'handIn'
  | 'retry'
  | 'pause'
  | 'resume'
  | 'abandon'
  /** From the clock: see whether a time is up. */
  | 'tick'

/** An accepted event with its number and what it drew. Of responses that follow one another only the last is kept. */
export type Step = QuizEvent & { readonly seq: number; readonly drew?: readonly Drawn[] }

export function newSlot({ id, section, orders, response = null }: Drawn): Slot {
  return {
    id,
    section,
    orders,
    response,
    problem: null,
    tries: [],
    hints: 0,
    certainty: null,
    flagged: false,
    skipped: false,
    solutionSeen: false,
    score: null,
    done: false,
    deadline: null,
    shownAt: null,
    spent: 0,
  }
}

export function newAttempt(seed: string | number, only: readonly string[] | null = null): Attempt {
  return {
    seed,
    only,
    slots: [],
    current: 0,
    startedAt: null,
    shownAt: 0,
    deadline: null,
    overdue: false,
    sectionDeadlines: {},
    pausedAt: null,
    atSummary: false,
    finishedAt: null,
    ending: null,
    scoringProblem: null,
    at: 0,
    log: [],
  }
}

/** The slot of the question at hand. */
export function currentSlot(attempt: Attempt): Slot | undefined {
  return attempt.slots[attempt.current]
}

/** The attempt with one slot changed. */
export function withSlot(attempt: Attempt, index: number, change: Partial<Slot>): Attempt {
  const slot = attempt.slots[index]
  if (!slot) return attempt
  return { ...attempt, slots: attempt.slots.with(index, { ...slot, ...change }) }
}
