import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, type Rule } from '../rule.js'
import { saysSomething } from './missing-feedback.rule.js'

const explained = {
  ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
  feedback: { general: 'See paragraph 1.' },
} as BuiltInQuestion

/** A question without a worked key. Those with no feedback at all are told of by `missing-feedback`. */
export const missingRationale: Rule = {
  id: 'missing-rationale',
  severity: 'info',
  advice: 'Write a solution: why the key is right, in a sentence or two.',
  from: 'Haladyna, Downing & Rodriguez (2002); Shute (2008)',
  bad: { feedback: true, questions: [explained] },
  better: {
    feedback: true,
    questions: [{ ...explained, solution: 'It was held in Vilnius.' } as BuiltInQuestion],
  },
  check({ bank: { questions }, feedback }) {
    if (!feedback) return []
    return questions.flatMap((question, index) =>
      !question.solution && question.type !== 'essay' && saysSomething(question)
        ? [{ question: index, field: 'solution', message: 'It has no solution in words.' }]
        : [],
    )
  },
  ofAll: questions =>
    questions.some(({ solution }) => solution) ? null : 'No question has a solution in words.',
}
