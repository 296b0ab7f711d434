import { questionRule } from '../rule.js'

/** Feedback that says the opposite of the key. */
export const feedbackContradicts = questionRule(
  {
    id: 'feedback-contradicts',
    severity: 'warning',
    english: true,
    advice: 'Either the key or the feedback is wrong. Compare both with the source.',
    from: 'found in practice',
    bad: [
      {
        id: 'example',
        type: 'single-choice',
        stem: 'Where was it?',
        choices: [
          { id: 'a', text: 'Vilnius' },
          { id: 'b', text: 'Riga', feedback: 'Correct: it was there.' },
        ],
        key: 'a',
      },
    ],
    better: [
      {
        id: 'example',
        type: 'single-choice',
        stem: 'Where was it?',
        choices: [
          { id: 'a', text: 'Vilnius', feedback: 'Correct: it was there.' },
          { id: 'b', text: 'Riga' },
        ],
        key: 'a',
      },
    ],
  },
  question => {
    if (question.type !== 'single-choice' && question.type !== 'multiple-response') return null
    const keys = [question.key].flat()
    const found = question.choices.find(({ id, feedback = '' }) =>
      (keys.includes(id)
        ? /^(?:no\b|wrong|incorrect|not (?:quite|correct|right))/i
        : /^(?:yes\b|correct|right\b|exactly|well done)/i
      ).test(feedback.trim()),
    )
    return found
      ? { field: 'choices', message: `The feedback on '${found.text}' says the opposite of the key.` }
      : null
  },
)
