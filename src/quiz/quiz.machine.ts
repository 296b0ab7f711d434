import { assign, fromCallback, sendTo, setup } from 'xstate'
import { type Attempt, newAttempt, type QuizEvent } from './quiz.attempt.js'
import { createClock } from './quiz.clock.js'
import type { QuizDefinition, ScoreRequest } from './quiz.definition.js'
import { type GuardName, guards } from './quiz.guards.js'
import { type QuizResult, resultOf } from './quiz.result.js'
import { unscoredRequests } from './quiz.scoring.js'
import { end, stepped } from './quiz.steps.js'
import { nextWake } from './quiz.time.js'

/** What an attempt starts from. */
export interface QuizInput {
  readonly seed: string | number
  /** Ids of the questions to ask, in place of what the rules draw. */
  readonly only?: readonly string[] | undefined
}

/**
 * The statechart of a quiz: it only says when. What an event does is in quiz.steps.ts, what is allowed in
 * quiz.guards.ts, both pure. The definition, and so the key, is closed over and never in the context.
 */
export function createQuizMachine(definition: QuizDefinition) {
  const when = guardsOf(definition)
  const moved = definition.timed ? (['step', 'watchDeadline'] as const) : (['step'] as const)
  const { toQuestion, onward, toOpenOrEnd, toEnd, handIn } = waysOf(when, moved)
  return setup({
    types: {
      context: {} as Attempt,
      events: {} as QuizEvent,
      input: {} as QuizInput,
      output: {} as QuizResult,
    },
    actors: { clock: createClock(definition.now), scorer: createScorer(definition) },
    actions: {
      step: assign(({ context, event }) => stepped(definition, context, event)),
      close: assign(({ context, event }) => end(definition, context, event.at, 'handed-in')),
      noteSummary: assign({ atSummary: true }),
      /** After a step another deadline may be the next one. */
      watchDeadline: sendTo('clock', ({ context, event }: Situation) => ({
        type: 'watch' as const,
        until: nextWake(definition, context, event.at),
      })),
    },
  }).createMachine({
    id: 'quiz',
    context: ({ input }) => newAttempt(input.seed, input.only),
    initial: 'ready',
    output: ({ context }) => resultOf(definition, context),
    states: {
      ready: {
        on: {
          start: {
            guard: when('canStart', 'hasQuestions'),
            target: 'inProgress',
            actions: 'step',
          },
        },
      },
      inProgress: {
        initial: 'answering',
        invoke: definition.timed
          ? {
              id: 'clock',
              src: 'clock',
              input: ({ context, event }) => ({ until: nextWake(definition, context, event.at) }),
            }
          : [],
        on: {
          pause: { guard: when('canPause'), target: 'paused', actions: 'step' },
          abandon: { target: 'finished', actions: 'step' },
          tick: [
            { guard: when('isQuizTimeUp', 'hasGrace'), target: '.summary', actions: 'step' },
            { guard: when('isQuizTimeUp', 'hasUnscored'), target: 'finishing', actions: 'step' },
            { guard: when('isQuizTimeUp'), target: 'finished', actions: 'step' },
            { guard: when('isSectionTimeUp', 'hasLaterSection'), target: '.answering', actions: moved },
            { guard: when('isSectionTimeUp'), target: '.summary', actions: 'step' },
            {
              guard: when('isQuestionTimeUp', 'scoresElsewhere', 'revealsAtOnce', 'submitsLate'),
              target: '.scoring',
              actions: moved,
            },
            { guard: when('isQuestionTimeUp', 'revealsAtOnce'), target: '.feedback', actions: moved },
            { guard: when('isQuestionTimeUp'), actions: moved },
            ...(definition.timed ? ([{ actions: 'watchDeadline' }] as const) : []),
          ],
        },
        states: {
          answering: {
            on: {
              respond: { guard: when('canRespond'), actions: 'step' },
              clear: { guard: when('hasResponse'), actions: 'step' },
              certainty: { guard: when('canSetCertainty'), actions: 'step' },
              hint: { guard: when('hasHintLeft'), actions: 'step' },
              submit: [
                {
                  guard: when('canSubmit', 'revealsAtOnce', 'scoresElsewhere'),
                  target: 'scoring',
                  actions: 'step',
                },
                { guard: when('canSubmit', 'revealsAtOnce'), target: 'feedback', actions: 'step' },
                ...toOpenOrEnd('canSubmit'),
              ],
              showSolution: { guard: when('canShowSolution'), target: 'feedback', actions: 'step' },
              flag: { guard: when('canFlag'), actions: 'step' },
              skip: onward('canSkip'),
              next: onward('mayLeave'),
              previous: [...toQuestion],
              goTo: [...toQuestion],
              finish: toEnd('canFinish'),
            },
          },
          scoring: {
            invoke: { src: 'scorer', input: ({ context }) => ({ requests: unscoredRequests(context) }) },
            on: {
              scored: { guard: when('isAwaited'), target: 'feedback', actions: 'step' },
              scoringFailed: { target: 'scoringFailed', actions: 'step' },
            },
          },
          scoringFailed: {
            on: { retry: { target: 'scoring', actions: 'step' } },
          },
          feedback: {
            on: {
              tryAgain: { guard: when('canRespond'), target: 'answering', actions: 'step' },
              flag: { guard: when('canFlag'), actions: 'step' },
              redo: { guard: when('canRedo'), target: 'answering', actions: moved },
              next: onward('mayLeave'),
              previous: [...toQuestion],
              goTo: [...toQuestion],
              finish: toEnd('canFinish'),
            },
          },
          summary: {
            entry: 'noteSummary',
            on: {
              previous: [...toQuestion],
              goTo: [...toQuestion],
              handIn: [...handIn],
            },
          },
        },
      },
      paused: {
        on: {
          resume: [
            { guard: when('wasAtSummary'), target: 'inProgress.summary', actions: 'step' },
            {
              guard: when('scoresElsewhere', 'isAwaited', 'revealsAtOnce'),
              target: 'inProgress.scoring',
              actions: 'step',
            },
            { guard: when('isDone'), target: 'inProgress.feedback', actions: 'step' },
            { target: 'inProgress.answering', actions: 'step' },
          ],
          abandon: { target: 'finished', actions: 'step' },
        },
      },
      finishing: {
        invoke: { src: 'scorer', input: ({ context }) => ({ requests: unscoredRequests(context) }) },
        on: {
          scored: [
            { guard: when('isAwaited', 'isLastAwaited'), target: 'finished', actions: 'step' },
            { guard: when('isAwaited'), actions: 'step' },
          ],
          scoringFailed: { actions: 'step' },
          retry: { target: 'finishing', reenter: true, actions: 'step' },
        },
      },
      finished: { type: 'final' },
    },
  })
}

