import { unknownChoice } from '../../marking/index.js'
import { checkIds, type Fault } from '../../question/index.js'
import type { OrderingQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkOrdering({ items, key, marking }: OrderingQuestion): readonly Fault[] {
  const ids = items.map(({ id }) => id)
  const faults = [...checkIds('items', items), ...checkOrder(['key'], key, ids)]
  const missing = ids.filter(id => !key.includes(id))
  if (missing.length > 0)
    faults.push({
      code: 'incomplete-key',
      path: ['key'],
      message: `The key leaves out ${missing.map(id => `'${id}'`).join(', ')}; name every item in its place.`,
    })
  if (marking?.rule !== 'listed-orders') return faults
  return [
    ...faults,
    ...marking.orders.flatMap(({ order }, index) =>
      checkOrder(['marking', 'orders', index, 'order'], order, ids),
    ),
  ]
}

function checkOrder(path: Fault['path'], order: readonly string[], ids: readonly string[]): Fault[] {
  return order.flatMap((id, index) => {
    if (!ids.includes(id)) return [unknownChoice([...path, index], id, ids)]
    if (order.indexOf(id) === index) return []
    return [
      {
        code: 'repeated-key',
        path: [...path, index],
        message: `'${id}' stands in the order twice; once is enough.`,
      },
    ]
  })
}
