import type { BuiltInQuestion } from '../../interactions/index.js'
import { quantitiesIn } from '../quantity.js'
import { itemRule, pick } from '../rule.js'
import { isSorted } from './numeric-order.rule.js'

/** Numbers or dates that are shuffled. */
export const numericShuffle = itemRule(
  {
    id: 'numeric-shuffle',
    severity: 'info',
    advice: 'Numbers and dates are found sooner in their order. Write shuffle: false.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 21',
    bad: [pick('How many came?', '*4', '12', '30')],
    better: [{ ...pick('How many came?', '*4', '12', '30'), shuffle: false } as BuiltInQuestion],
  },
  ({ choices, shuffle, language }) => {
    const numbers = shuffle === false ? null : quantitiesIn(choices, language)
    return numbers && (shuffle || isSorted(numbers.map(({ value }) => value)))
      ? 'The choices are numbers, and are shuffled.'
      : null
  },
)
