import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, questionRule } from '../rule.js'

/** A question to choose from of which no choice is right. */
export const noKey = questionRule(
  {
    id: 'no-key',
    severity: 'error',
    advice: 'Name the right choice as the key: without it nobody can be right.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 19',
    bad: [{ ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'), key: 'z' } as BuiltInQuestion],
    better: [pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo')],
  },
  question => {
    if (question.type !== 'single-choice' && question.type !== 'multiple-response') return null
    const keys = [question.key].flat()
    return question.choices.some(({ id }) => keys.includes(id))
      ? null
      : { field: 'key', message: 'None of the choices is the key.' }
  },
)
