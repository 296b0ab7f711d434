import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, type Rule } from '../rule.js'

/** Objectives without questions, and questions without an objective. */
export const objectiveCoverage: Rule = {
  id: 'objective-coverage',
  severity: 'warning',
  advice: 'Each question serves an objective, and each objective is asked.',
  from: 'Haladyna, Downing & Rodriguez (2002), guidelines 1 and 2',
  bad: {
    bank: { objectives: [{ id: 'tell', text: 'Tell it.' }] },
    questions: [pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo')],
  },
  better: {
    bank: { objectives: [{ id: 'tell', text: 'Tell it.' }] },
    questions: [
      { ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'), objective: 'tell' } as BuiltInQuestion,
    ],
  },
  check({ bank: { objectives = [], questions } }) {
    const asked = new Set(questions.map(({ objective }) => objective))
    const unasked = objectives.flatMap(({ id }, index) =>
      asked.has(id)
        ? []
        : [
            {
              question: null,
              field: `objectives.${index}`,
              message: `No question has the objective '${id}'.`,
            },
          ],
    )
    const without = questions.flatMap(({ objective }, index) =>
      objectives.length > 0 && objective === undefined
        ? [{ question: index, message: 'It has no objective.' }]
        : [],
    )
    return [...unasked, ...without]
  },
}
