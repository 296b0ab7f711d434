import { itemRule, pick } from '../rule.js'
import { rangeIn } from '../text.js'

/** Ranges that share numbers. */
export const numericRangeOverlap = itemRule(
  {
    id: 'numeric-range-overlap',
    severity: 'error',
    advice:
      'A number that lies in two ranges makes both right. Let each range begin after the one before ends.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 22',
    bad: [pick('How many came?', '*0-10', '10-20', '20-30')],
    better: [pick('How many came?', '*0-9', '10-19', '20-29')],
  },
  ({ choices }) => {
    const ranges = choices.flatMap(text => {
      const range = rangeIn(text)
      return range ? [{ text, low: range[0], high: range[1] }] : []
    })
    ranges.sort((one, other) => one.low - other.low)
    for (const [index, range] of ranges.entries()) {
      const next = ranges[index + 1]
      if (next && next.low <= range.high) return `'${range.text}' and '${next.text}' overlap.`
    }
    return null
  },
)
