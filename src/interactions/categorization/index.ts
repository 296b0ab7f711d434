import type * as z from 'zod/mini'
import { describePairs, markPairs, type Pairs, type PairsMarking, readPairs } from '../../marking/index.js'
import {
  type Data,
  defineInteraction,
  feedbackOnChoices,
  type PresentedChoice,
  presentChoices,
} from '../../question/index.js'
import type { categorizationSchema } from './categorization.schema.js'

export type CategorizationQuestion = Data<z.infer<typeof categorizationSchema>>

export interface CategorizationPresentation {
  readonly type: 'categorization'
  readonly items: readonly PresentedChoice[]
  readonly categories: readonly PresentedChoice[]
}

/**
 * Things to sort into categories. The response is a record: item id → category id. An item may belong nowhere, so
 * that any number of placements is a whole response.
 */
export const categorization = defineInteraction<
  CategorizationQuestion,
  Pairs,
  PairsMarking,
  CategorizationPresentation
>({
  type: 'categorization',
  marking: { rule: 'minus-surplus' },
  read({ items, categories }, response) {
    const reading = readPairs(items, categories, response)
    return reading.status === 'answered' ? { ...reading, complete: true } : reading
  },
  score: ({ items, key, weights }, response, marking) => markPairs(marking, items, key, weights, response),
  solve: question => question.key,
  lists: question => (question.shuffle === false ? [] : [{ name: 'items', entries: question.items }]),
  present: (question, orders) => ({
    type: 'categorization',
    items: presentChoices(question.items, orders.items),
    categories: presentChoices(question.categories),
  }),
  describe: ({ items, categories }, response) => describePairs(items, categories, response),
  feedback: ({ items }, response) => feedbackOnChoices(items, Object.keys(response)),
})
