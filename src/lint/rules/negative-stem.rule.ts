import { negativeOf } from '../negative.js'
import { pick, questionRule } from '../rule.js'

/** A stem that asks for what is not so. */
export const negativeStem = questionRule(
  {
    id: 'negative-stem',
    severity: 'warning',
    advice: 'Readers miss a not, and learn what is false. Ask for what is so.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 17; NBME (2020)',
    bad: [pick('Which of these is NOT a cause of the flood?', 'Rain', 'Snowmelt', '*An earthquake')],
    better: [pick('Which of these caused the flood?', '*Rain', 'An earthquake', 'A fire')],
  },
  (question, { bank }, item) => {
    const found = item && negativeOf(question, bank)
    return found ? { field: 'stem', message: `The stem asks for what is not so: '${found.word}'.` } : null
  },
)
