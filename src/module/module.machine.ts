import { type ActorRefFrom, type AnyActorRef, assign, raise, setup } from 'xstate'
import type { QuizMachine } from '../quiz/index.js'
import type { ModuleDefinition } from './module.definition.js'
import { type GuardName, guards } from './module.guards.js'
import { type Activity, type ModuleEvent, newProgress, type Progress, stateOf } from './module.progress.js'
import { tallyOf } from './module.record.js'
import { type ModuleResult, moduleResultOf } from './module.result.js'
import { stepped } from './module.steps.js'

/** What a learner's way through a module starts from. */
export interface ModuleInput {
  readonly seed: string | number
}

/**
 * The statechart of a module: it only says when. Each quiz is a child, invoked for as long as it runs; what it came to
 * comes back as an event with the attempt, from which all else follows. What an event does is in module.steps.ts, what
 * is allowed in module.guards.ts, both pure.
 *
 * @param from where it starts, if not at the beginning: an initial state is the one way to have a child begin there.
 */
export function createModuleMachine(definition: ModuleDefinition, from?: Progress) {
  const when = guardsOf(definition)
  const { quizzes } = definition
  const practise = { guard: when('hasPractice'), target: '#module.practice', actions: 'step' } as const
  const openLesson = { guard: when('canOpenLesson'), target: '#module.lesson', actions: 'step' } as const
  return setup({
    types: {
      context: {} as Progress,
      events: {} as ModuleEvent,
      input: {} as ModuleInput,
      output: {} as ModuleResult,
      children: {} as { readonly quiz: Activity },
    },
    actors: {
      preTest: quizzes.preTest.machine,
      check: quizzes.check.machine,
      practice: quizzes.practice.machine,
      postTest: quizzes.postTest.machine,
    },
    actions: {
      step: assign(({ context, event }) => stepped(definition, context, event)),
      hearEnd: raise(({ context, self }) => ({
        type: 'quizEnded' as const,
        ...heard(definition, context, self),
      })),
    },
  }).createMachine({
    id: 'module',
    context: ({ input }) => from ?? newProgress(input.seed),
    initial: from ? stateOf(from) : 'overview',
    output: ({ context }) => moduleResultOf(definition, context),
    states: {
      overview: {
        on: {
          startPreTest: { guard: when('canStartPreTest'), target: 'preTest', actions: 'step' },
          startPostTest: { guard: when('canStartPostTest'), target: 'postTest', actions: 'step' },
          openLesson,
          practise,
          finish: { guard: when('isCompleted'), target: 'finished', actions: 'step' },
        },
      },
      lesson: {
        on: {
          next: [
            { guard: when('hasNextPart'), actions: 'step' },
            { target: 'overview', actions: 'step' },
          ],
          previous: { guard: when('hasPreviousPart'), actions: 'step' },
          startCheck: { guard: when('hasCheck'), target: 'check', actions: 'step' },
          openLesson,
          leave: { target: 'overview', actions: 'step' },
        },
      },
      preTest: quizState('preTest', definition, when, [toOverview]),
      check: quizState('check', definition, when, [toLesson]),
      practice: quizState('practice', definition, when, [
        { guard: when('isInLesson'), ...toLesson },
        toOverview,
      ]),
      postTest: quizState('postTest', definition, when, [toOverview]),
      outcome: {
        on: {
          next: [
            { guard: when('isInLesson'), target: 'lesson', actions: 'step' },
            { target: 'overview', actions: 'step' },
          ],
          openLesson,
          practise,
        },
      },
      quizFailed: {
        on: {
          retry: [
            { guard: when('isPreTest'), target: 'preTest', actions: 'step' },
            { guard: when('isCheck'), target: 'check', actions: 'step' },
            { guard: when('isPractice'), target: 'practice', actions: 'step' },
            { guard: when('isPostTest'), target: 'postTest', actions: 'step' },
          ],
          leave: [
            { guard: when('isInLesson'), target: 'lesson', actions: 'step' },
            { target: 'overview', actions: 'step' },
          ],
        },
      },
      finished: { type: 'final' },
    },
  })
}

export type ModuleMachine = ReturnType<typeof createModuleMachine>

type When = ReturnType<typeof guardsOf>

/** A guard that holds where this one does. It keeps its name, for whoever looks at the machine. */
function guardsOf(definition: ModuleDefinition) {
  return (name: GuardName) => {
    const holds = ({ context, event }: { readonly context: Progress; readonly event: ModuleEvent }) =>
      guards[name](definition, context, event)
    return Object.assign(holds, { guards: [name] })
  }
}

/** Where a quiz leads back to, where nothing came of it. */
type Back = (typeof toLesson | typeof toOverview) & { readonly guard?: ReturnType<When> }

const toLesson = { target: '#module.lesson', actions: 'step' } as const
const toOverview = { target: '#module.overview', actions: 'step' } as const

/** A quiz that runs as a child. However it ends, what was handed in until then is kept. */
function quizState(src: Activity, definition: ModuleDefinition, when: When, back: readonly Back[]) {
  return {
    invoke: {
      id: 'quiz',
      src,
      input: ({ context: { run } }: { readonly context: Progress }) => ({
        seed: run?.seed ?? '',
        only: run?.only,
      }),
      onSnapshot: {},
      onDone: { actions: 'hearEnd' },
      onError: {
        actions: raise(
          ({
            context,
            event,
            self,
          }: {
            readonly context: Progress
            readonly event: { readonly error: unknown }
            readonly self: AnyActorRef
          }) => ({
            type: 'quizFailed' as const,
            ...heard(definition, context, self),
            message: event.error instanceof Error ? event.error.message : String(event.error),
          }),
        ),
      },
    },
    on: {
      leave: { actions: 'hearEnd' },
      quizEnded: [{ guard: when('hasOutcome'), target: 'outcome', actions: 'step' }, ...back],
      quizFailed: { target: 'quizFailed', actions: 'step' },
    },
  } as const
}

/** The attempt of the child as it stands, what it came to, and its last moment. Nothing where no living child can be asked. */
function heard(definition: ModuleDefinition, { run, at }: Progress, self: AnyActorRef) {
  const child = self.getSnapshot()?.children?.quiz as ActorRefFrom<QuizMachine> | undefined
  const snapshot = child?.getSnapshot()
  if (!run || !snapshot || snapshot.context.startedAt === null) return { attempt: null, at }
  const { activity } = run
  return {
    attempt: definition.quizzes[activity].save(snapshot),
    tally: tallyOf(definition, activity, snapshot),
    at: Math.max(at, snapshot.context.at),
  }
}
