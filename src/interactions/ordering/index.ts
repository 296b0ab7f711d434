import type * as z from 'zod/mini'
import { markSequence, type SequenceMarking } from '../../marking/index.js'
import {
  type Data,
  defineInteraction,
  describeChoices,
  type PresentedChoice,
  presentChoices,
  readIds,
} from '../../question/index.js'
import type { orderingSchema } from './ordering.schema.js'

export type OrderingQuestion = Data<z.infer<typeof orderingSchema>>

export interface OrderingPresentation {
  readonly type: 'ordering'
  readonly items: readonly PresentedChoice[]
}

/** Things to put in order. The response is a list of their ids, first to last. */
export const ordering = defineInteraction<
  OrderingQuestion,
  readonly string[],
  SequenceMarking,
  OrderingPresentation
>({
  type: 'ordering',
  marking: { rule: 'absolute-position' },
  read(question, response) {
    const reading = readIds(question.items, response)
    if (reading.status !== 'answered') return reading
    return { ...reading, complete: reading.response.length === question.items.length }
  },
  score: (question, response, marking) =>
    markSequence(marking, question.key, response && likeTexts(question, response)),
  solve: question => question.key,
  lists: question => [{ name: 'items', entries: question.items, always: true }],
  present: (question, orders) => ({
    type: 'ordering',
    items: presentChoices(question.items, orders.items),
  }),
  describe: (question, response) => describeChoices(question.items, response),
})

const sameTexts = new WeakMap<OrderingQuestion, ReadonlyMap<string, readonly string[]>>()

/** Items that read the same can't be told apart: the first given stands for the first in the key, and so on. */
function likeTexts(question: OrderingQuestion, response: readonly string[]): readonly string[] {
  let alike = sameTexts.get(question)
  if (!alike) {
    alike = findAlike(question)
    sameTexts.set(question, alike)
  }
  if (alike.size === 0) return response
  const given = new Map<readonly string[], number>()
  return response.map(id => {
    const group = alike.get(id)
    if (!group) return id
    const nth = given.get(group) ?? 0
    given.set(group, nth + 1)
    return group[nth] ?? id
  })
}

/** Of each item whose text another has too: the ids of all with that text, in the order of the key. */
function findAlike({ items, key }: OrderingQuestion): ReadonlyMap<string, readonly string[]> {
  const texts = new Map(items.map(({ id, text, media }) => [id, `${text}\n${media?.src ?? ''}`]))
  const groups = key.map(id => key.filter(other => texts.get(other) === texts.get(id)))
  const found = new Map<string, readonly string[]>()
  for (const group of groups)
    if (group.length > 1) for (const id of group) if (!found.has(id)) found.set(id, group)
  for (const [id, group] of found) found.set(id, found.get(group[0] ?? id) ?? group)
  return found
}
