import type { BuiltInQuestion } from '../../interactions/index.js'
import { type Found, pick, type Rule } from '../rule.js'
import { listed } from '../text.js'

/** A choice, or a question, that says nothing to those who got it wrong. */
export const missingFeedback: Rule = {
  id: 'missing-feedback',
  severity: 'warning',
  advice: 'Who is told why learns more than who is told that. Say why, and where to look.',
  from: 'Shute (2008) on formative feedback',
  bad: { feedback: true, questions: [pick('Which city hosted the summit?', '*Paris', 'Rome', 'Oslo')] },
  better: {
    feedback: true,
    questions: [
      {
        ...pick('Which city hosted the summit?', '*Paris', 'Rome', 'Oslo'),
        solution: 'It was Paris, as paragraph 1 says.',
      } as BuiltInQuestion,
    ],
  },
  check({ bank: { questions }, feedback }) {
    if (!feedback) return []
    return questions.flatMap((question, index): Found[] => {
      const missing = missingIn(question)
      return missing ? [{ question: index, ...missing }] : []
    })
  },
  ofAll: questions => (questions.some(saysSomething) ? null : 'No question has feedback or a solution.'),
}

function missingIn(question: BuiltInQuestion): { readonly field: string; readonly message: string } | null {
  if (question.feedback?.general || question.feedback?.incorrect || question.solution) return null
  if (question.type !== 'single-choice' && question.type !== 'multiple-response')
    return saysSomething(question)
      ? null
      : { field: 'feedback', message: 'Nothing is said on it, right or wrong.' }
  const silent = question.choices.filter(choice => !choice.feedback).map(({ text }) => text)
  return silent.length > 0
    ? { field: 'choices', message: `Nothing is said on ${listed(silent)}, nor on the question.` }
    : null
}

/** Whether it has feedback of any kind, or a worked key. */
export function saysSomething(question: BuiltInQuestion): boolean {
  return question.solution !== undefined || question.type === 'essay' || hasFeedback(question)
}

function hasFeedback(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([name, inner]) =>
      ((name === 'feedback' || name === 'choiceFeedback') && inner !== undefined) || hasFeedback(inner),
  )
}
