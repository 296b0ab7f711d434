import type { Evidence } from '../mastery/index.js'
import type { SavedAttempt } from '../quiz/index.js'

/** What a quiz inside a module is for. */
export type Activity = 'preTest' | 'check' | 'practice' | 'postTest'

/** Which quiz runs, or has just been run. */
export interface Run {
  readonly activity: Activity
  /** The check that it is, where it is one. */
  readonly check: string | null
  readonly seed: string
  /** Ids of the questions that were drawn for it. */
  readonly only: readonly string[]
}

/** What an attempt came to when it ended. It counts where the banks have changed so that the attempt can't be read any more. */
export interface Tally {
  /** Whether it was gone through to its end. */
  readonly whole: boolean
  /** Share of the points, from 0 to 1; null where nothing is scored. */
  readonly share: number | null
  /** Null without a pass mark. */
  readonly passed: boolean | null
  readonly evidence: readonly Evidence[]
  /** Ids of the misreadings that its responses show. */
  readonly misconceptions: readonly string[]
}

/** A quiz that was run, as its log tells it. */
export interface DoneRun {
  readonly activity: Activity
  readonly check: string | null
  readonly attempt: SavedAttempt
  readonly tally: Tally | null
}

/** How far a learner is in a lesson. */
export interface LessonProgress {
  readonly startedAt: number
  /** Index of the part that is read. */
  readonly part: number
  /** When its end was first passed; null before. */
  readonly readAt: number | null
}

/** A learner's way through a module: the context of the machine, plain JSON without any key. */
export interface Progress {
  readonly seed: string | number
  /** Id of the lesson at hand. */
  readonly lesson: string | null
  readonly lessons: { readonly [id: string]: LessonProgress }
  /** The quiz that runs, or that broke down. */
  readonly run: Run | null
  /** Whether the outcome of the last quiz is on screen. */
  readonly ended: boolean
  /** Every quiz that was run so far, first one first. */
  readonly runs: readonly DoneRun[]
  /** Why the last quiz failed; null while all is well. */
  readonly problem: string | null
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** The moment of the last accepted event: time never runs back. */
  readonly at: number
  readonly log: readonly ModuleStep[]
}

/** What can happen in a module. Every event carries the moment it happens, in milliseconds since 1970. */
export type ModuleEvent = { readonly at: number } & (
  | { readonly type: PlainEvent }
  | { readonly type: 'openLesson'; readonly lesson: string }
  | { readonly type: 'startCheck'; readonly check: string }
  /** Without either, all that was missed. */
  | { readonly type: 'practise'; readonly objective?: string; readonly misconception?: string }
  /** From the quiz: it is over, or was left; the attempt is null where it never began. */
  | ({ readonly type: 'quizEnded' } & Came)
  /** From the quiz: it broke down, after the attempt had come so far. */
  | ({ readonly type: 'quizFailed'; readonly message: string } & Came)
)

interface Came {
  readonly attempt: SavedAttempt | null
  /** What that came to. Without it, nothing is known of the attempt once the banks have changed so that it can't be read. */
  readonly tally?: Tally
}

type PlainEvent = 'startPreTest' | 'startPostTest' | 'next' | 'previous' | 'leave' | 'retry' | 'finish'

/** What is settled when an event happens, and never again, whatever becomes of the module. */
export interface Settled {
  /** The questions that it drew. */
  readonly drew?: readonly string[]
  /** Index of the part of the lesson that it led to; null where it led past the end. */
  readonly part?: number | null
}

/** An accepted event with its number and what it settled. */
export type ModuleStep = Settled & { readonly seq: number } & (
    | ModuleEvent
    /** On restoring: the lesson at hand is no longer in the module. */
    | { readonly type: 'lessonGone'; readonly at: number }
  )

export function newProgress(seed: string | number): Progress {
  return {
    seed,
    lesson: null,
    lessons: {},
    run: null,
    ended: false,
    runs: [],
    problem: null,
    startedAt: null,
    finishedAt: null,
    at: 0,
    log: [],
  }
}

/** Where the machine stands with this progress. */
export function stateOf({ lesson, run, ended, problem, finishedAt }: Progress) {
  if (finishedAt !== null) return 'finished'
  if (problem !== null) return 'quizFailed'
  if (run) return run.activity
  if (ended) return 'outcome'
  return lesson === null ? 'overview' : 'lesson'
}
