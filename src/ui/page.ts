import type { UiEvent } from './part.js'

type Root = Document | ShadowRoot

/** The page or shadow tree that an event happened in; null where there is none. */
function rootOf({ currentTarget }: UiEvent): Root | null {
  const node = currentTarget as { getRootNode?(): Node } | null
  const root = node?.getRootNode?.()
  return root && 'getElementById' in root ? (root as Root) : null
}

/** Says a text through the live region nearest by. It is emptied first, so that the same text is said again. */
export function speak(event: UiEvent, text: string): void {
  const root = rootOf(event)
  if (root) speakIn(root, text)
}

/** Says a text through the live region in a page, a shadow tree or an element; nothing where it has none. */
export function speakIn(root: ParentNode, text: string): void {
  const live = root.querySelector('[data-part="live"]')
  if (!live) return
  live.textContent = ''
  setTimeout(() => {
    live.textContent = text
  }, 50)
}

/** Focuses an element once the host has painted, as one that moved may have lost the focus. */
export function refocus(event: UiEvent, id: string): void {
  const root = rootOf(event)
  setTimeout(() => {
    // Someone who is quick may have gone on already.
    const { activeElement } = root ?? {}
    if (!activeElement || activeElement === document.body) root?.getElementById(id)?.focus()
  })
}

/**
 * Moves the focus to what is new: the next question, its feedback, the result. Call it once with the element that
 * holds the interface, whatever paints it. The first screen takes no focus, as the page may have more than a quiz.
 *
 * @returns what ends it.
 */
export function followFocus(root: ParentNode & Node): () => void {
  const target = () => root.querySelector<HTMLElement>('[data-focus]')
  let last = target()?.dataset.focus
  const observer = new MutationObserver(() => {
    const found = target()
    if (!found || found.dataset.focus === last) return
    const first = last === undefined
    last = found.dataset.focus
    if (!first) found.focus()
  })
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['data-focus'] })
  return () => observer.disconnect()
}
