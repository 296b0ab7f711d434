import type { BuiltInQuestion } from '../../interactions/index.js'
import { type Found, pick, type Rule } from '../rule.js'

/** Objectives without questions, and questions without an objective. */
export const objectiveCoverage: Rule = {
  id: 'objective-coverage',
  severity: 'warning',
  advice: 'Each question serves an objective, each objective is asked, and not all ask for the same level.',
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
    const unasked = objectives.flatMap(({ id }, index): Found[] =>
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
    const without = questions.flatMap(({ objective }, index): Found[] =>
      objectives.length > 0 && objective === undefined
        ? [{ question: index, severity: 'info', message: 'It has no objective.' }]
        : [],
    )
    return [...unasked, ...without, ...ofOneLevel(questions.map(({ level }) => level))]
  },
}

/** Questions that all ask for the same: to remember, say, and never to apply. */
function ofOneLevel(levels: readonly (string | undefined)[]): readonly Found[] {
  const [level] = levels
  if (levels.length < 5 || level === undefined || levels.some(other => other !== level)) return []
  const message = `All ${levels.length} questions are of the level '${level}'.`
  return [{ question: null, field: 'questions', severity: 'info', message }]
}
