import { type Bank, createRegistry, type Interaction } from '../question/index.js'
import { createDefinition, type QuizDefinition, type QuizOptions } from './quiz.definition.js'
import { replay, type SavedAttempt, saveAttempt } from './quiz.log.js'
import { createQuizMachine, type QuizMachine } from './quiz.machine.js'
import { overviewOf, type QuizSnapshot, viewOf } from './quiz.present.js'
import { type Regrade, regradeAttempt } from './quiz.regrade.js'
import { type Adjustments, type QuizResult, type ResultOptions, resultOf } from './quiz.result.js'
import type { OverviewEntry, QuizView } from './quiz.view.js'

export interface DefineQuizOptions extends QuizOptions {
  /** The kinds of question that the bank may use. */
  readonly interactions: readonly Interaction[]
}

/** A bank and rules made into a machine, and the pure functions that go with its snapshots. */
export interface DefinedQuiz {
  readonly machine: QuizMachine
  readonly definition: QuizDefinition
  /** The same bank with other options for those that are given. */
  again(changes: Partial<DefineQuizOptions>): DefinedQuiz
  /** What a UI may show of a snapshot. `at`: milliseconds since 1970, the last event's when left out. */
  view(snapshot: QuizSnapshot, at?: number, adjustments?: Adjustments): QuizView
  /** All questions of the attempt in a list. */
  overview(snapshot: QuizSnapshot, at?: number): readonly OverviewEntry[]
  /** What the attempt came to so far, as far as the rules show it. */
  result(snapshot: QuizSnapshot, options?: ResultOptions): QuizResult
  save(snapshot: QuizSnapshot, marks?: SavedAttempt['marks']): SavedAttempt
  /**
   * The snapshot that a saved attempt had. For a living actor, give it to `createActor` as
   * `machine.getPersistedSnapshot(snapshot)`.
   *
   * @throws SavedAttemptError naming all that is wrong with what was stored.
   */
  replay(saved: SavedAttempt): QuizSnapshot
  /**
   * What a saved attempt would come to with a changed bank, with questions dropped, given away or marked by
   * hand: a dry run.
   *
   * @throws SavedAttemptError when the attempt doesn't fit this quiz.
   */
  regrade(saved: SavedAttempt, changes: Adjustments & { readonly bank?: Bank }): Regrade
}

/**
 * Makes a quiz of a bank for those who have XState: `createActor(quiz.machine, { input: { seed: 7 } })`.
 *
 * @throws TypeError naming all that is wrong: rules that contradict one another, a bank too small for its
 * blueprint, ids that occur twice, kinds that are not registered.
 */
export function defineQuiz(bank: Bank, { interactions, ...options }: DefineQuizOptions): DefinedQuiz {
  const registry = createRegistry(interactions)
  const definition = createDefinition(registry, bank, options)
  const machine = createQuizMachine(definition)
  return {
    machine,
    definition,
    again: changes => defineQuiz(bank, { interactions, ...options, ...changes }),
    view: (snapshot, at, adjustments) => viewOf(definition, snapshot, at, adjustments),
    overview: (snapshot, at) => overviewOf(definition, snapshot, at),
    result: (snapshot, asked) => resultOf(definition, snapshot.context, asked),
    save: (snapshot, marks) => saveAttempt(definition, snapshot.context, marks),
    replay: saved => replay(definition, saved),
    regrade(saved, { bank: changed = bank, ...changes }) {
      const attempt = replay(definition, saved).context
      const { scorer, ...local } = options
      const fixed = { ...(changed === bank ? options : local), select: () => [] }
      const now = createDefinition(registry, changed, fixed)
      const marks = { ...saved.marks, ...changes.marks }
      return regradeAttempt(definition, now, attempt, { marks: saved.marks }, { ...changes, marks })
    },
  }
}
