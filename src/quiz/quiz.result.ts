import { type Rounding, round, type ScoredResponse, scoreOf } from '../marking/index.js'
import type { Json, Orders, Outcome, Score } from '../question/index.js'
import type { Attempt, Ending, Slot } from './quiz.attempt.js'
import { type QuizDefinition, scoreLocally } from './quiz.define.js'
import type { CombineMethod } from './quiz.rules.js'

/** What one question came to in an attempt. */
export interface QuestionResult {
  readonly id: string
  readonly type: string
  readonly section: string | null
  readonly objective: string | null
  readonly orders: Orders
  readonly response: Json
  readonly outcome: Outcome
  readonly score: Score
  readonly tries: number
  readonly hints: number
  readonly certainty: number | null
  readonly solutionSeen: boolean
  readonly flagged: boolean
  /** Milliseconds. */
  readonly spent: number
}

/** What the questions of one objective came to together. */
export interface ObjectiveResult {
  readonly id: string
  readonly text: string
  readonly score: Score
  readonly questions: readonly string[]
}

/** What an attempt came to. Plain JSON, the output of the machine. */
export interface QuizResult {
  readonly bank: string
  readonly rules: string
  readonly seed: string | number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** Milliseconds from start to end. */
  readonly duration: number
  readonly ending: Ending | null
  readonly score: Score
  /** True while a question waits for a person or the rules hold the scores back until the quiz closes. */
  readonly pending: boolean
  /** Whether the pass mark was reached; null without one, or while something is pending. */
  readonly passed: boolean | null
  /** Overall feedback of the band that was reached. */
  readonly band: string | null
  readonly counts: { readonly [Name in Outcome]: number }
  readonly objectives: readonly ObjectiveResult[]
  readonly questions: readonly QuestionResult[]
}
