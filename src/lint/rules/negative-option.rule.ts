import { noneAbove } from '../above.js'
import { itemRule, pick } from '../rule.js'

/** Choices that begin with a no. */
export const negativeOption = itemRule(
  {
    id: 'negative-option',
    severity: 'info',
    english: true,
    advice: 'Choices read quicker when they say what is so.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 27',
    bad: [pick('What did it bring?', '*No rain', 'Snow', 'Hail')],
    better: [pick('What did it bring?', '*Drought', 'Snow', 'Hail')],
  },
  ({ choices }) => {
    const found = choices.find(text => /^(?:not?|never)\s+\w/i.test(text.trim()) && !noneAbove.test(text))
    return found === undefined ? null : `'${found}' begins with a no.`
  },
)
