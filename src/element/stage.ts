import {
  domProps,
  type Messages,
  type Part,
  type PartProps,
  type RenderText,
  safeSource,
} from '../ui/quiz/index.js'
import { createStore } from './attempts.store.js'
import type { Tell } from './events.js'

/** What the element offers to what plays in it. */
export interface Stage {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  readonly messages: Messages
  /** False once something else is played in its place. */
  isCurrent(): boolean
  paint(sections: readonly Part[], root?: PartProps, renderText?: RenderText): void
  tell: Tell
  /** Called once, when it ends. */
  onStop(...stops: readonly (() => void)[]): void
}

/** In a shadow tree, styles of the page reach what has a `part`. */
export const shadowProps = (props: PartProps) => ({ ...domProps(props, ''), part: props['data-part'] })

/** Addresses of a file, from where it lies; null for what may not be loaded. */
export function resolverFrom(base: string): (src: string) => string | null {
  return src => {
    const safe = safeSource(src)
    return safe !== null && URL.canParse(safe, base) ? new URL(safe, base).href : null
  }
}

/** Where the element keeps what was done, by its attribute `storage`. */
export function storeOf<Saved>(element: HTMLElement, name: string) {
  const kind = element.getAttribute('storage')
  return createStore<Saved>(name, kind === 'session' || kind === 'none' ? kind : 'local')
}

/** Chance by the attribute `seed`. */
export function seedOf(element: HTMLElement): { readonly seed?: string } {
  const seed = element.getAttribute('seed')
  return seed === null ? {} : { seed }
}