export type QuizMachine = ReturnType<typeof createQuizMachine>

type Situation = { readonly context: Attempt; readonly event: QuizEvent }

type When = ReturnType<typeof guardsOf>

/** A guard that holds where all of these do. They keep their names, for whoever looks at the machine. */
function guardsOf(definition: QuizDefinition) {
  return (...names: readonly GuardName[]) => {
    const all = names.map(name => guards[name])
    const holds = ({ context, event }: Situation) => all.every(guard => guard(definition, context, event))
    return Object.assign(holds, { guards: names })
  }
}

/** The ways that several states share. */
function waysOf(when: When, moved: readonly ('step' | 'watchDeadline')[]) {
  const toEnd = (...allowed: readonly GuardName[]) =>
    [
      { guard: when(...allowed, 'hasSummary'), target: '#quiz.inProgress.summary', actions: 'step' },
      { guard: when(...allowed, 'canHandIn', 'hasUnscored'), target: '#quiz.finishing', actions: closing },
      { guard: when(...allowed, 'canHandIn'), target: '#quiz.finished', actions: closing },
    ] as const
  const toOpenOrEnd = (...allowed: readonly GuardName[]) =>
    [
      { guard: when(...allowed, 'hasNext'), target: '#quiz.inProgress.answering', actions: moved },
      { guard: when(...allowed, 'drawsMore'), target: '#quiz.inProgress.answering', actions: moved },
      ...toEnd(...allowed),
    ] as const
  return {
    /** To the summary, or where there is none, to handing in. */
    toEnd,
    /** To the next question, drawn where need be, or to the end. */
    toOpenOrEnd,
    onward: (...allowed: readonly GuardName[]) =>
      [
        { guard: when(...allowed, 'leadsToDone'), target: '#quiz.inProgress.feedback', actions: moved },
        ...toOpenOrEnd(...allowed),
      ] as const,
    /** To a question that is on the way: what came of it where it is done, else the question itself. */
    toQuestion: [
      { guard: when('canGoThere', 'leadsToDone'), target: '#quiz.inProgress.feedback', actions: moved },
      { guard: when('canGoThere'), target: '#quiz.inProgress.answering', actions: moved },
    ] as const,
    handIn: [
      { guard: when('canHandIn', 'hasUnscored'), target: '#quiz.finishing', actions: 'step' },
      { guard: when('canHandIn'), target: '#quiz.finished', actions: 'step' },
    ] as const,
  }
}

const closing = ['step', 'close'] as const

/** Asks the scorer for all that is unscored, and tells the machine of each answer. Asks again when started again. */
function createScorer({ scorer, now }: QuizDefinition) {
  return fromCallback<QuizEvent, { readonly requests: readonly ScoreRequest[] }>(({ input, sendBack }) => {
    const stop = new AbortController()
    const ask = async (request: ScoreRequest) => {
      const scored = await scorer?.(request, stop.signal)
      if (scored && !stop.signal.aborted) sendBack({ type: 'scored', at: now(), id: request.id, scored })
    }
    Promise.all(input.requests.map(ask)).catch((reason: unknown) => {
      if (stop.signal.aborted) return
      sendBack({
        type: 'scoringFailed',
        at: now(),
        message: reason instanceof Error ? reason.message : String(reason),
      })
    })
    return () => stop.abort()
  })
}
