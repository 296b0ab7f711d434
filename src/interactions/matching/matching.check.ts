import { checkPairs } from '../../marking/index.js'
import { checkIds, type Fault } from '../../question/index.js'
import type { MatchingQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkMatching(question: MatchingQuestion): readonly Fault[] {
  const { prompts, choices } = question
  return [
    ...checkIds('prompts', prompts),
    ...checkIds('choices', choices),
    ...checkPairs(prompts, choices, question),
  ]
}
