import type { Json, Outcome, PresentedQuestion } from '../question/index.js'
import type { QuizResult } from './quiz.result.js'
import type { Review } from './quiz.review.js'
import type { QuizRules } from './quiz.rules.js'

/** What a learner can do. Each is a command of the session and an event of the machine. */
export const commands = [
  'start',
  'respond',
  'clear',
  'certainty',
  'hint',
  'flag',
  'skip',
  'submit',
  'tryAgain',
  'redo',
  'showSolution',
  'next',
  'previous',
  'goTo',
  'finish',
  'handIn',
  'retry',
  'pause',
  'resume',
  'abandon',
] as const

export type Command = (typeof commands)[number]

/** What may be done now. `goTo` says that it may lead somewhere; where to is in the overview. */
export type Can = { readonly [Name in Command]: boolean }

/** What every view has. */
interface Common {
  readonly quiz: {
    readonly bank: string
    readonly title: string
    /** BCP 47 tag of the texts. */
    readonly language: string
    /** How the texts are written. */
    readonly text: 'plain' | 'markdown'
    readonly rules: string
  }
  readonly can: Can
  readonly progress: {
    /** The question at hand, from 1; 0 before the start. */
    readonly number: number
    readonly total: number
    readonly answered: number
    readonly flagged: number
  }
  readonly time: {
    readonly startedAt: number | null
    /** When the first limit ends that holds now, in milliseconds since 1970; what it ends is in `limits`. */
    readonly deadline: number | null
    readonly limits: {
      readonly quiz: number | null
      readonly section: number | null
      readonly question: number | null
    }
    /** True in the grace period: nothing can be changed, only handed in. */
    readonly overdue: boolean
  }
  /** Points so far, as far as the rules show them. */
  readonly score: { readonly raw: number; readonly max: number } | null
}

/** The question at hand, and what the learner did with it. */
interface AtQuestion extends Common {
  readonly question: PresentedQuestion
  readonly section: { readonly id: string; readonly title: string | null } | null
  readonly response: Json
  /** Why the response can't be handed in as it stands: a code for the table of messages. */
  readonly problem: string | null
  /** The hints taken. */
  readonly hints: readonly string[]
  /** How sure the learner is, and the highest level there is; null where the rules don't ask. */
  readonly certainty: { readonly level: number | null; readonly levels: number } | null
  readonly tries: { readonly used: number; readonly max: number }
  readonly flagged: boolean
  /** What is shown of the last try. Null before the first. */
  readonly review: Review | null
}

export interface ReadyView extends Common {
  readonly phase: 'ready'
  /** Why it can't start: a code, and from when on it could. */
  readonly refusal: { readonly code: string; readonly from: number | null } | null
  readonly about: {
    /** How many questions there will be; null where they are chosen on the way. */
    readonly questions: number | null
    /** Seconds, the learner's extra time with them. */
    readonly timeLimit: number | null
    readonly pass: number | null
    readonly attempts: { readonly used: number; readonly max: number | null }
    readonly rules: Pick<
      QuizRules,
      'submit' | 'navigation' | 'maxTries' | 'hints' | 'skip' | 'flag' | 'pause'
    >
  }
}
export interface AnsweringView extends AtQuestion {
  readonly phase: 'answering'
}
export interface ScoringView extends AtQuestion {
  readonly phase: 'scoring'
}
export interface ScoringFailedView extends AtQuestion {
  readonly phase: 'scoringFailed'
  readonly scoringProblem: string | null
}
export interface FeedbackView extends AtQuestion {
  readonly phase: 'feedback'
}
export interface SummaryView extends Common {
  readonly phase: 'summary'
  readonly questions: readonly OverviewEntry[]
  /** Why it can't be handed in yet: a code. */
  readonly refusal: string | null
}
export interface PausedView extends Common {
  readonly phase: 'paused'
}
export interface FinishingView extends Common {
  readonly phase: 'finishing'
  readonly scoringProblem: string | null
}
export interface FinishedView extends Common {
  readonly phase: 'finished'
  readonly result: QuizResult
  /** Each question once more, with what may be shown of it now. */
  readonly reviews: readonly (Review & { readonly question: PresentedQuestion })[]
}

/** All that a UI needs to draw a quiz, and all that it gets. Plain JSON. */
export type QuizView =
  | ReadyView
  | AnsweringView
  | ScoringView
  | ScoringFailedView
  | FeedbackView
  | SummaryView
  | PausedView
  | FinishingView
  | FinishedView

export type Phase = QuizView['phase']

/** A question in a list of all. */
export interface OverviewEntry {
  readonly id: string
  /** From 1. */
  readonly number: number
  readonly section: string | null
  readonly current: boolean
  readonly answered: boolean
  readonly flagged: boolean
  readonly skipped: boolean
  /** True where it takes no more responses. */
  readonly done: boolean
  /** As far as the rules show it. */
  readonly outcome: Outcome | null
  /** Whether `goTo` leads there now. */
  readonly open: boolean
}
