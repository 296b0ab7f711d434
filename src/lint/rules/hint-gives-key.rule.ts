import type { BuiltInQuestion } from '../../interactions/index.js'
import { itemOf, pick, questionRule } from '../rule.js'
import { fold } from '../text.js'

/** A hint that says the key. */
export const hintGivesKey = questionRule(
  {
    id: 'hint-gives-key',
    severity: 'warning',
    advice: 'A hint says where to look or what to ask, not what is there.',
    from: 'Aleven & Koedinger (2000) on the abuse of hints',
    bad: [
      {
        ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
        hints: [{ text: 'It was in Vilnius.' }],
      } as BuiltInQuestion,
    ],
    better: [
      {
        ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
        hints: [{ text: 'It is the capital of Lithuania.' }],
      } as BuiltInQuestion,
    ],
  },
  question => {
    const keys =
      question.type === 'short-answer'
        ? question.key.filter(({ fraction = 1 }) => fraction === 1).map(({ text }) => text)
        : (itemOf(question)?.keys ?? [])
    const index = (question.hints ?? []).findIndex(({ text }) =>
      keys.some(key => fold(key).length > 2 && ` ${fold(text)} `.includes(` ${fold(key)} `)),
    )
    return index === -1 ? null : { field: `hints.${index}`, message: 'The hint has the key in it.' }
  },
)
