import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, questionRule } from '../rule.js'

/** A question that doesn't say where its key is proved. */
export const missingSource = questionRule(
  {
    id: 'missing-source',
    severity: 'error',
    advice:
      'Name the paragraphs that prove the key, so that learners can read there and others can check it.',
    from: 'practice of fact checkers',
    bad: {
      bank: { sources: [{ id: 'article', title: 'An article' }] },
      questions: [pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo')],
    },
    better: {
      bank: { sources: [{ id: 'article', title: 'An article' }] },
      questions: [
        {
          ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
          source: { paragraphs: [1] },
        } as BuiltInQuestion,
      ],
    },
  },
  ({ source }, { bank }) =>
    !source && (bank.sources ?? []).length > 0
      ? { field: 'source', message: 'It names no paragraph of a source.' }
      : null,
)
