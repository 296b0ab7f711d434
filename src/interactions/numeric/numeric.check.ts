import { checkNumberKey } from '../../marking/index.js'
import type { Fault } from '../../question/index.js'
import type { NumericQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkNumeric(question: NumericQuestion): readonly Fault[] {
  return checkNumberKey(question, question.language)
}
