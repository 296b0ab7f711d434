import { createActor, initialTransition } from 'xstate'
import type { Issue } from '../question/index.js'
import { type SavedAttempt, SavedAttemptError } from '../quiz/index.js'
import type { ModuleDefinition } from './module.definition.js'
import { createModuleMachine, type ModuleMachine } from './module.machine.js'
import { childOf, type ModuleSnapshot } from './module.present.js'
import { type ModuleStep, newProgress, type Tally } from './module.progress.js'
import { tallyOf } from './module.record.js'
import { applied, stepped } from './module.steps.js'

/** A learner's way through a module to be stored: what happened, from which the rest follows. Plain JSON without any key. */
export interface SavedModule {
  readonly version: 1
  /** Id of the module. */
  readonly module: string
  readonly seed: string | number
  readonly log: readonly ModuleStep[]
  /** The quiz that runs. */
  readonly quiz: SavedAttempt | null
  /** What that has come to so far. */
  readonly tally?: Tally
}

/** A saved module that can't be gone on with. `problems` says all that is wrong; the stored text is left alone. */
export class SavedModuleError extends Error {
  override readonly name = 'SavedModuleError'
  constructor(readonly problems: readonly Issue[]) {
    super(`The saved module can't be restored:\n- ${problems.map(({ message }) => message).join('\n- ')}`)
  }
}

export function saveModule(definition: ModuleDefinition, snapshot: ModuleSnapshot): SavedModule {
  const { seed, log, run } = snapshot.context
  const child = run && childOf(snapshot)?.getSnapshot()
  const saved = { version: 1, module: definition.module.id, seed, log } as const
  if (!child) return { ...saved, quiz: null }
  return {
    ...saved,
    quiz: definition.quizzes[run.activity].save(child),
    tally: tallyOf(definition, run.activity, child),
  }
}

/**
 * Plays a log again: the snapshot is the one that the module had when it was saved, the running quiz in it. For a living
 * actor give it to `createActor` as `machine.getPersistedSnapshot(snapshot)`.
 *
 * Where the module or its banks have changed since, what still fits goes on: a lesson at hand that is gone leads to the
 * overview, and a running quiz that can't be gone on with ends with what was handed in.
 *
 * @throws SavedModuleError naming all that is wrong with what was stored.
 */
export function replayModule(
  definition: ModuleDefinition,
  machine: ModuleMachine,
  saved: SavedModule,
): ModuleSnapshot {
  checkSavedModule(definition, saved)
  const { progress, quiz } = fitted(definition, saved)
  const there = createModuleMachine(definition, progress)
  const [begun] = initialTransition(there, { seed: saved.seed })
  const persisted = there.getPersistedSnapshot(begun) as unknown as Persisted
  const children = quiz ? { quiz: { ...persisted.children.quiz, snapshot: quiz } } : persisted.children
  const snapshot = { ...persisted, children } as unknown as ModuleSnapshot
  return createActor(machine, { input: { seed: saved.seed }, snapshot }).getSnapshot()
}

/** The progress that the log comes to, as far as the module still has what it is about, and the running quiz at rest. */
function fitted(definition: ModuleDefinition, saved: SavedModule) {
  const told = saved.log.reduce(applied, newProgress(saved.seed))
  const isGone = told.lesson !== null && definition.lesson(told.lesson) === null
  const progress = isGone ? stepped(definition, told, { type: 'lessonGone', at: told.at }) : told
  const { run } = progress
  if (!run) return { progress, quiz: null }
  const quiz = definition.quizzes[run.activity]
  try {
    if (saved.quiz) return { progress, quiz: quiz.machine.getPersistedSnapshot(quiz.replay(saved.quiz)) }
    if (run.only.every(quiz.definition.has)) return { progress, quiz: null }
  } catch (error) {
    if (!(error instanceof SavedAttemptError)) throw error
  }
  const attempt = saved.quiz?.log.length ? saved.quiz : null
  const { tally } = saved
  const ended = { type: 'quizEnded', attempt, at: progress.at, ...(tally && { tally }) } as const
  return { progress: stepped(definition, { ...progress, problem: null }, ended), quiz: null }
}

