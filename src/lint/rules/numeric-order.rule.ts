import type { BuiltInQuestion } from '../../interactions/index.js'
import { itemRule, pick } from '../rule.js'
import { listed, numberIn } from '../text.js'

/** Numbers that always stand as they are written, out of order. */
export const numericOrder = itemRule(
  {
    id: 'numeric-order',
    severity: 'info',
    advice: 'Numbers are found sooner in their order. Sort them.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 21',
    bad: [{ ...pick('How many came?', '12', '*4', '30'), shuffle: false } as BuiltInQuestion],
    better: [{ ...pick('How many came?', '*4', '12', '30'), shuffle: false } as BuiltInQuestion],
  },
  ({ choices, shuffles }) => {
    const numbers = choices.map(numberIn)
    if (shuffles || numbers.some(number => number === null)) return null
    const rises = numbers.every((number, index) => index === 0 || (number ?? 0) >= (numbers[index - 1] ?? 0))
    const falls = numbers.every((number, index) => index === 0 || (number ?? 0) <= (numbers[index - 1] ?? 0))
    return rises || falls ? null : `The numbers ${listed(choices)} are out of order.`
  },
)
