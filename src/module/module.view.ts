import type { Gain, Mastery } from '../mastery/index.js'
import type { QuizView } from '../quiz/index.js'
import type { Cited } from './lesson.blocks.js'
import type { Activity } from './module.progress.js'
import type { Remedy } from './module.remedies.js'
import type { ModuleResult } from './module.result.js'
import type { Lock } from './module.unlock.js'
import type { Module } from './parse/module.schema.js'

/** What a learner can do. Each is a command of the session and an event of the machine. */
export const moduleCommands = [
  'startPreTest',
  'startPostTest',
  'openLesson',
  'startCheck',
  'practise',
  'next',
  'previous',
  'leave',
  'retry',
  'finish',
] as const

export type ModuleCommand = (typeof moduleCommands)[number]

/** What may be done now. `openLesson` says that one may be opened; which is in `lessons`. `practise`: what was missed. */
export type ModuleCan = { readonly [Name in ModuleCommand]: boolean }

/** A lesson in the list of all. */
export interface LessonEntry {
  readonly id: string
  readonly title: string
  readonly minutes: number | null
  readonly objectives: readonly string[]
  /** `read` to its end, with checks still to do; `done` with them. */
  readonly status: 'locked' | 'open' | 'started' | 'read' | 'done'
  /** What keeps it closed. */
  readonly lock: Lock
}

/** The pre-test or the post-test. */
export interface TestEntry {
  /** `closed`: it is too late for a pre-test. */
  readonly status: 'locked' | 'open' | 'done' | 'closed'
  readonly lock: Lock
  readonly questions: number
  /** Share of the points, from 0 to 1, of the last that was gone through. */
  readonly share: number | null
  /** Share to reach; null without one. */
  readonly pass: number | null
}

/** What every view has. */
interface Common {
  readonly module: Pick<Module, 'id' | 'title' | 'source'> & {
    readonly description: string | null
    /** BCP 47 tag of the texts. */
    readonly language: string
    readonly minutes: number | null
    readonly references: NonNullable<Module['references']>
  }
  readonly can: ModuleCan
  readonly lessons: readonly LessonEntry[]
  readonly objectives: readonly {
    readonly id: string
    readonly text: string
    readonly mastery: Mastery
    readonly gain: Gain | null
  }[]
  readonly preTest: TestEntry | null
  readonly postTest: TestEntry | null
  /** How many questions were missed when they were last asked. */
  readonly missed: number
  readonly completed: boolean
  readonly gain: Gain | null
}

/** A piece of a lesson as it is shown. Texts are Markdown, without marks; terms link to `#id`. */
export type ShownBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'text'; readonly text: string; readonly cited: Cited }
  | {
      readonly type: 'figure'
      readonly id: string
      readonly title: string
      readonly alt: string
      /** All that the picture says. */
      readonly text: string
      readonly cited: Cited
      readonly svg: string
    }

/** What is read at a stretch, and the check that it ends with. */
export interface ShownPart {
  readonly blocks: readonly ShownBlock[]
  readonly check: { readonly id: string; readonly questions: number; readonly done: boolean } | null
}

export interface OverviewView extends Common {
  readonly phase: 'overview'
}
export interface LessonView extends Common {
  readonly phase: 'lesson'
  readonly lesson: {
    readonly id: string
    readonly title: string
    /** Index of the part that is read. */
    readonly part: number
    readonly parts: readonly ShownPart[]
    /** The terms that the lesson links to. */
    readonly terms: readonly { readonly id: string; readonly term: string; readonly text: string }[]
  }
}
export interface RunningView extends Common {
  readonly phase: 'quiz'
  readonly activity: Activity
  readonly check: string | null
  /** The quiz's own view; its commands are those of the quiz. */
  readonly quiz: QuizView
}
export interface OutcomeView extends Common {
  readonly phase: 'outcome'
  readonly activity: Activity
  readonly check: string | null
  /** As it ended; null where the banks have changed so that it can't be shown. */
  readonly quiz: QuizView | null
  /** What is worth seeing again. */
  readonly remedies: readonly (Remedy & { readonly title: string; readonly practice: boolean })[]
}
export interface QuizFailedView extends Common {
  readonly phase: 'quizFailed'
  readonly activity: Activity
  readonly problem: string
}
export interface ModuleFinishedView extends Common {
  readonly phase: 'finished'
  readonly result: ModuleResult
}

/** All that a UI needs to draw a module, and all that it gets. Plain JSON. */
export type ModuleView =
  | OverviewView
  | LessonView
  | RunningView
  | OutcomeView
  | QuizFailedView
  | ModuleFinishedView

export type ModulePhase = ModuleView['phase']
