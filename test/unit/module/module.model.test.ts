import { describe, expect, it } from 'vitest'
import { initialTransition, transition } from 'xstate'
import { type DirectedGraphNode, getAdjacencyMap, toDirectedGraph } from 'xstate/graph'
import {
  type DefinedModule,
  defineModule,
  type Module,
  type ModuleCommand,
  type ModuleEvent,
  type ModuleSnapshot,
  type ModuleView,
} from '../../../src/module/index.js'
import type { QuizEvent, QuizSnapshot, SavedAttempt } from '../../../src/quiz/index.js'
import { banks, module, responseFor } from './module.fixture.js'

const now = 1_000_000

/** Modules that between them lead everywhere. */
const modules: { readonly [name: string]: DefinedModule } = {
  'in order': moduleWith({}),
  'all open, without tests': moduleWith({ unlocking: 'open', preTest: undefined, postTest: undefined }),
}

describe('the machine of a module', () => {
  const graphs = Object.values(modules).map(explore)

  it('comes through every state', () => {
    const visited = new Set(
      graphs.flatMap(({ states }) => states.map(({ state }) => `module.${state.value}`)),
    )
    const all = nodesOf(toDirectedGraph(anyMachine())).map(({ id }) => id)
    expect(all.filter(id => !visited.has(id) && id !== 'module')).toEqual([])
  })

  it('takes every transition', () => {
    const taken = new Set(graphs.flatMap(graph => graph.taken))
    const all = nodesOf(toDirectedGraph(anyMachine())).flatMap(node =>
      node.edges.map(({ transition, source }) => nameOf(source.id, transition)),
    )
    expect(new Set(all).size).toBeGreaterThan(40)
    expect([...new Set(all)].filter(name => !taken.has(name))).toEqual([])
  })

  it('keeps the view of every state through JSON, and says in it what the machine then lets pass', () => {
    for (const { defined, states } of graphs) {
      for (const { state, steps } of states) {
        const view = defined.view(state, now)
        expect(JSON.parse(JSON.stringify(view))).toEqual(view)
        for (const { event, nextState } of steps) {
          const isLetPass = nextState.context !== state.context || nextState.value !== state.value
          const told = toldOf(view, event)
          if (told !== null) expect(isLetPass, `${event.type} in ${state.value}`).toBe(told)
        }
      }
    }
  }, 60_000)

  it('plays the log of every state again', () => {
    for (const { defined, states } of graphs) {
      for (const { state } of states.slice(0, 150)) {
        const saved = JSON.parse(JSON.stringify(defined.save(state)))
        const again = defined.replay(saved)
        expect(again.value).toBe(state.value)
        expect(again.context).toEqual(state.context)
        expect(defined.view(again, now)).toEqual(defined.view(state, now))
      }
    }
  }, 60_000)
})

/** Whether the view says that an event is let pass; null where it says nothing of it. */
function toldOf({ can, lessons }: ModuleView, event: ModuleEvent): boolean | null {
  if (event.type === 'openLesson')
    return can.openLesson && lessons.some(({ id, status }) => id === event.lesson && status !== 'locked')
  const isSpecial =
    event.type === 'startCheck' || (event.type === 'practise' && Object.keys(event).length > 2)
  // To leave a quiz is let pass by the quiz's end, which no living child tells of here.
  if (isSpecial || event.type === 'leave' || !(event.type in can)) return null
  return can[event.type as ModuleCommand]
}

function moduleWith(changes: { readonly [Name in keyof Module]?: Module[Name] | undefined }): DefinedModule {
  const { preTest, postTest, ...rest } = { ...module, ...changes }
  const tests = { ...(preTest && { preTest }), ...(postTest && { postTest }) }
  return defineModule({ ...rest, ...tests } as Module, { banks, now: () => now })
}

function anyMachine() {
  return (modules['in order'] as DefinedModule).machine
}

interface Graph {
  readonly [summary: string]: {
    readonly state: ModuleSnapshot
    readonly transitions: {
      readonly [event: string]: { readonly event: ModuleEvent; readonly state: ModuleSnapshot }
    }
  }
}

