import { areListed, blankedIn, lengthInWords } from '../blanks.js'
import { clozeOf, pick, questionRule } from '../rule.js'

/** A text with more blanks than sense. */
export const tooManyBlanks = questionRule(
  {
    id: 'too-many-blanks',
    severity: 'warning',
    advice:
      'Blank two words of a sentence at most, and one word in six of a text, or it can’t be understood.',
    from: 'SAQUET item-writing flaws (Moore et al. 2023), fill in the blank; Taylor (1953) on cloze',
    bad: [
      pick(
        'In 1949 the states of the alliance signed in ____ a treaty that was drawn up by ____ and is kept in ____.',
        '*a hall, lawyers, a vault',
        'a ship, monks, a tower',
        'a park, clerks, a church',
      ),
    ],
    better: [
      clozeOf('It was held in the capital in {{a}}, and then for a whole day {{b}} was talked over there.'),
    ],
  },
  question => {
    const blanked = blankedIn(question)
    if (!blanked || areListed(blanked)) return null
    const count = blanked.runs.length - 1
    const left = blanked.runs.reduce((sum, run) => sum + lengthInWords(run), 0)
    const isDense = blanked.field === 'stem' || left < count * 5
    return count > 2 && isDense
      ? { field: blanked.field, message: `${count} blanks stand in ${left} words.` }
      : null
  },
)
