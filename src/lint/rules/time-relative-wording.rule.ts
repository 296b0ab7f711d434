import { pick, questionRule } from '../rule.js'
import { ownWords } from '../text.js'

/** Words that mean another time each day. */
export const timeRelativeWording = questionRule(
  {
    id: 'time-relative-wording',
    severity: 'warning',
    english: true,
    advice: 'A question is read for years. Give the date, or say: when the article appeared, in April 2023.',
    from: 'banks of news that aged',
    bad: [pick('What happened recently in the north?', 'A strike', 'A storm', '*A vote')],
    better: [pick('What happened in the north in May 2023?', 'A strike', 'A storm', '*A vote')],
  },
  ({ stem }) => {
    const found =
      /\b(?:today|recently|currently|nowadays|yesterday|tomorrow|(?:this|last|next) (?:year|month|week|spring|summer|autumn|winter))\b/i.exec(
        ownWords(stem),
      )
    return found ? { field: 'stem', message: `'${found[0]}' will mean another time.` } : null
  },
)
