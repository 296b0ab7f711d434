export type { Attempt, Drawn, Ending, QuizEvent, Slot, Step, Try } from './quiz.attempt.js'
export { type DefinedQuiz, type DefineQuizOptions, defineQuiz } from './quiz.define.js'
export type {
  QuizDefinition,
  QuizOptions,
  ScoreRequest,
  Scorer,
  SelectionState,
  Selector,
} from './quiz.definition.js'
export { type SavedAttempt, SavedAttemptError } from './quiz.log.js'
export type { QuizMachine } from './quiz.machine.js'
export type { QuizSnapshot } from './quiz.present.js'
export type { Regrade, RegradeChange } from './quiz.regrade.js'
export {
  type Adjustments,
  combineAttempts,
  type ManualMark,
  missedIn,
  type ObjectiveResult,
  type QuestionResult,
  type QuizResult,
  type ResultOptions,
} from './quiz.result.js'
export type { Review, Solution } from './quiz.review.js'
export {
  type CombineMethod,
  type ExtraTime,
  type Moment,
  type PresetName,
  presets,
  type QuizRules,
  type Revealable,
  type RulesInput,
  resolveRules,
  type Section,
} from './quiz.rules.js'
export { attachQuiz, createQuiz, type Quiz, type SessionOptions } from './quiz.session.js'
export {
  type AnsweringView,
  type Can,
  type Command,
  commands,
  type FeedbackView,
  type FinishedView,
  type FinishingView,
  type OverviewEntry,
  type PausedView,
  type Phase,
  type QuizView,
  type ReadyView,
  type ScoringFailedView,
  type ScoringView,
  type SummaryView,
} from './quiz.view.js'
