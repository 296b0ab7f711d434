import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, questionRule } from '../rule.js'

const explained = {
  ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
  feedback: { general: 'See paragraph 1.' },
} as BuiltInQuestion

/** A question without a worked key. */
export const missingRationale = questionRule(
  {
    id: 'missing-rationale',
    severity: 'info',
    advice: 'Write a solution: why the key is right, in a sentence or two.',
    from: 'Haladyna, Downing & Rodriguez (2002); Shute (2008)',
    bad: { feedback: true, questions: [explained] },
    better: {
      feedback: true,
      questions: [
        {
          ...explained,
          solution: 'It was held in Vilnius.',
        } as BuiltInQuestion,
      ],
    },
  },
  (question, { feedback }) =>
    feedback && !question.solution && saysSomething(question)
      ? { field: 'solution', message: 'It has no solution in words.' }
      : null,
)

/** Those with no feedback at all are told of by `missing-feedback`. */
function saysSomething(question: BuiltInQuestion): boolean {
  return (
    question.feedback !== undefined ||
    ('choices' in question && question.choices.some(choice => 'feedback' in choice))
  )
}
