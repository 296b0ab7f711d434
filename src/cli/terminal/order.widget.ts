import { hang } from './layout.js'
import { type Listed, labelOf, moved, placeOf, type Widget } from './widget.js'

interface OrderState {
  /** Whether the learner has set the order yet: the one that is shown first is no response. */
  readonly touched?: boolean
  readonly at?: number
  /** Whether the item at the cursor moves with it. */
  readonly held?: boolean
}

/** Items to put in order: the cursor goes from one to the next, and takes one along that is held. */
export function putInOrder(
  items: readonly Listed[],
  { touched = false, at = 0, held = false }: OrderState = {},
): Widget {
  const widget: Widget = {
    response: touched ? items.map(({ id }) => id) : null,
    typing: false,
    keys: held
      ? [
          ['↑↓', 'carry'],
          ['1-9', 'to place'],
          ['space', 'put down'],
        ]
      : [
          ['↑↓', 'move'],
          ['space', 'take'],
        ],
    press(key) {
      if (key.name === 'space' || (held && key.name === 'return'))
        return putInOrder(items, { touched, at, held: !held })
      const carries = held || key.shift === true
      const place = placeOf(key, items.length)
      const next = place >= 0 ? place : stepTo(key, at, items.length, carries)
      if (next === at) return widget
      return carries
        ? putInOrder(withMoved(items, at, next), { touched: true, at: next, held })
        : putInOrder(items, { touched, at: next })
    },
    settled: () => putInOrder(items, { touched: true, at }),
    draw(sheet) {
      const { paint, open, width } = sheet
      return items
        .map((item, index) => {
          const here = open && index === at
          const sign = here ? paint.accent(held ? '↕' : '❯') : ' '
          const label = labelOf(item, sheet)
          const text = here ? (held ? paint.cursor(label) : paint.accent(label)) : label
          return hang(`${sign} ${paint.faint(`${index + 1}.`)} `, text, width)
        })
        .join('\n')
    },
  }
  return widget
}

/** What is carried stops at the ends; the bare cursor goes round. */
function stepTo(key: Parameters<typeof moved>[0], at: number, count: number, carries: boolean): number {
  const next = moved({ ...key, name: key.name?.toLowerCase() }, at, count)
  return carries && Math.abs(next - at) > 1 && key.name !== 'home' && key.name !== 'end' ? at : next
}

function withMoved(items: readonly Listed[], from: number, to: number): readonly Listed[] {
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}
