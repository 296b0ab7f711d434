import { initialTransition, transition } from 'xstate'
import { createRandom } from '../draw/index.js'
import { type Bank, type Issue, presentQuestion, type Question, type Registry } from '../question/index.js'
import type { Attempt, QuizEvent, Step } from './quiz.attempt.js'
import type { QuizDefinition } from './quiz.definition.js'
import { createQuizMachine } from './quiz.machine.js'
import type { QuizSnapshot } from './quiz.present.js'
import type { ManualMark } from './quiz.result.js'
import { isRulesLike, type QuizRules } from './quiz.rules.js'

/**
 * An attempt to be stored: what happened, from which the rest follows. Plain JSON without any key; steps of a
 * scorer elsewhere hold what it said.
 */
export interface SavedAttempt {
  readonly version: 1
  /** Id of the bank. */
  readonly bank: string
  readonly rules: QuizRules
  readonly seed: string | number
  /** Ids of the questions to ask, where the rules don't draw them. */
  readonly only?: readonly string[]
  readonly log: readonly Step[]
  /** Fingerprints of the questions as they are presented: id → fingerprint. */
  readonly questions: { readonly [id: string]: string }
  /** Marks that people gave: question id → mark. */
  readonly marks: { readonly [id: string]: ManualMark }
}

/** A saved attempt that can't be gone on with. `problems` says all that is wrong; the stored text is left alone. */
export class SavedAttemptError extends Error {
  override readonly name = 'SavedAttemptError'
  constructor(readonly problems: readonly Issue[]) {
    super(`The saved attempt can't be restored:\n- ${problems.map(({ message }) => message).join('\n- ')}`)
  }
}

export function saveAttempt(
  { bank, registry, rules, question }: QuizDefinition,
  { seed, only, log, slots }: Attempt,
  marks: SavedAttempt['marks'] = {},
): SavedAttempt {
  const questions: { [id: string]: string } = {}
  for (const { id } of slots) questions[id] = fingerprint(registry, question(id))
  return { version: 1, bank: bank.id, rules, seed, ...(only && { only }), log, questions, marks }
}

/** The drawn questions that present otherwise than when the attempt was saved. */
export function changedSince(
  { registry, has, question }: QuizDefinition,
  saved: SavedAttempt,
): readonly string[] {
  const ids = Object.keys(saved.questions)
  return ids.filter(id => has(id) && fingerprint(registry, question(id)) !== saved.questions[id])
}

/**
 * Plays a log again: the snapshot is the one that the attempt had when it was saved.
 *
 * @throws SavedAttemptError naming all that is wrong with what was stored.
 */
export function replay(definition: QuizDefinition, saved: SavedAttempt): QuizSnapshot {
  checkSaved(definition.bank, saved)
  const machine = createQuizMachine(asDrawn(definition, saved.log))
  let [snapshot] = initialTransition(machine, { seed: saved.seed, only: saved.only })
  for (const { seq, drew, ...event } of saved.log) {
    const [next] = transition(machine, snapshot, event as QuizEvent)
    const last = next.context.log.at(-1)
    if (last?.seq !== seq || last.type !== event.type)
      throw new SavedAttemptError([
        problem(
          'step-refused',
          ['log', seq],
          `Step ${seq} (${event.type}) is not allowed by these rules and this bank.`,
        ),
      ])
    snapshot = next
  }
  return snapshot
}

/** The definition for a replay: nothing is drawn anew, and no start is refused that once was let pass. */
function asDrawn(definition: QuizDefinition, log: readonly Step[]): QuizDefinition {
  const { opensAt, attempts, ...rules } = definition.rules
  return {
    ...definition,
    rules,
    previous: [],
    choosesOnTheWay: true,
    select: ({ attempt }) => log[attempt.log.length]?.drew ?? [],
  }
}

const fingerprints = new WeakMap<Question, string>()

function fingerprint(registry: Registry, question: Question): string {
  const known = fingerprints.get(question)
  if (known) return known
  const random = createRandom(JSON.stringify(presentQuestion(registry, question)))
  const made = random().toString(36).slice(2, 10) + random().toString(36).slice(2, 10)
  fingerprints.set(question, made)
  return made
}

