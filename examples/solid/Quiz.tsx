import { fromActorRef, useActorRef } from '@xstate/solid'
import { type Bank, defineQuiz, missedIn, type SavedAttempt } from 'quizwright'
import { connect, english, solidProps, watchTime } from 'quizwright/ui'
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js'
import { bankOf, rules, storeAttempt, storedAttempt } from '../shared/learning.js'
import { Parts } from './Parts.js'

interface QuizProps {
  readonly bank: Bank
  readonly saved: SavedAttempt | null
  readonly retake: (ids: readonly string[] | null) => void
}

function Quiz({ bank, saved, retake }: QuizProps) {
  const quiz = defineQuiz(bank, { rules })
  const actor = useActorRef(quiz.machine, {
    input: { seed: saved?.seed ?? Date.now() },
    ...(saved && { snapshot: quiz.machine.getPersistedSnapshot(quiz.replay(saved)) as never }),
  })
  const snapshot = fromActorRef(actor)
  const [now, setNow] = createSignal(Date.now())
  const [said, say] = createSignal('')
  const connected = () =>
    connect(
      quiz.view(snapshot()),
      command => actor.send({ ...command, at: Date.now() } as never),
      solidProps,
      {
        overview: quiz.overview(snapshot()),
        now: now(),
        announce: say,
        onRetake: only => retake(only ? missedIn(quiz.result(snapshot())) : null),
      },
    )
  createEffect(() => storeAttempt(quiz.save(snapshot())))
  onMount(() => {
    const getView = () => quiz.view(snapshot())
    onCleanup(watchTime({ getView, messages: english, onTick: setNow, onSay: say }))
  })
  return <Parts connected={connected} said={said()} />
}

/** Each attempt is an actor of its own, in a component of its own. */
export function App() {
  const [attempt, setAttempt] = createSignal({ bank: bankOf(null), saved: storedAttempt() })
  return (
    <Show when={attempt()} keyed>
      {({ bank, saved }) => (
        <Quiz bank={bank} saved={saved} retake={ids => setAttempt({ bank: bankOf(ids), saved: null })} />
      )}
    </Show>
  )
}
