import { checkTextKey } from '../../marking/index.js'
import type { Fault } from '../../question/index.js'
import type { ShortAnswerQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkShortAnswer({ key, match, language }: ShortAnswerQuestion): readonly Fault[] {
  return checkTextKey(key, match, language)
}
