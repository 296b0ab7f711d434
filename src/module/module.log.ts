import { createActor, initialTransition, transition } from 'xstate'
import type { Issue } from '../question/index.js'
import { type SavedAttempt, SavedAttemptError } from '../quiz/index.js'
import type { ModuleDefinition } from './module.definition.js'
import { createModuleMachine, type ModuleMachine } from './module.machine.js'
import { childOf, type ModuleSnapshot } from './module.present.js'
import type { ModuleEvent, ModuleStep, Progress } from './module.progress.js'

/** A learner's way through a module to be stored: what happened, from which the rest follows. Plain JSON without any key. */
export interface SavedModule {
  readonly version: 1
  /** Id of the module. */
  readonly module: string
  readonly seed: string | number
  readonly log: readonly ModuleStep[]
  /** The quiz that runs. */
  readonly quiz: SavedAttempt | null
}

/** A saved module that can't be gone on with. `problems` says all that is wrong; the stored text is left alone. */
export class SavedModuleError extends Error {
  override readonly name = 'SavedModuleError'
  constructor(readonly problems: readonly Issue[]) {
    super(`The saved module can't be restored:\n- ${problems.map(({ message }) => message).join('\n- ')}`)
  }
}

export function saveModule({ module, quizzes }: ModuleDefinition, snapshot: ModuleSnapshot): SavedModule {
  const { seed, log, run } = snapshot.context
  const child = childOf(snapshot)?.getSnapshot()
  const quiz = run && child ? quizzes[run.activity].save(child) : null
  return { version: 1, module: module.id, seed, log, quiz }
}

/**
 * Plays a log again: the snapshot is the one that the module had when it was saved, the running quiz in it. For a living
 * actor give it to `createActor` as `machine.getPersistedSnapshot(snapshot)`.
 *
 * @throws SavedModuleError naming all that is wrong with what was stored.
 */
export function replayModule(
  definition: ModuleDefinition,
  machine: ModuleMachine,
  saved: SavedModule,
): ModuleSnapshot {
  checkSavedModule(definition, saved)
  const replayed = replayLog(definition, saved)
  const persisted = replayed.machine.getPersistedSnapshot(replayed) as unknown as Persisted
  const quiz = persistedQuiz(definition, replayed.context, saved.quiz)
  const children =
    persisted.children.quiz && quiz ? { quiz: { ...persisted.children.quiz, snapshot: quiz } } : {}
  const snapshot = { ...persisted, children } as unknown as ModuleSnapshot
  return createActor(machine, { input: { seed: saved.seed }, snapshot }).getSnapshot()
}

function replayLog(definition: ModuleDefinition, saved: SavedModule): ModuleSnapshot {
  const machine = createModuleMachine({
    ...definition,
    trusting: true,
    draw: (_, { log }) => saved.log[log.length]?.drew ?? [],
  })
  let [snapshot] = initialTransition(machine, { seed: saved.seed })
  for (const { seq, drew, ...event } of saved.log) {
    const [next] = transition(machine, snapshot, event as ModuleEvent)
    const last = next.context.log.at(-1)
    if (last?.seq !== seq || last.type !== event.type)
      throw new SavedModuleError([
        problem('step-refused', ['log', seq], `Step ${seq} (${event.type}) is not allowed by this module.`),
      ])
    snapshot = next
  }
  return snapshot
}

/** The running quiz as XState restores it. One that was never begun starts from its questions. */
function persistedQuiz({ quizzes }: ModuleDefinition, { run }: Progress, saved: SavedAttempt | null) {
  if (!run) return null
  const quiz = quizzes[run.activity]
  try {
    const [ready] = initialTransition(quiz.machine, { seed: run.seed, only: run.only })
    return quiz.machine.getPersistedSnapshot(saved ? quiz.replay(saved) : ready)
  } catch (error) {
    if (!(error instanceof SavedAttemptError)) throw error
    throw new SavedModuleError(error.problems.map(one => ({ ...one, path: ['quiz', ...one.path] })))
  }
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
  expect(saved.quiz === null || isRecord(saved.quiz), 'bad-quiz', ['quiz'], 'Its running quiz is damaged.')
  if (!Array.isArray(saved.log)) return [...problems, problem('bad-log', ['log'], 'Its log is no list.')]
  let at = 0
  for (const [index, step] of saved.log.entries()) {
    const sound = isRecord(step) && step.seq === index && isStep(step) && step.at >= at
    const message = `Step ${index} is damaged: number, type, moment or draw don't fit.`
    expect(sound, 'bad-step', ['log', index], message)
    if (sound) at = step.at
  }
  return problems
}

function isStep(step: Record<string, unknown>): step is Record<string, unknown> & { readonly at: number } {
  const { type, at, drew, attempt } = step
  const isDraw = drew === undefined || (Array.isArray(drew) && drew.every(id => typeof id === 'string'))
  const isAttempt = attempt === undefined || attempt === null || isRecord(attempt)
  return typeof type === 'string' && Number.isFinite(at) && isDraw && isAttempt
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
