import { type ActorRefFrom, createActor } from 'xstate'
import type { Attempt, QuizEvent } from './quiz.attempt.js'
import type { DefinedQuiz } from './quiz.define.js'
import type { SavedAttempt } from './quiz.log.js'
import type { QuizInput, QuizMachine } from './quiz.machine.js'
import type { QuizSnapshot } from './quiz.present.js'
import { nextDeadline } from './quiz.time.js'

type EventAtAnyTime = QuizEvent extends infer Event
  ? Event extends QuizEvent
    ? Omit<Event, 'at'>
    : never
  : never

/** One attempt on a living machine, its events stamped with the time. */
export interface Run {
  readonly quiz: DefinedQuiz
  snapshot(): QuizSnapshot
  /** Now, but never before the attempt's last event. */
  now(): number
  /** True where the event was let pass. */
  send(event: EventAtAnyTime): boolean
  stop(): void
}

/** @throws SavedAttemptError when the saved attempt can't be gone on with. */
export function startRun(
  quiz: DefinedQuiz,
  input: QuizInput,
  saved: SavedAttempt | null | undefined,
  onChange: () => void,
): Run {
  const { machine } = quiz
  const snapshot = saved && (machine.getPersistedSnapshot(quiz.replay(saved)) as QuizSnapshot)
  const actor = createActor(machine, { input, ...(snapshot && { snapshot }) })
  actor.subscribe({ error: () => {} })
  actor.start()
  const run = runOver(quiz, actor, onChange)
  return {
    ...run,
    send(event) {
      const passed = run.send(event)
      const { status, error } = actor.getSnapshot()
      if (status === 'error') throw error
      return passed
    },
    stop: () => void actor.stop(),
  }
}

/** An attempt on a machine that lives already, and whose failures are told to whoever runs it. */
export function runOver(quiz: DefinedQuiz, actor: ActorRefFrom<QuizMachine>, onChange: () => void): Run {
  const { definition } = quiz
  const attempt = (): Attempt => actor.getSnapshot().context

  const deliver = (event: QuizEvent): boolean => {
    const before = actor.getSnapshot()
    if (before.status !== 'active') return false
    actor.send(event)
    const { status, context } = actor.getSnapshot()
    return status !== 'error' && context !== before.context
  }
  /** Lets the machine see every deadline that has passed, so that no event slips in behind it. */
  const catchUp = (at: number) => {
    if (!definition.timed) return
    const deadline = nextDeadline(definition, attempt())
    if (deadline !== null && at >= deadline && deliver({ type: 'tick', at })) catchUp(at)
  }
  const now = () => Math.max(attempt().at, definition.now())

  const subscription = actor.subscribe({ next: onChange, error: onChange })
  catchUp(now())
  return {
    quiz,
    snapshot: () => actor.getSnapshot(),
    now,
    send(event) {
      const at = now()
      catchUp(at)
      return deliver({ at, ...event } as QuizEvent)
    },
    stop: () => subscription.unsubscribe(),
  }
}
