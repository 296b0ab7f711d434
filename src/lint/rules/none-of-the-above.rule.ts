import { findAbove, noneAbove } from '../above.js'
import { itemRule, pick } from '../rule.js'

/** 'None of the above' as a choice. */
export const noneOfTheAbove = itemRule(
  {
    id: 'none-of-the-above',
    severity: 'warning',
    advice:
      'It tells what a learner doesn’t believe, not what is known. Put a plausible choice in its place.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 25',
    bad: [pick('Who wrote the cable?', '*Burns', 'Duda', 'None of the above')],
    better: [pick('Who wrote the cable?', '*Burns', 'Duda', 'Stoltenberg')],
  },
  item => {
    const found = findAbove(noneAbove, item)
    return found === undefined ? null : `'${found}' tests no knowledge.`
  },
)
