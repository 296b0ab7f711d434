import { itemRule, pick } from '../rule.js'
import { listed } from '../text.js'

/** Words for how often that mean something else to everybody. */
export const vagueFrequencyTerm = itemRule(
  {
    id: 'vague-frequency-term',
    severity: 'info',
    english: true,
    advice: 'Often is once a day to one and once a year to another. Give a number, or leave it out.',
    from: 'NBME (2020), vague terms',
    bad: [pick('When did it rain?', '*Rarely', 'In May', 'In June')],
    better: [pick('When did it rain?', '*In April', 'In May', 'In June')],
  },
  ({ choices }) => {
    const found = choices.filter(text => frequency.test(text) || /\bmay\b/.test(text))
    return found.length > 0 ? `Nobody knows how often that is: ${listed(found)}.` : null
  },
)

/** May is a month with a capital, and so is no part of it. */
const frequency =
  /\b(?:usually|often|sometimes|rarely|frequently|seldom|occasionally|commonly|generally|typically|normally|regularly|hardly ever|once in a while|now and then|from time to time)\b/i
