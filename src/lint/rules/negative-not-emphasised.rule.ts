import { negativeOf } from '../negative.js'
import { pick, questionRule } from '../rule.js'

/** A not that is easy to miss. */
export const negativeNotEmphasised = questionRule(
  {
    id: 'negative-not-emphasised',
    severity: 'warning',
    advice: 'Where a stem has to be negative, write the word in capitals or bold.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 17',
    bad: [pick('Which of these is not a cause of the flood?', 'Rain', 'Snowmelt', '*An earthquake')],
    better: [pick('Which of these is **not** a cause of the flood?', 'Rain', 'Snowmelt', '*An earthquake')],
  },
  (question, { bank }, item) => {
    const found = item && negativeOf(question, bank)
    return found && !found.emphasised
      ? { field: 'stem', message: `'${found.word}' is easy to miss here.` }
      : null
  },
)
