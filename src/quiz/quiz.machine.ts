import { and, assign, fromCallback, or, sendTo, setup } from 'xstate'
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
}

/**
 * The statechart of a quiz: it only says when. What an event does is in quiz.steps.ts, what is allowed in
 * quiz.guards.ts, both pure. The definition, and so the key, is closed over and never in the context.
 */
export function createQuizMachine(definition: QuizDefinition) {
  return setup({
    types: {
      context: {} as Attempt,
      events: {} as QuizEvent,
      input: {} as QuizInput,
      output: {} as QuizResult,
    },
    actors: { clock: createClock(definition.now), scorer: createScorer(definition) },
    guards: boundGuards(definition),
    actions: {
      step: assign(({ context, event }) => stepped(definition, context, event)),
      close: assign(({ context, event }) => end(definition, context, event.at, 'handed-in')),
      noteSummary: assign({ atSummary: true }),
      watchDeadline: sendTo('clock', ({ context, event }: Situation) => ({
        type: 'watch' as const,
        until: nextWake(definition, context, event.at),
      })),
    },
  }).createMachine({
    id: 'quiz',
    context: ({ input }) => newAttempt(input.seed),
    initial: 'ready',
    output: ({ context }) => resultOf(definition, context),
    states: {
      ready: {
        on: {
          start: {
            guard: and(['canStart', or(['choosesAll', 'drawsMore'])]),
            target: 'inProgress',
            actions: 'step',
          },
        },
      },
      inProgress: {
        initial: 'answering',
        invoke: {
          id: 'clock',
          src: 'clock',
          input: ({ context, event }) => ({ until: nextWake(definition, context, event.at) }),
        },
        on: {
          pause: { guard: 'canPause', target: 'paused', actions: 'step' },
          abandon: { target: 'finished', actions: 'step' },
          tick: [
            { guard: and(['isQuizTimeUp', 'hasGrace']), target: '.summary', actions: 'step' },
            { guard: and(['isQuizTimeUp', 'hasUnscored']), target: 'finishing', actions: 'step' },
            { guard: 'isQuizTimeUp', target: 'finished', actions: 'step' },
            { guard: and(['isSectionTimeUp', 'hasLaterSection']), target: '.answering', actions: moved },
            { guard: 'isSectionTimeUp', target: '.summary', actions: 'step' },
            {
              guard: and(['isQuestionTimeUp', 'scoresElsewhere', 'revealsAtOnce', 'submitsLate']),
              target: '.scoring',
              actions: moved,
            },
            { guard: and(['isQuestionTimeUp', 'revealsAtOnce']), target: '.feedback', actions: moved },
            { guard: 'isQuestionTimeUp', actions: moved },
            { actions: 'watchDeadline' },
          ],
        },
        states: {
          answering: {
            on: {
              respond: { guard: 'canRespond', actions: 'step' },
              clear: { guard: 'hasResponse', actions: 'step' },
              certainty: { guard: 'canSetCertainty', actions: 'step' },
              hint: { guard: 'hasHintLeft', actions: 'step' },
              submit: [
                {
                  guard: and(['canSubmit', 'revealsAtOnce', 'scoresElsewhere']),
                  target: 'scoring',
                  actions: 'step',
                },
                { guard: and(['canSubmit', 'revealsAtOnce']), target: 'feedback', actions: 'step' },
                ...toOpenOrEnd('canSubmit'),
              ],
              showSolution: { guard: 'canShowSolution', target: 'feedback', actions: 'step' },
              flag: { guard: 'canFlag', actions: 'step' },
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
              scored: { guard: 'isAwaited', target: 'feedback', actions: 'step' },
              scoringFailed: { target: 'scoringFailed', actions: 'step' },
            },
          },
          scoringFailed: {
            on: { retry: { target: 'scoring', actions: 'step' } },
          },
          feedback: {
            on: {
              tryAgain: { guard: 'canRespond', target: 'answering', actions: 'step' },
              flag: { guard: 'canFlag', actions: 'step' },
              redo: { guard: 'canRedo', target: 'answering', actions: moved },
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
              handIn: handIn('canHandIn'),
            },
          },
        },
      },
      paused: {
        on: {
          resume: [
            { guard: 'wasAtSummary', target: 'inProgress.summary', actions: 'step' },
            {
              guard: and(['scoresElsewhere', 'isAwaited', 'revealsAtOnce']),
              target: 'inProgress.scoring',
              actions: 'step',
            },
            { guard: 'isDone', target: 'inProgress.feedback', actions: 'step' },
            { target: 'inProgress.answering', actions: 'step' },
          ],
          abandon: { target: 'finished', actions: 'step' },
        },
      },
      finishing: {
        invoke: { src: 'scorer', input: ({ context }) => ({ requests: unscoredRequests(context) }) },
        on: {
          scored: [
            { guard: and(['isAwaited', 'isLastAwaited']), target: 'finished', actions: 'step' },
            { guard: 'isAwaited', actions: 'step' },
          ],
          scoringFailed: { actions: 'step' },
          retry: { target: 'finishing', reenter: true, actions: 'step' },
        },
      },
      finished: { type: 'final' },
    },
  })
}

/** A step after which another deadline may be the next one. */
const moved = ['step', 'watchDeadline'] as const

/** To a question that is on the way: what came of it where it is done, else the question itself. */
const toQuestion = [
  { guard: and(['canGoThere', 'leadsToDone']), target: '#quiz.inProgress.feedback', actions: moved },
  { guard: 'canGoThere', target: '#quiz.inProgress.answering', actions: moved },
] as const

/** To the next question, drawn where need be, or to the end. */
const onward = (allowed: GuardName) =>
  [
    { guard: and([allowed, 'leadsToDone']), target: '#quiz.inProgress.feedback', actions: moved },
    ...toOpenOrEnd(allowed),
  ] as const

const toOpenOrEnd = (allowed: GuardName) =>
  [
    { guard: and([allowed, 'hasNext']), target: '#quiz.inProgress.answering', actions: moved },
    { guard: and([allowed, 'drawsMore']), target: '#quiz.inProgress.answering', actions: moved },
    ...toEnd(allowed),
  ] as const

/** To the summary, or where there is none, to handing in. */
const toEnd = (allowed: GuardName) =>
  [
    { guard: and([allowed, 'hasSummary']), target: '#quiz.inProgress.summary', actions: 'step' },
    {
      guard: and([allowed, 'canHandIn', 'hasUnscored']),
      target: '#quiz.finishing',
      actions: ['step', 'close'],
    },
    { guard: and([allowed, 'canHandIn']), target: '#quiz.finished', actions: ['step', 'close'] },
  ] as const

const handIn = (allowed: GuardName) =>
  [
    { guard: and([allowed, 'hasUnscored']), target: '#quiz.finishing', actions: 'step' },
    { guard: allowed, target: '#quiz.finished', actions: 'step' },
  ] as const

export type QuizMachine = ReturnType<typeof createQuizMachine>

type Situation = { readonly context: Attempt; readonly event: QuizEvent }

/** The guards with the definition at hand, by name. */
function boundGuards(definition: QuizDefinition) {
  const bound = Object.entries(guards).map(([name, guard]) => [
    name,
    ({ context, event }: Situation) => guard(definition, context, event),
  ])
  return Object.fromEntries(bound) as { [Name in GuardName]: (args: Situation) => boolean }
}

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
