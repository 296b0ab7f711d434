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

/** A quiz that was run, as its log tells it. */
export interface DoneRun {
  readonly activity: Activity
  readonly check: string | null
  readonly attempt: SavedAttempt
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
  readonly run: Run | null
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
  | { readonly type: 'quizEnded'; readonly attempt: SavedAttempt | null }
  /** From the quiz: it broke down, after the attempt had come so far. */
  | { readonly type: 'quizFailed'; readonly message: string; readonly attempt: SavedAttempt | null }
)

type PlainEvent = 'startPreTest' | 'startPostTest' | 'next' | 'previous' | 'leave' | 'retry' | 'finish'

/** An accepted event with its number and the questions that it drew. */
export type ModuleStep = ModuleEvent & { readonly seq: number; readonly drew?: readonly string[] }

export function newProgress(seed: string | number): Progress {
  return {
    seed,
    lesson: null,
    lessons: {},
    run: null,
    runs: [],
    problem: null,
    startedAt: null,
    finishedAt: null,
    at: 0,
    log: [],
  }
}
