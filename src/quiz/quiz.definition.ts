import {
  type Blueprint,
  checkBlueprint,
  createRandom,
  drawOrders,
  drawQuestions,
  shuffle,
} from '../draw/index.js'
import type { Circumstances, MarkingRules, ScoredResponse } from '../marking/index.js'
import {
  type Bank,
  type Interaction,
  interactionOf,
  type Json,
  type Orders,
  type PresentedQuestion,
  type Question,
  type Registry,
} from '../question/index.js'
import type { Attempt, Drawn, Slot, Try } from './quiz.attempt.js'
import type { QuizResult } from './quiz.result.js'
import { revealsAtOnce } from './quiz.reveal.js'
import { type QuizRules, type RulesInput, resolveRules } from './quiz.rules.js'
import { scoreSlot } from './quiz.scoring.js'

/** What a scorer is given: no key, so that it can travel. */
export interface ScoreRequest extends Circumstances {
  /** Id of the question. */
  readonly id: string
  readonly response: Json
}

/**
 * Scores where the key is: on a server, in a worker. May be called again with the same request, after a failure
 * or when an attempt is restored, and must then give the same.
 */
export type Scorer = (request: ScoreRequest, signal: AbortSignal) => Promise<ScoredResponse> | ScoredResponse

/** What a selector may go by. Pure: the same selection must come from the same state. */
export interface SelectionState {
  readonly questions: readonly Question[]
  readonly registry: Registry
  readonly rules: QuizRules
  /** The attempt so far; without slots when it starts. */
  readonly attempt: Attempt
  /** Results of earlier attempts, first one first. */
  readonly previous: readonly QuizResult[]
  /** What a question of the attempt came to by its last try; null while a scorer elsewhere has not answered. */
  readonly score: (slot: Slot) => ScoredResponse | null
}

/**
 * Picks the questions that come next: called when an attempt starts, and whenever its last question is left.
 * An empty list ends it. What it draws is written into the attempt, and never drawn again.
 */
export type Selector = (state: SelectionState) => readonly Drawn[]

export interface QuizOptions {
  readonly rules?: RulesInput
  /** Scores elsewhere; local and at once when left out. */
  readonly scorer?: Scorer
  /** Chooses the questions; by the rules' blueprint or sections when left out. */
  readonly select?: Selector
  /** Results of the learner's earlier attempts, first one first. */
  readonly previous?: readonly QuizResult[]
  /** Milliseconds since 1970; the system's clock when left out. The live clock alone asks it: the machine goes by its events. */
  readonly now?: () => number
}

/** A bank, rules and ports, checked and put together: what every function of the engine goes by. */
export interface QuizDefinition {
  readonly bank: Bank
  readonly registry: Registry
  readonly rules: QuizRules
  /** The rules that a question is marked by. Without rounding: that is for the end. */
  readonly marking: MarkingRules
  readonly scorer: Scorer | null
  readonly select: Selector
  /** True where a selector of the host's own chooses the questions. */
  readonly choosesOnTheWay: boolean
  readonly previous: readonly QuizResult[]
  readonly now: () => number
  /** True where something that the key decides is shown before the attempt ends. */
  readonly revealsAtOnce: boolean
  /** True where any limit or least time holds, so that a clock has to watch. */
  readonly timed: boolean
  /** Scores reckoned so far, by try. */
  readonly scores: WeakMap<Try, ScoredResponse>
  /** Questions as they were presented, by what was drawn for them. */
  readonly presented: WeakMap<Orders, PresentedQuestion>
  /** @throws TypeError when the bank has no such question. */
  readonly question: (id: string) => Question
  readonly has: (id: string) => boolean
}

/**
 * @throws TypeError when rules contradict one another, the bank is too small for its blueprint, ids occur
 * twice or a kind is not registered: all of it in one message.
 */
