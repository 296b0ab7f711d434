import { createActor } from 'xstate'
import type { Seed } from '../draw/index.js'
import type { Issue } from '../question/index.js'
import { attachQuiz, type Quiz, type QuizView } from '../quiz/index.js'
import { type DefinedModule, defineModule } from './module.define.js'
import type { ModuleOptions } from './module.definition.js'
import type { SavedModule } from './module.log.js'
import { childOf, type ModuleSnapshot, moduleViewOf } from './module.present.js'
import type { ModuleEvent } from './module.progress.js'
import { learntFrom } from './module.record.js'
import { type ModuleResult, moduleResultOf } from './module.result.js'
import { type ModuleCommand, type ModuleView, moduleCommands } from './module.view.js'
import type { Module } from './parse/module.schema.js'

export interface ModuleSessionOptions {
  /** Names the chance of the way: the same seed draws the same tests. Drawn at random when left out. */
  readonly seed?: Seed
  /** A saved module to go on with. Null is none. */
  readonly restore?: SavedModule | null
}

type WithArgument = 'openLesson' | 'startCheck' | 'practise'
type PlainCommands = { [Name in Exclude<ModuleCommand, WithArgument>]: () => boolean }

/** A running module: what it shows, and what can be done. Commands give true where they were let pass. */
export interface LearningModule extends PlainCommands {
  /** What to show now: the same object until something changes. */
  getView(): ModuleView
  /** The quiz that runs, to be driven as any other: the same object while it runs. Null where none does. */
  getQuiz(): Quiz | null
  /** Calls back after each change, of the quiz inside too. Returns what ends it. */
  subscribe(listener: () => void): () => void
  openLesson(lesson: string): boolean
  startCheck(check: string): boolean
  /** Asks what was missed; or questions on one objective, or those that mend a misreading. */
  practise(on?: { readonly objective: string } | { readonly misconception: string }): boolean
  /** The way so far as JSON, at any moment; `createModule(module, { banks, restore: saved })` goes on with it. */
  save(): SavedModule
  /** What it came to so far. */
  getResult(): ModuleResult
  /**
   * What of the restored way fits the module and its banks no more: lessons that are gone, and attempts that can't be read
   * anew. These count by what they came to when they ended.
   */
  readonly problems: readonly Issue[]
  /** Ends the clocks; the module can still be saved. */
  stop(): void
}

const plain = moduleCommands.filter(
  (name): name is keyof PlainCommands => !['openLesson', 'startCheck', 'practise'].includes(name),
)

/**
 * Runs a learning module.
 *
 * ```ts
 * const module = createModule(natoUkraine, { banks: natoUkraineBanks, seed: 7 })
 * module.subscribe(() => render(module.getView()))
 * module.openLesson('who-said-what')
 * ```
 *
 * @param source a module, or one of `defineModule` to run again and again.
 * @throws TypeError as `defineModule` does; SavedModuleError, naming why, when `restore` can't be gone on with.
 */
export function createModule(source: Module, options: ModuleOptions & ModuleSessionOptions): LearningModule
export function createModule(source: DefinedModule, options?: ModuleSessionOptions): LearningModule
export function createModule(
  source: Module | DefinedModule,
  options: (ModuleOptions & ModuleSessionOptions) | ModuleSessionOptions = {},
): LearningModule {
  const { seed = Math.floor(Math.random() * 2 ** 32), restore } = options
  const defined = 'machine' in source ? source : defineModule(source, options as ModuleOptions)
  const { machine, definition } = defined
  const actor = createActor(machine, {
    input: { seed: restore?.seed ?? seed },
    ...(restore && {
      snapshot: machine.getPersistedSnapshot(defined.replay(restore)) as ModuleSnapshot,
    }),
  })
  const listeners = new Set<() => void>()
  const notify = () => {
    for (const listener of [...listeners]) listener()
  }
  const now = () => Math.max(actor.getSnapshot().context.at, definition.now())
  let running: { readonly child: ReturnType<typeof childOf>; readonly quiz: Quiz } | null = null
  let shown: Shown | null = null

  const quizOf = (snapshot: ModuleSnapshot): Quiz | null => {
    const child = childOf(snapshot)
    const { run } = snapshot.context
    if (!child || !run) return null
    if (running?.child !== child) {
      running?.quiz.stop()
      running = { child, quiz: attachQuiz(definition.quizzes[run.activity], child) }
    }
    return running.quiz
  }
  const send = (event: WithoutMoment): boolean => {
    const before = actor.getSnapshot()
    if (before.status !== 'active') return false
    actor.send({ at: now(), ...event } as ModuleEvent)
    return actor.getSnapshot().context !== before.context
  }
  actor.subscribe(notify)
  actor.start()
  return {
    ...(Object.fromEntries(plain.map(type => [type, () => send({ type })])) as PlainCommands),
    openLesson: lesson => send({ type: 'openLesson', lesson }),
    startCheck: check => send({ type: 'startCheck', check }),
    practise: on => send({ type: 'practise', ...on }),
    getView() {
      const snapshot = actor.getSnapshot()
      const quiz = quizOf(snapshot)?.getView() ?? null
      const { context, value } = actor.getSnapshot()
      if (shown?.context === context && shown.value === value && shown.quiz === quiz) return shown.view
      const view = moduleViewOf(definition, actor.getSnapshot(), now(), quiz)
      shown = { context, value, quiz, view }
      return view
    },
    getQuiz: () => quizOf(actor.getSnapshot()),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    save: () => defined.save(actor.getSnapshot()),
    getResult: () => moduleResultOf(definition, actor.getSnapshot().context),
    problems: problemsOf(defined, actor.getSnapshot()),
    stop() {
      running?.quiz.stop()
      actor.stop()
    },
  }
}

type WithoutMoment = ModuleEvent extends infer Event
  ? Event extends ModuleEvent
    ? Omit<Event, 'at'>
    : never
  : never

interface Shown {
  readonly context: ModuleSnapshot['context']
  readonly value: ModuleSnapshot['value']
  readonly quiz: QuizView | null
  readonly view: ModuleView
}

/** What of the restored way the module and its banks don't have any more. */
function problemsOf({ definition }: DefinedModule, { context }: ModuleSnapshot): readonly Issue[] {
  const tell = (code: string, path: Issue['path'], message: string): Issue => ({
    code,
    severity: 'warning',
    path,
    message,
  })
  const gone = Object.keys(context.lessons).filter(id => definition.lesson(id) === null)
  return [
    ...gone.map(id => tell('lesson-gone', ['lessons', id], `The module has no lesson '${id}' any more.`)),
    ...learntFrom(definition, context).runs.flatMap(({ activity, problem }, index) => {
      if (problem === null) return []
      const { name } = definition.quizzes[activity].definition.rules
      const message = `A ${name} can't be read anew, and counts by what it came to then. ${problem}`
      return [tell('attempt-unread', ['runs', index], message)]
    }),
  ]
}
