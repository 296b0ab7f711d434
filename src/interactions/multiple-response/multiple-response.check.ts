import { checkSelection } from '../../marking/index.js'
import { checkIds, type Fault } from '../../question/index.js'
import type { MultipleResponseQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkMultipleResponse(question: MultipleResponseQuestion): readonly Fault[] {
  const { choices, key, choose } = question
  const faults = [...checkIds('choices', choices), ...checkSelection(question, choices)]
  const exclusive = choices.filter(choice => choice.exclusive).map(({ id }) => id)
  if (key.length > 1 && key.some(id => exclusive.includes(id)))
    faults.push({
      code: 'exclusive-key',
      path: ['key'],
      message: `The key holds a choice that is 'exclusive' and others beside it; no response can be right.`,
    })
  if (exclusive.length > 0 && choose?.min !== undefined && choose.min > 1)
    faults.push({
      code: 'exclusive-out-of-reach',
      path: ['choose', 'min'],
      message: `'choose' asks for at least ${choose.min}, so the exclusive choice '${exclusive[0]}' can never be picked. Ask for 1, or drop 'exclusive'.`,
    })
  return faults
}
