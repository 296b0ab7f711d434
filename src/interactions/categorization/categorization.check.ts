import { checkPairs } from '../../marking/index.js'
import { checkIds, type Fault } from '../../question/index.js'
import type { CategorizationQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkCategorization(question: CategorizationQuestion): readonly Fault[] {
  const { items, categories } = question
  return [
    ...checkIds('items', items),
    ...checkIds('categories', categories),
    ...checkPairs(items, categories, question),
  ]
}
