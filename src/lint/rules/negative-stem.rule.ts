import { itemOf, pick, questionRule } from '../rule.js'
import { leadIn, ownWords } from '../text.js'

/** A stem that asks for what is not so. */
export const negativeStem = questionRule(
  {
    id: 'negative-stem',
    severity: 'warning',
    english: true,
    advice: 'Readers miss a not, and learn what is false. Ask for what is so.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 17; NBME (2020)',
    bad: [pick('Which of these is NOT a cause of the flood?', 'Rain', 'Snowmelt', '*An earthquake')],
    better: [pick('Which of these caused the flood?', '*Rain', 'An earthquake', 'A fire')],
  },
  question => {
    if (itemOf(question) === null) return null
    const found = negative.exec(ownWords(leadIn(question.stem)))
    return found ? { field: 'stem', message: `The stem asks for what is not so: '${found[0]}'.` } : null
  },
)

const negative = /\b(?:not|n't|except|false|incorrect|least|never|untrue|wrong)\b|n[’']t\b/i
