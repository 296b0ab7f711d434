import { fromActorRef, useActorRef } from '@xstate/solid'
import { type Bank, defineQuiz, missedIn, type SavedAttempt } from 'quizwright'
import { connect, english, followFocus, type Part, solidProps, watchTime } from 'quizwright/ui'
import { createEffect, createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { Dynamic, render } from 'solid-js/web'
import { bankOf, rules, storeAttempt, storedAttempt, toHtml } from '../shared/learning.js'

type SolidPart = Part<Record<string, unknown>>

function ShowPart({ part }: { readonly part: SolidPart }) {
  const formatted = () => part.text !== null && part.format !== 'plain' && toHtml(part.text, part.format)
  return (
    <Switch
      fallback={
        <Dynamic component={part.tag} {...part.props}>
          <For each={part.children}>{child => <ShowPart part={child} />}</For>
        </Dynamic>
      }
    >
      <Match when={formatted()}>
        {html => <Dynamic component={part.tag} {...part.props} innerHTML={html()} />}
      </Match>
      <Match when={part.text !== null}>
        <Dynamic component={part.tag} {...part.props}>
          {part.text}
        </Dynamic>
      </Match>
    </Switch>
  )
}

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
  const { root: rootProps, sections } = connected()
  const [ui, setUi] = createStore({ root: rootProps, sections })
  createEffect(() => {
    const { root, sections } = connected()
    setUi(reconcile({ root, sections }, { key: 'key' }))
  })
  createEffect(() => storeAttempt(quiz.save(snapshot())))
  let root!: HTMLDivElement
  onMount(() => {
    onCleanup(followFocus(root))
    const getView = () => quiz.view(snapshot())
    onCleanup(watchTime({ getView, messages: english, onTick: setNow, onSay: say }))
  })
  return (
    <div ref={root} {...ui.root}>
      <For each={ui.sections}>
        {part => (
          <Show when={part.name === 'live'} fallback={<ShowPart part={part} />}>
            <Dynamic component={part.tag} {...part.props}>
              {said()}
            </Dynamic>
          </Show>
        )}
      </For>
    </div>
  )
}

/** Each attempt is an actor of its own, in a component of its own. */
function App() {
  const [attempt, setAttempt] = createSignal({ bank: bankOf(null), saved: storedAttempt() })
  return (
    <Show when={attempt()} keyed>
      {({ bank, saved }) => (
        <Quiz bank={bank} saved={saved} retake={ids => setAttempt({ bank: bankOf(ids), saved: null })} />
      )}
    </Show>
  )
}

render(() => <App />, document.querySelector('#app') as HTMLElement)
