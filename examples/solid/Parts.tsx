import { followFocus, type Part } from 'quizwright/ui'
import { createEffect, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { Dynamic } from 'solid-js/web'
import { toHtml } from '../shared/learning.js'

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

interface PartsProps {
  /** What `connect` and `connectModule` give. */
  readonly connected: () => {
    readonly root: Record<string, unknown>
    readonly sections: readonly SolidPart[]
  }
  /** What is said aloud. */
  readonly said: string
}

export function Parts(props: PartsProps) {
  const { root: rootProps, sections } = props.connected()
  const [ui, setUi] = createStore({ root: rootProps, sections })
  createEffect(() => {
    const { root, sections } = props.connected()
    setUi(reconcile({ root, sections }, { key: 'key' }))
  })
  let root!: HTMLDivElement
  onMount(() => onCleanup(followFocus(root)))
  return (
    <div ref={root} {...ui.root}>
      <For each={ui.sections}>
        {part => (
          <Show when={part.name === 'live'} fallback={<ShowPart part={part} />}>
            <Dynamic component={part.tag} {...part.props}>
              {props.said}
            </Dynamic>
          </Show>
        )}
      </For>
    </div>
  )
}
