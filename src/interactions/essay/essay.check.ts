import { checkBounds, checkIds, type Fault } from '../../question/index.js'
import type { EssayQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkEssay({ words, rubric = [] }: EssayQuestion): readonly Fault[] {
  return [...checkBounds('words', words), ...checkIds('rubric', rubric)]
}