/** Goes wherever the module leads, telling states apart by what decides where it leads next. */
function explore(defined: DefinedModule) {
  const { machine } = defined
  const graph = getAdjacencyMap(machine, {
    input: { seed: 1 },
    events: state => eventsIn(defined, state as ModuleSnapshot),
    serializeState: state => summarise(state as ModuleSnapshot),
    serializeEvent: event => summariseEvent(event as ModuleEvent),
    limit: 100_000,
  }) as Graph
  const states = Object.values(graph).map(({ state, transitions }) => ({
    state,
    steps: Object.values(transitions).map(step => ({ event: step.event, nextState: step.state })),
  }))
  const taken = states.flatMap(({ state, steps }) =>
    steps.flatMap(({ event }) =>
      machine.getTransitionData(state, event).map(one => nameOf(one.source.id, one)),
    ),
  )
  return { defined, states, taken }
}

function eventsIn(defined: DefinedModule, { context }: ModuleSnapshot): ModuleEvent[] {
  const plain = ['startPreTest', 'startPostTest', 'next', 'previous', 'leave', 'retry', 'finish'] as const
  const { run, runs } = context
  const fromQuiz =
    run && runs.length < 5
      ? [
          ...[null, attemptAt(defined, context, 'begun'), attemptAt(defined, context, 'whole')].map(
            attempt => ({
              type: 'quizEnded' as const,
              at: now,
              attempt,
            }),
          ),
          ...[null, attemptAt(defined, context, 'whole')].map(attempt => ({
            type: 'quizFailed' as const,
            at: now,
            message: 'It broke.',
            attempt,
          })),
          { type: 'xstate.done.actor.quiz', at: now, output: {} } as never,
          { type: 'xstate.error.actor.quiz', at: now, error: new Error('It broke.') } as never,
          { type: 'xstate.snapshot.quiz', at: now, snapshot: {} } as never,
        ]
      : []
  return [
    ...plain.map(type => ({ type, at: now })),
    ...defined.definition.module.lessons.flatMap(({ id, checks = [] }) => [
      { type: 'openLesson' as const, at: now, lesson: id },
      ...checks.map(check => ({ type: 'startCheck' as const, at: now, check: check.id })),
    ]),
    { type: 'practise', at: now },
    { type: 'practise', at: now, objective: 'tell-lengths' },
    { type: 'practise', at: now, misconception: 'rivers-swapped' },
    ...fromQuiz,
  ]
}

/** The attempt of the quiz that runs, just begun or gone through with everything right but the first question. */
function attemptAt(
  { definition }: DefinedModule,
  { run, runs }: ModuleSnapshot['context'],
  how: 'begun' | 'whole',
): SavedAttempt | null {
  if (!run) return null
  const quiz = definition.quizzes[run.activity]
  let [snapshot] = initialTransition(quiz.machine, { seed: run.seed, only: run.only })
  const step = (event: QuizEvent) => {
    snapshot = transition(quiz.machine, snapshot, event)[0] as QuizSnapshot
  }
  step({ type: 'start', at: now })
  if (how === 'begun') return quiz.save(snapshot)
  for (const [index, { id }] of snapshot.context.slots.entries()) {
    if (index > 0 || runs.length > 1) step({ type: 'respond', at: now, response: responseFor(id) as never })
    else step({ type: 'showSolution', at: now })
    step({ type: 'submit', at: now })
    if (index < snapshot.context.slots.length - 1) step({ type: 'next', at: now })
  }
  for (const type of ['next', 'finish', 'handIn'] as const) step({ type, at: now })
  return quiz.save(snapshot)
}

function summarise({ value, context }: ModuleSnapshot): string {
  const { lesson, lessons, run, runs } = context
  const read = Object.values(lessons).map(({ readAt }) => readAt !== null)
  const part = lesson === null ? null : lessons[lesson]?.part
  const whole = runs.filter(({ activity, attempt }) => activity !== 'practice' && attempt.log.length > 1)
  const done = new Set(whole.map(({ activity, check }) => check ?? activity))
  return JSON.stringify([value, lesson, part, read, run?.activity, run?.check, [...done].sort()])
}

function summariseEvent({ at, ...event }: ModuleEvent): string {
  const { attempt, ...rest } = event as { readonly type: string; readonly attempt?: SavedAttempt | null }
  return JSON.stringify([rest, attempt?.log.length])
}

function nodesOf(node: DirectedGraphNode): readonly DirectedGraphNode[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

interface Named {
  readonly eventType: string
  readonly target?: readonly { readonly id: string }[] | undefined
  readonly guard?: unknown
}

/** Tells transitions of the same source and event apart by target and guard. */
function nameOf(source: string, { eventType, target, guard }: Named): string {
  const names = (guard as { readonly guards?: readonly string[] } | undefined)?.guards ?? []
  return `${source} ${eventType} [${names.join()}] -> ${target?.map(({ id }) => id).join() ?? 'stays'}`
}
