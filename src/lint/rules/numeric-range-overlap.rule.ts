import { overlapAmong, rangeIn } from '../range.js'
import { itemRule, pick } from '../rule.js'

/** Ranges that share numbers or dates. */
export const numericRangeOverlap = itemRule(
  {
    id: 'numeric-range-overlap',
    severity: 'error',
    advice:
      'A number or a date that lies in two ranges makes both right. Let each begin after the one before ends.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 22',
    bad: [pick('How many came?', '*0-10', '10-20', '20-30')],
    better: [pick('How many came?', '*0-9', '10-19', '20-29')],
  },
  ({ stem, choices, keys, language }) => {
    if (keys.length > 1 || score.test(stem)) return null
    const ranges = choices.flatMap(text => {
      const range = rangeIn(text, language)
      return range ? [{ text, range }] : []
    })
    const found = overlapAmong(ranges)
    return found && `'${found[0].text}' and '${found[1].text}' overlap.`
  },
)

/** What looks like a range, and is a result. English. */
const score = /\b(?:scores?d?|results?|match|ratio|odds|vote)\b/i
