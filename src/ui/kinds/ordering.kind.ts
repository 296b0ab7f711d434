import type { OrderingPresentation } from '../../interactions/index.js'
import type { PresentedQuestion } from '../../question/index.js'
import { authored, type Desk, mediaPart } from '../desk.js'
import { draggable } from '../drag.js'
import { type Part, part, type UiEvent } from '../part.js'
import { asList, type KindUi, marked, markOfPick } from './kind.js'

type OrderingDesk = Desk<PresentedQuestion<OrderingPresentation>>
type Item = OrderingPresentation['items'][number]

/**
 * A list whose items move by buttons, by the arrow keys on these, and by dragging. The order that was drawn is no
 * response until something moved or the learner says that it is right as it stands.
 */
export const orderingUi: KindUi<PresentedQuestion<OrderingPresentation>> = {
  instruct: ({ messages }) => messages.instructions.ordering,
  answer: desk => {
    const items = itemsInOrder(desk)
    const keep = part(
      'keep-order',
      'button',
      {
        type: 'button',
        lang: desk.messages.language,
        onclick(event) {
          desk.announce(event, desk.messages.orderKept)
          desk.respond(items.map(({ id }) => id))
        },
      },
      desk.messages.keepOrder,
    )
    return [
      part(
        'order',
        'ol',
        { 'data-given': desk.response === null ? undefined : '' },
        items.map((item, index) => itemPart(desk, items, item, index)),
      ),
      desk.response === null && !desk.locked ? keep : null,
    ]
  },
}

/** The items in the order of the response; those that it leaves out come last. */
function itemsInOrder({ question: { items }, response }: OrderingDesk): readonly Item[] {
  const ids = asList(response)
  const named = ids.flatMap(id => items.filter(item => item.id === id))
  return [...named, ...items.filter(({ id }) => !ids.includes(id))]
}

function itemPart(desk: OrderingDesk, items: readonly Item[], item: Item, index: number): Part {
  const solution = asList(desk.review?.solution?.response)
  const mark = markOfPick(desk, true, solution[index] === item.id)
  const { props, sign } = marked(desk, desk.response === null ? null : mark)
  const to: MoveTo = target => (event, focus) => {
    const place = Math.max(0, Math.min(items.length - 1, target))
    if (place === index) return
    const others = items.filter(other => other !== item)
    const places = { item: desk.plain(item.text), number: place + 1, total: items.length }
    desk.announce(event, desk.say(desk.messages.movedTo, places))
    if (focus) desk.refocus(event, focus)
    desk.respond([...others.slice(0, place), item, ...others.slice(place)].map(({ id }) => id))
  }
  const group = desk.id('order')
  const drag = draggable(group, (target, event) =>
    to(items.findIndex(({ id }) => id === target))(event, null),
  )
  return {
    ...part('item', 'li', { 'data-drop': item.id, 'data-drop-group': group, 'data-moves': '', ...props }, [
      part('handle', 'span', { 'aria-hidden': 'true', ...(!desk.locked && drag) }, '⠿'),
      part('item-content', 'div', {}, [
        authored(desk, part('item-text', 'span', { id: desk.id(`item-${item.id}`) }, item.text)),
        item.media && mediaPart(desk, item.media),
      ]),
      sign,
      desk.locked
        ? null
        : part(
            'moves',
            'span',
            {},
            (['up', 'down'] as const).map(way => moveButton(desk, item, way, index, items.length, to)),
          ),
    ]),
    key: item.id,
  }
}

/** Moves to a place; `focus` is what keeps the focus then. */
type MoveTo = (target: number) => (event: UiEvent, focus: string | null) => void

function moveButton(
  desk: OrderingDesk,
  item: Item,
  way: 'up' | 'down',
  index: number,
  total: number,
  to: MoveTo,
): Part {
  const id = desk.id(`${way}-${item.id}`)
  const word = way === 'up' ? desk.messages.moveUp : desk.messages.moveDown
  const step = way === 'up' ? -1 : 1
  const atEnd = way === 'up' ? index === 0 : index === total - 1
  const targets: { readonly [key: string]: number } = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    Home: 0,
    End: total - 1,
  }
  return {
    ...part(
      'move',
      'button',
      {
        id,
        type: 'button',
        'aria-label': `${word}: ${desk.plain(item.text)}`,
        // Not `disabled`: that would take the focus away from someone who moves an item to an end.
        'aria-disabled': atEnd ? 'true' : undefined,
        onclick: event => to(index + step)(event, id),
        onkeydown(event) {
          const target = targets[event.key ?? '']
          if (target === undefined) return
          event.preventDefault()
          to(target)(event, id)
        },
      },
      way === 'up' ? '↑' : '↓',
    ),
    key: way,
  }
}
