import { checkMarking, unknownChoice } from '../../marking/index.js'
import { checkIds, type Fault } from '../../question/index.js'
import type { SingleChoiceQuestion } from './index.js'
import { scoreSingleChoice } from './single-choice.score.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkSingleChoice(question: SingleChoiceQuestion): readonly Fault[] {
  const { choices, key, marking } = question
  const ids = choices.map(({ id }) => id)
  const isKnown = ids.includes(key)
  return [
    ...checkIds('choices', choices),
    ...(isKnown ? [] : [unknownChoice(['key'], key, ids)]),
    ...(marking
      ? checkMarking(marking, ids, isKnown ? scoreSingleChoice(question, key, marking) : null)
      : []),
  ]
}
