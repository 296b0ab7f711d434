import { and, assign, fromCallback, not, sendTo, setup } from 'xstate'
import { type Attempt, newAttempt, type QuizEvent } from './quiz.attempt.js'
import { createClock } from './quiz.clock.js'
import type { QuizDefinition, ScoreRequest } from './quiz.define.js'
import { type GuardName, guards } from './quiz.guards.js'
import { type QuizResult, resultOf } from './quiz.result.js'
import { stepped, unscoredRequests } from './quiz.steps.js'
import { nextDeadline } from './quiz.time.js'

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
      noteSummary: assign({ atSummary: true }),
      watchDeadline: sendTo('clock', ({ context }: { context: Attempt }) => ({
        type: 'watch' as const,
        until: nextDeadline(definition, context),
      })),
    },
  }).createMachine({
    id: 'quiz',
    context: ({ input }) => newAttempt(input.seed),
    initial: 'ready',
    output: ({ context }) => resultOf(definition, context),
    states: {
      ready: {
        on: { start: { guard: 'canStart', target: 'inProgress', actions: 'step' } },
      },
      inProgress: {
        initial: 'answering',
        invoke: {
          id: 'clock',
          src: 'clock',
          input: ({ context }) => ({ until: nextDeadline(definition, context) }),
        },
        on: {
          flag: { guard: 'canFlag', actions: 'step' },
          pause: { guard: 'canPause', target: 'paused', actions: 'step' },
          abandon: { target: 'finished', actions: 'step' },
          tick: [
            { guard: and(['isQuizTimeUp', 'hasGrace']), target: '.summary', actions: 'step' },
            { guard: and(['isQuizTimeUp', 'scoresElsewhere']), target: 'finishing', actions: 'step' },
            { guard: 'isQuizTimeUp', target: 'finished', actions: 'step' },
            { guard: and(['isSectionTimeUp', 'hasLaterSection']), target: '.answering', actions: 'step' },
            { guard: 'isSectionTimeUp', target: '.summary', actions: 'step' },
            {
              guard: and(['isQuestionTimeUp', 'scoresElsewhere', 'showsFeedback', 'canSubmit']),
              target: '.scoring',
              actions: 'step',
            },
            { guard: and(['isQuestionTimeUp', 'showsFeedback']), target: '.feedback', actions: 'step' },
            { guard: 'isQuestionTimeUp', actions: 'step' },
            { actions: 'watchDeadline' },
          ],
        },
        states: {
          answering: {},
          scoring: {},
          scoringFailed: {},
          feedback: {},
          summary: {},
        },
      },
      paused: {},
      finishing: {},
      finished: { type: 'final' },
    },
  })
}

type GuardArgs = { readonly context: Attempt; readonly event: QuizEvent }

/** The guards with the definition at hand, by name. */
function boundGuards(definition: QuizDefinition) {
  const bound = Object.entries(guards).map(([name, guard]) => [
    name,
    ({ context, event }: GuardArgs) => guard(definition, context, event),
  ])
  return Object.fromEntries(bound) as { [Name in GuardName]: (args: GuardArgs) => boolean }
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
