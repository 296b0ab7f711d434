import type { PartProps, UiEvent } from './part.js'

/** How far a pointer moves, in pixels, before it drags: less is a tap. */
const slack = 6

/**
 * Props of something that can be dragged onto any `data-drop` of its group, by mouse, pen or finger. Dragging comes
 * on top: whatever it does, buttons and lists do too. Styles should say `touch-action: none` for `[data-drag]`.
 *
 * @param group the `data-drop-group` of where it may go.
 * @param onDrop called with the value of `data-drop`.
 */
export function draggable(group: string, onDrop: (target: string, event: UiEvent) => void): PartProps {
  return {
    'data-drag': '',
    onpointerdown: event => startDrag(event as unknown as PointerEvent, group, onDrop),
  }
}

function startDrag(
  start: PointerEvent,
  group: string,
  onDrop: (target: string, event: UiEvent) => void,
): void {
  const source = start.currentTarget
  if (!(source instanceof HTMLElement) || start.button !== 0) return
  const moved = source.closest<HTMLElement>('[data-moves]') ?? source
  const root = source.getRootNode() as Document | ShadowRoot
  let dragging = false
  let over: HTMLElement | null = null

  const find = ({ clientX, clientY }: PointerEvent) =>
    root
      .elementsFromPoint(clientX, clientY)
      .map(element => element.closest<HTMLElement>(`[data-drop-group="${group}"]`))
      .find(element => element && element !== moved) ?? null
  const move = (event: PointerEvent) => {
    const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY]
    if (!dragging && Math.hypot(x, y) < slack) return
    dragging = true
    event.preventDefault()
    moved.dataset.dragging = ''
    moved.style.translate = `${x}px ${y}px`
    const found = find(event)
    if (found === over) return
    over?.removeAttribute('data-over')
    found?.setAttribute('data-over', '')
    over = found
  }
  const end = (event: PointerEvent) => {
    stop.abort()
    delete moved.dataset.dragging
    moved.style.translate = ''
    over?.removeAttribute('data-over')
    const target = event.type === 'pointerup' ? over?.dataset.drop : undefined
    if (dragging && target !== undefined) onDrop(target, { currentTarget: root, preventDefault() {} })
  }
  const stop = new AbortController()
  const options = { signal: stop.signal }
  document.addEventListener('pointermove', move, options)
  document.addEventListener('pointerup', end, options)
  document.addEventListener('pointercancel', end, options)
}
