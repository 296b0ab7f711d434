import { questionRule } from '../rule.js'

/** One accepted text alone. */
export const shortAnswerVariants = questionRule(
  {
    id: 'short-answer-variants',
    severity: 'info',
    advice: 'People write one thing in several ways. Add them, a wildcard, or slips that are let pass.',
    from: 'found in practice',
    bad: [
      { id: 'example', type: 'short-answer', stem: 'Who wrote the cable?', key: [{ text: 'William Burns' }] },
    ],
    better: [
      {
        id: 'example',
        type: 'short-answer',
        stem: 'Who wrote the cable?',
        key: [{ text: 'William Burns' }, { text: 'Burns' }],
      },
    ],
  },
  question =>
    question.type === 'short-answer' &&
    question.key.filter(({ fraction = 1 }) => fraction > 0).length === 1 &&
    !question.key[0]?.wildcard &&
    !question.match?.typos
      ? { field: 'key', message: 'Only one way to write it is accepted.' }
      : null,
)
