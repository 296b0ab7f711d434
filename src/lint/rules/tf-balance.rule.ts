import type { BuiltInQuestion } from '../../interactions/index.js'
import { type Rule, times } from '../rule.js'

/** Claims most of which are true, or false. */
export const tfBalance: Rule = {
  id: 'tf-balance',
  severity: 'info',
  advice: 'Who guesses always the same should win no more than half. Turn some of the claims round.',
  from: 'Haladyna, Downing & Rodriguez (2002), guideline 20',
  bad: times(10, index => claim(index, true)),
  better: times(10, index => claim(index, index % 2 === 0)),
  check({ bank }) {
    const claims = bank.questions.filter(question => question.type === 'true-false')
    const share = claims.filter(({ key }) => key).length / claims.length
    return claims.length >= 10 && (share < 0.35 || share > 0.65)
      ? [
          {
            question: null,
            field: 'questions',
            message: `${Math.round(share * 100)} % of ${claims.length} claims are true.`,
          },
        ]
      : []
  },
}

function claim(number: number, key: boolean): BuiltInQuestion {
  return { id: 'example', type: 'true-false', stem: `Summit ${number} was held in Vilnius.`, key }
}