export function createDefinition(registry: Registry, bank: Bank, options: QuizOptions = {}): QuizDefinition {
  const resolved = resolveRules(options.rules)
  const rules = bank.marking ? { ...resolved, marking: { ...bank.marking, ...resolved.marking } } : resolved
  const questions = new Map<string, Question>()
  const problems: string[] = []
  for (const question of bank.questions) {
    if (questions.has(question.id)) problems.push(`Two questions have the id '${question.id}'.`)
    if (!registry.has(question.type)) problems.push(unregistered(registry, question))
    questions.set(question.id, question)
  }
  if (questions.size === 0) problems.push('It has no questions.')
  if (!options.select)
    for (const blueprint of blueprintsOf(rules)) problems.push(...checkBlueprint(bank.questions, blueprint))
  if (problems.length > 0)
    throw new TypeError(`No quiz can be made of the bank '${bank.id}':\n- ${problems.join('\n- ')}`)
  return {
    bank,
    registry,
    rules,
    marking: markingOf(rules),
    scorer: options.scorer ?? null,
    select: state => (state.attempt.only ? selectOnly(state) : (options.select ?? selectByRules)(state)),
    choosesOnTheWay: options.select !== undefined,
    previous: options.previous ?? [],
    now: options.now ?? Date.now,
    revealsAtOnce: revealsAtOnce(rules),
    timed: isTimed(rules, bank.questions),
    scores: new WeakMap(),
    presented: new WeakMap(),
    has: id => questions.has(id),
    question(id) {
      const question = questions.get(id)
      if (question) return question
      throw new TypeError(`The bank '${bank.id}' has no question '${id}'.`)
    },
  }
}

function markingOf({
  marking,
  triesRule,
  penalty,
  certainty,
  negativeMarks,
  outcomePoints,
}: QuizRules): MarkingRules {
  const stated = Object.entries({ marking, triesRule, penalty, certainty, negativeMarks, outcomePoints })
  return Object.fromEntries(stated.filter(([, value]) => value !== undefined))
}

function isTimed(rules: QuizRules, questions: readonly Question[]): boolean {
  const { timeLimit, questionTimeLimit, closesAt, minTime, sections = [] } = rules
  const limits = [timeLimit, questionTimeLimit, closesAt, minTime]
  return [...limits, ...[...sections, ...questions].map(one => one.timeLimit)].some(
    limit => limit !== undefined,
  )
}

/** What a selector may go by, now. */
export function selectionState(definition: QuizDefinition, attempt: Attempt): SelectionState {
  const { bank, registry, rules, previous } = definition
  const score = (slot: Slot) => scoreSlot(definition, slot)
  return { questions: bank.questions, registry, rules, attempt, previous, score }
}

export function interactionFor(definition: QuizDefinition, id: string): Interaction {
  return interactionOf(definition.registry, definition.question(id))
}

function blueprintsOf(rules: QuizRules): readonly Blueprint[] {
  return rules.sections ?? [rules.blueprint ?? {}]
}

/** Draws everything at the start, by the rules. */
function selectByRules({ questions, registry, rules, attempt, previous }: SelectionState): readonly Drawn[] {
  if (attempt.slots.length > 0) return []
  const last = previous.at(-1)
  if (rules.attempts?.buildOnLast && last)
    return last.questions.map(({ id, section, orders, response }) => ({ id, section, orders, response }))
  const seen = new Set(
    rules.unseenFirst ? previous.flatMap(result => result.questions.map(({ id }) => id)) : [],
  )
  const taken = new Set<string>()
  return (rules.sections ?? [{ id: null, ...rules.blueprint }]).flatMap(section => {
    const left = questions.filter(({ id }) => !taken.has(id))
    return drawQuestions(left, section, attempt.seed, seen).map(question => {
      taken.add(question.id)
      return {
        id: question.id,
        section: section.id,
        orders: drawOrders(registry, question, attempt.seed, rules.shuffleChoices),
      }
    })
  })
}

/** Asks the questions that the attempt names, once: in their order where the blueprint's is fixed. */
function selectOnly({ questions, registry, rules, attempt }: SelectionState): readonly Drawn[] {
  if (attempt.slots.length > 0) return []
  const wanted = (attempt.only ?? []).flatMap(id => questions.find(question => question.id === id) ?? [])
  const ordered =
    rules.blueprint?.order === 'fixed' ? wanted : shuffle(wanted, createRandom(attempt.seed, 'order'))
  return ordered.map(question => ({
    id: question.id,
    section: null,
    orders: drawOrders(registry, question, attempt.seed, rules.shuffleChoices),
  }))
}

function unregistered(registry: Registry, question: Question): string {
  return `Question '${question.id}' has the type '${question.type}'. Registered are: ${[...registry.keys()].join(', ')}.`
}
