import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, type Rule } from '../rule.js'

/** A question that doesn't say where its key is proved. */
export const missingSource: Rule = {
  id: 'missing-source',
  severity: 'error',
  advice: 'Name the paragraphs that prove the key, so that learners can read there and others can check it.',
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
  check({ bank: { questions, sources = [] } }) {
    if (sources.length === 0) return []
    return questions.flatMap(({ source }, index) =>
      source ? [] : [{ question: index, field: 'source', message: 'It names no paragraph of a source.' }],
    )
  },
  ofAll: questions =>
    questions.some(({ source }) => source)
      ? null
      : 'The bank has sources, but no question names a paragraph of one.',
}
