import { negativeIn } from '../negative.js'
import { pick, questionRule } from '../rule.js'
import { isAboutChoices, isNegated } from '../text.js'

/** A negative stem with a negative choice. */
export const doubleNegative = questionRule(
  {
    id: 'double-negative',
    severity: 'error',
    english: true,
    advice: 'Two negatives have to be worked out like a sum. Keep one at the most.',
    from: 'Haladyna, Downing & Rodriguez (2002), guidelines 17 and 27',
    bad: [pick('What did the minister NOT say?', 'Prices rose', '*Wages did not rise', 'Rents fell')],
    better: [pick('What did the minister say?', 'Prices rose', '*Wages stood still', 'Rents fell')],
  },
  (_question, _context, item) => {
    const negative = item && negativeIn(item.stem)
    if (!negative) return null
    const found = item.choices.find(text => isNegated(text) && !isAboutChoices(text))
    return found === undefined
      ? null
      : {
          field: 'choices',
          message: `The stem asks for what is ${negative.word.toLowerCase()}, and '${found}' denies something.`,
        }
  },
)