function problem(code: string, path: Issue['path'], message: string): Issue {
  return { code, severity: 'error', path, message }
}

/** @throws SavedAttemptError naming all that is wrong with a stored value, which may be anything at all. */
export function checkSaved(bank: Bank, saved: unknown): asserts saved is SavedAttempt {
  const problems = problemsIn(bank, saved)
  if (problems.length > 0) throw new SavedAttemptError(problems)
}

/** What is wrong with it before it is played. */
function problemsIn(bank: Bank, saved: unknown): readonly Issue[] {
  if (!isRecord(saved)) return [problem('not-an-attempt', [], 'It is no saved attempt, but another value.')]
  if (saved.version !== 1)
    return [
      problem(
        'unknown-version',
        ['version'],
        `Its version is ${String(saved.version)}; this library reads version 1.`,
      ),
    ]
  const problems: Issue[] = []
  const ids = new Set(bank.questions.map(({ id }) => id))
  const expect = (holds: boolean, code: string, path: Issue['path'], message: string) => {
    if (!holds) problems.push(problem(code, path, message))
  }
  expect(
    saved.bank === bank.id,
    'other-bank',
    ['bank'],
    `It is of the bank '${String(saved.bank)}', not of '${bank.id}'.`,
  )
  expect(isRulesLike(saved.rules), 'bad-rules', ['rules'], 'Its rules are incomplete.')
  expect(isSeed(saved.seed), 'bad-seed', ['seed'], 'Its seed is neither a number nor a text.')
  expect(
    saved.only === undefined || isListOf(saved.only, id => typeof id === 'string' && ids.has(id)),
    'bad-only',
    ['only'],
    'It asks questions that the bank does not have any more.',
  )
  expect(
    isRecord(saved.questions),
    'bad-questions',
    ['questions'],
    'Its questions are no record of fingerprints.',
  )
  expect(isRecord(saved.marks), 'bad-marks', ['marks'], 'Its marks are no record.')
  if (!Array.isArray(saved.log)) return [...problems, problem('bad-log', ['log'], 'Its log is no list.')]
  let at = 0
  for (const [index, step] of saved.log.entries()) {
    const sound =
      isRecord(step) &&
      step.seq === index &&
      typeof step.type === 'string' &&
      isFiniteNumber(step.at) &&
      step.at >= at
    expect(
      sound,
      'bad-step',
      ['log', index],
      `Step ${index} is damaged: number, type and moment don't fit what stands before.`,
    )
    if (!sound) continue
    at = step.at as number
    const scoredWell = step.type !== 'scored' || isScored(step.scored)
    expect(scoredWell, 'bad-score', ['log', index, 'scored'], `The score in step ${index} is damaged.`)
    for (const [which, drawn] of (Array.isArray(step.drew) ? step.drew : []).entries()) {
      const path = ['log', index, 'drew', which]
      const id = isRecord(drawn) && typeof drawn.id === 'string' && areOrders(drawn.orders) ? drawn.id : null
      expect(id !== null, 'bad-draw', path, `What step ${index} drew is damaged.`)
      expect(
        id === null || ids.has(id),
        'question-missing',
        path,
        `The bank has no question '${id}' any more.`,
      )
    }
  }
  return problems
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function areOrders(value: unknown): boolean {
  if (!isRecord(value)) return false
  return Object.values(value).every(ids => isListOf(ids, id => typeof id === 'string'))
}

function isListOf(value: unknown, fits: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits)
}

function isScored(value: unknown): boolean {
  if (!isRecord(value) || typeof value.outcome !== 'string' || !isRecord(value.score)) return false
  const { raw, min, max } = value.score
  return [raw, min, max].every(isFiniteNumber) && Array.isArray(value.parts) && Array.isArray(value.trace)
}

function isSeed(value: unknown): value is string | number {
  return typeof value === 'string' || isFiniteNumber(value)
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