/** XState's own form of a snapshot at rest. */
interface Persisted {
  readonly children: { readonly [id: string]: object }
}

function problem(code: string, path: Issue['path'], message: string): Issue {
  return { code, severity: 'error', path, message }
}

/** @throws SavedModuleError naming all that is wrong with a stored value, which may be anything at all. */
function checkSavedModule({ module }: ModuleDefinition, saved: unknown): asserts saved is SavedModule {
  const problems = problemsIn(module.id, saved)
  if (problems.length > 0) throw new SavedModuleError(problems)
}

function problemsIn(id: string, saved: unknown): readonly Issue[] {
  if (!isRecord(saved)) return [problem('not-a-module', [], 'It is no saved module, but another value.')]
  if (saved.version !== 1)
    return [
      problem(
        'unknown-version',
        ['version'],
        `Its version is ${String(saved.version)}; this library reads version 1.`,
      ),
    ]
  const problems: Issue[] = []
  const expect = (holds: boolean, code: string, path: Issue['path'], message: string) => {
    if (!holds) problems.push(problem(code, path, message))
  }
  expect(
    saved.module === id,
    'other-module',
    ['module'],
    `It is of the module '${String(saved.module)}', not of '${id}'.`,
  )
  const isSeed = typeof saved.seed === 'string' || Number.isFinite(saved.seed)
  expect(isSeed, 'bad-seed', ['seed'], 'Its seed is neither a number nor a text.')
  const isQuiz = (saved.quiz === null || isAttempt(saved.quiz)) && isTally(saved.tally)
  expect(isQuiz, 'bad-quiz', ['quiz'], 'Its running quiz is damaged.')
  if (!Array.isArray(saved.log)) return [...problems, problem('bad-log', ['log'], 'Its log is no list.')]
  let at = 0
  for (const [index, step] of saved.log.entries()) {
    const sound = isRecord(step) && step.seq === index && isStep(step) && step.at >= at
    const message = `Step ${index} is damaged: its number, type, moment or what belongs to it don't fit.`
    expect(sound, 'bad-step', ['log', index], message)
    if (sound) at = step.at
  }
  return problems
}

type Fields = Record<string, unknown>

function isStep(step: Fields): step is Fields & { readonly at: number } {
  const { type, at, drew, part, tally } = step
  const holds = Object.hasOwn(ownFields, String(type)) ? ownFields[type as ModuleStep['type']] : undefined
  const isDraw = drew === undefined || isTexts(drew)
  const isPart = part == null || isCount(part)
  return holds?.(step) === true && Number.isFinite(at) && isDraw && isPart && isTally(tally)
}

/** What each type of step has of its own. */
const ownFields: { readonly [Type in ModuleStep['type']]: (step: Fields) => boolean } = {
  startPreTest: () => true,
  startPostTest: () => true,
  startCheck: ({ check }) => typeof check === 'string',
  practise: () => true,
  openLesson: ({ lesson }) => typeof lesson === 'string',
  next: () => true,
  previous: () => true,
  leave: () => true,
  retry: () => true,
  finish: () => true,
  lessonGone: () => true,
  quizEnded: ({ attempt }) => attempt === null || isAttempt(attempt),
  quizFailed: ({ attempt, message }) =>
    typeof message === 'string' && (attempt === null || isAttempt(attempt)),
}

/** Whether all is sound in it, the quiz says when it reads it. */
function isAttempt(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { log, only } = value
  return Array.isArray(log) && log.every(isRecord) && (only === undefined || isTexts(only))
}

function isTally(value: unknown): boolean {
  if (value === undefined) return true
  if (!isRecord(value)) return false
  const { whole, share, passed, evidence, misconceptions } = value
  return (
    typeof whole === 'boolean' &&
    (share === null || Number.isFinite(share)) &&
    (passed === null || typeof passed === 'boolean') &&
    isTexts(misconceptions) &&
    Array.isArray(evidence) &&
    evidence.every(
      one => isRecord(one) && typeof one.question === 'string' && [one.at, one.share].every(Number.isFinite),
    )
  )
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every(text => typeof text === 'string')
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
