import { drawOrders } from '../draw/index.js'
import type { Question } from '../question/index.js'
import type { Attempt, Drawn, SelectionState, Selector } from '../quiz/index.js'
import { type Ability, type AbilityOptions, estimateAbility, type ItemResponse } from './ability.js'
import { type Candidate, chooseNext, type Exposure } from './choose.js'
import { informationAt } from './irt.js'
import { parametersOf } from './parameters.js'

/** When an adaptive test has told enough. The first that is reached ends it. */
export interface StopRules {
  /** Questions at the most; all there are when left out. */
  readonly length?: number
  /** Questions before any other rule may end it; 1 when left out. */
  readonly least?: number
  /** Standard error of the ability, in logits. */
  readonly error?: number
  /** Seconds since the start. */
  readonly time?: number
  /** An ability that learners are to be told apart by: it ends once they are surely above or below it (95 %). */
  readonly cut?: number
  /** Information that the best question left must have at the learner's ability: it ends once none tells more than so much. */
  readonly information?: number
}

export interface AdaptiveOptions extends AbilityOptions {
  readonly stop?: StopRules
  readonly exposure?: Exposure
  /** Share of the questions that each objective should have: objective → share, 1 together. */
  readonly content?: { readonly [objective: string]: number }
}

/** Why an adaptive test ends; null while it goes on. */
export type StopReason = 'length' | 'error' | 'time' | 'cut' | 'information' | 'no-question-left'

/**
 * Picks the question that tells most of the learner, one by one: adaptive testing by item response theory.
 *
 * ```ts
 * const quiz = createQuiz(bank, { rules: 'checkpoint', select: adaptive({ stop: { error: 0.3, length: 30 } }) })
 * ```
 *
 * With rules that let a learner go back, responses count as they are when the next question is drawn.
 */
export function adaptive(options: AdaptiveOptions = {}): Selector {
  const chosen = new WeakMap<Attempt, readonly Drawn[]>()
  return state => {
    // The machine's guards ask as well as its steps do.
    const known = chosen.get(state.attempt)
    if (known) return known
    const drawn = select(state, options)
    chosen.set(state.attempt, drawn)
    return drawn
  }
}

function select(state: SelectionState, options: AdaptiveOptions): readonly Drawn[] {
  const { attempt, registry, rules, questions } = state
  const prepared = preparedOf(questions)
  if (stopReason(state, options) !== null) return []
  const next = chooseNext(leftIn(state), {
    ability: abilityIn(state, options).ability,
    seed: attempt.seed,
    exposure: options.exposure,
    content: options.content,
    asked: attempt.slots.map(({ id }) => prepared.byId.get(id)?.objective),
  })
  const question = next && prepared.byId.get(next.id)
  if (!question) return []
  const orders = drawOrders(registry, question, attempt.seed, rules.shuffleChoices)
  return [{ id: question.id, section: null, orders }]
}

/** Why an adaptive test ends where it stands; null while it goes on. */
export function stopReason(state: SelectionState, options: AdaptiveOptions): StopReason | null {
  const { attempt, questions } = state
  const { length = Number.POSITIVE_INFINITY, least = 1, error, time, cut, information } = options.stop ?? {}
  const count = attempt.slots.length
  if (count >= questions.length) return 'no-question-left'
  if (count >= length) return 'length'
  if (count < least) return null
  if (time !== undefined && attempt.at - (attempt.startedAt ?? attempt.at) >= time * 1000) return 'time'
  if (error === undefined && cut === undefined && information === undefined) return null
  const told = abilityIn(state, options)
  if (error !== undefined && told.error <= error) return 'error'
  // 1.96: of a normal distribution, 95 % lie within so many deviations.
  if (cut !== undefined && Math.abs(told.ability - cut) > 1.96 * told.error) return 'cut'
  if (information === undefined) return null
  const most = leftIn(state).reduce((best, { item }) => Math.max(best, informationAt(item, told.ability)), 0)
  return most <= information ? 'information' : null
}

/** What was not asked yet. */
function leftIn({ attempt, questions }: SelectionState): readonly Candidate[] {
  const taken = new Set(attempt.slots.map(({ id }) => id))
  return preparedOf(questions).candidates.filter(({ id }) => !taken.has(id))
}

/** The learner's ability, by the responses so far that have been scored. */
export function abilityIn(state: SelectionState, options: AbilityOptions = {}): Ability {
  const { byId } = preparedOf(state.questions)
  const responses = state.attempt.slots.flatMap((slot): readonly ItemResponse[] => {
    const question = byId.get(slot.id)
    const scored = state.score(slot)
    const isOver = slot.done || slot.tries.length > 0 || slot.skipped
    if (!question || !scored || !isOver || scored.outcome === 'pending') return []
    return [{ item: parametersOf(question), share: Math.min(1, Math.max(0, scored.score.scaled)) }]
  })
  // Maximum likelihood tells nothing of nothing, and little of a few; the prior does.
  return estimateAbility(responses, responses.length === 0 ? { ...options, method: 'eap' } : options)
}

interface Prepared {
  readonly byId: ReadonlyMap<string, Question>
  readonly candidates: readonly Candidate[]
}

/** By bank, so that a large one is not gone through for its parameters at each question. */
const banks = new WeakMap<readonly Question[], Prepared>()

function preparedOf(questions: readonly Question[]): Prepared {
  const known = banks.get(questions)
  if (known) return known
  const prepared = {
    byId: new Map(questions.map(question => [question.id, question])),
    candidates: questions.map(question => ({
      id: question.id,
      objective: question.objective,
      item: parametersOf(question),
    })),
  }
  banks.set(questions, prepared)
  return prepared
}
