import type { BuiltInQuestion } from '../../interactions/index.js'
import { quantitiesIn } from '../quantity.js'
import { isRecurring, rangesIn } from '../range.js'
import { itemRule, pick } from '../rule.js'
import { listed } from '../text.js'

/** Numbers or dates that are written out of order. */
export const numericOrder = itemRule(
  {
    id: 'numeric-order',
    severity: 'info',
    advice: 'Numbers and dates are found sooner in their order. Sort them, and write shuffle: false.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 21',
    bad: [pick('How many came?', '12', '*4', '30')],
    better: [{ ...pick('How many came?', '*4', '12', '30'), shuffle: false } as BuiltInQuestion],
  },
  ({ choices, shuffle, language }) => {
    if (shuffle) return null
    const numbers =
      quantitiesIn(choices, language)?.map(({ value }) => value) ??
      // Seasons and nights may begin anywhere.
      rangesIn(choices, language)?.map(range => (isRecurring(range) ? 0 : range.low))
    return numbers && !isSorted(numbers) ? `${listed(choices)} are out of order.` : null
  },
)

/** Whether numbers never fall, or never rise. */
export function isSorted(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0))
  return steps.every(step => step >= 0) || steps.every(step => step <= 0)
}
