import type { Fault } from '../../question/index.js'
import type { TrueFalseQuestion } from './index.js'

/** Nothing can be wrong with it that its schema doesn't see. */
export function checkTrueFalse(_: TrueFalseQuestion): readonly Fault[] {
  return []
}
