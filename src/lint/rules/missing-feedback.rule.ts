import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, questionRule } from '../rule.js'
import { listed } from '../text.js'

/** A choice that says nothing to those who picked it. */
export const missingFeedback = questionRule(
  {
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
          feedback: { general: 'Paragraph 1 names it.' },
        } as BuiltInQuestion,
      ],
    },
  },
  (question, { feedback }) => {
    if (!feedback || question.feedback?.general || question.feedback?.incorrect || question.solution)
      return null
    if (question.type !== 'single-choice' && question.type !== 'multiple-response') return null
    const silent = question.choices.filter(choice => !choice.feedback).map(({ text }) => text)
    return silent.length > 0
      ? { field: 'choices', message: `Nothing is said on ${listed(silent)}, nor on the question.` }
      : null
  },
)
