import { type BuiltInQuestion, builtInInteractions } from './interactions/index.js'
import { type Circumstances, type MarkingRules, type ScoredResponse, scoreWith } from './marking/index.js'
import { type Bank, createRegistry, type Interaction, type Question } from './question/index.js'
import {
  createQuiz as createQuizWith,
  type DefinedQuiz,
  type DefineQuizOptions,
  defineQuiz as defineQuizWith,
  type Quiz,
  type SessionOptions,
} from './quiz/index.js'

/** Options of a quiz whose bank uses the built-in kinds, and kinds of your own where you name them. */
export interface QuizOptions extends Omit<DefineQuizOptions, 'interactions'> {
  /** Kinds of your own, beside the built-in ones. */
  readonly interactions?: readonly Interaction[]
}

/**
 * Runs a quiz with the built-in kinds of question.
 *
 * ```ts
 * const quiz = createQuiz(positions, { rules: 'practice', seed: 7 })
 * quiz.subscribe(() => render(quiz.getView()))
 * quiz.start()
 * ```
 *
 * @param source a bank, or a quiz of `defineQuiz` to run again and again.
 * @throws TypeError naming all that is wrong with bank or rules; SavedAttemptError when `restore` can't be gone on with.
 */
export function createQuiz(source: Bank, options?: QuizOptions & SessionOptions): Quiz
export function createQuiz(source: DefinedQuiz, options?: SessionOptions): Quiz
export function createQuiz(source: Bank | DefinedQuiz, options: QuizOptions & SessionOptions = {}): Quiz {
  return 'machine' in source ? createQuizWith(source, options) : createQuizWith(source, withBuiltIns(options))
}

/**
 * Makes a quiz with the built-in kinds for those who have XState already, or who run the same quiz often.
 *
 * @throws TypeError naming all that is wrong with bank or rules.
 */
export function defineQuiz(bank: Bank, options: QuizOptions = {}): DefinedQuiz {
  return defineQuizWith(bank, withBuiltIns(options))
}

const builtIns = /* @__PURE__ */ createRegistry(builtInInteractions)

/**
 * Scores one response to one question of a built-in kind.
 *
 * ```ts
 * scoreResponse(question, ['a', 'c'], { marking: { 'multiple-response': { rule: 'capped' } } })
 * // → { outcome: 'partial', score: { raw: 0.5, min: 0, max: 1, scaled: 0.5 }, parts: […], trace: […] }
 * ```
 *
 * @param response anything at all: what can't be scored is `invalid`, never thrown.
 * @param rules marking by kind, tries, certainty, rounding: see docs/marking.md.
 * @param circumstances earlier tries, hints taken, how sure the learner was.
 * @throws TypeError when the question is of no built-in kind; `scoreWith` takes a registry with yours.
 */
export function scoreResponse(
  question: BuiltInQuestion | Question,
  response: unknown,
  rules?: MarkingRules,
  circumstances?: Circumstances,
): ScoredResponse {
  return scoreWith(builtIns, question, response, rules, circumstances)
}

function withBuiltIns<Options extends QuizOptions>({ interactions = [], ...options }: Options) {
  return { ...options, interactions: [...builtInInteractions, ...interactions] }
}

export type { BuiltInKind, BuiltInPresentation, BuiltInQuestion } from './interactions/index.js'
export {
  type CertaintyTable,
  type Circumstances,
  type MarkingRules,
  moodleCertainty,
  type Rounding,
  type ScoredResponse,
  scoreWith,
  type TriesRule,
} from './marking/index.js'
export {
  type Bank,
  createRegistry,
  defineInteraction,
  type Interaction,
  type Issue,
  type Json,
  type Outcome,
  type Part,
  type PresentedQuestion,
  presentQuestion,
  type Question,
  type Registry,
  type Score,
  type TraceStep,
} from './question/index.js'
export {
  combineAttempts,
  type DefinedQuiz,
  missedIn,
  type Phase,
  type PresetName,
  presets,
  type Quiz,
  type QuizResult,
  type QuizRules,
  type QuizView,
  type RulesInput,
  resolveRules,
  type SavedAttempt,
  SavedAttemptError,
  type Scorer,
  type Selector,
  type SessionOptions,
} from './quiz/index.js'
