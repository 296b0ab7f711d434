import { itemOf, pick, questionRule } from '../rule.js'
import { leadIn, ownWords } from '../text.js'

/** A negative stem with a negative choice. */
export const doubleNegative = questionRule(
  {
    id: 'double-negative',
    severity: 'error',
    english: true,
    advice: 'Two negatives have to be worked out like a sum. Keep one at the most.',
    from: 'Haladyna, Downing & Rodriguez (2002), guidelines 17 and 27',
    bad: [pick('What did the minister not say?', 'Prices rose', '*Wages did not rise', 'Rents fell')],
    better: [pick('What did the minister say?', 'Prices rose', '*Wages stood still', 'Rents fell')],
  },
  question => {
    const item = itemOf(question)
    if (!item || !/\b(?:not|never|except)\b|n[’']t\b/i.test(ownWords(leadIn(item.stem)))) return null
    const found = item.choices.find(text => /\b(?:not|never|no)\b|n[’']t\b/i.test(text))
    return found === undefined
      ? null
      : { field: 'choices', message: `The stem is negative, and so is '${found}'.` }
  },
)
