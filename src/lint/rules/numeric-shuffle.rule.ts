import type { BuiltInQuestion } from '../../interactions/index.js'
import { itemRule, pick } from '../rule.js'
import { numberIn } from '../text.js'

/** Numbers that are shuffled. */
export const numericShuffle = itemRule(
  {
    id: 'numeric-shuffle',
    severity: 'info',
    advice: 'Numbers are found sooner in their order: sort them, and write shuffle: false.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 21',
    bad: [pick('How many came?', '12', '*4', '30')],
    better: [{ ...pick('How many came?', '*4', '12', '30'), shuffle: false } as BuiltInQuestion],
  },
  ({ choices, shuffles }) =>
    shuffles && choices.every(text => numberIn(text) !== null)
      ? 'The choices are numbers, and are shuffled.'
      : null,
)
