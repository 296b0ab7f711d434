import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type TrueFalseQuestion, trueFalse } from './index.js'
import { trueFalseSchema } from './true-false.schema.js'

const claim: TrueFalseQuestion = {
  ...fullQuestion,
  type: 'true-false',
  key: true,
  choiceFeedback: { true: 'It is.', false: 'It is not false.' },
  marking: { rule: 'all-or-nothing', passAt: 1 },
}

testInteraction<TrueFalseQuestion>({
  interaction: trueFalse,
  schema: trueFalseSchema,
  questions: [claim],
  rekey: question => ({ ...question, key: !question.key, choiceFeedback: { true: 'No.' } }),
  responses: () => fc.constantFrom(true, false, 'true', 1),
  everything: () => null,
  markings: [{ rule: 'all-or-nothing' }],
})

describe('a claim that is true', () => {
  it.each([
    [true, 'correct', 2],
    [false, 'incorrect', 0],
    [null, 'unanswered', 0],
    ['true', 'invalid', 0],
    [1, 'invalid', 0],
  ])('%j is %s, for %d points', (response, outcome, raw) => {
    expect(scoreWith(createRegistry([trueFalse]), claim, response)).toMatchObject({ outcome, score: { raw } })
  })
  it('says why to those who said so', () => {
    expect(trueFalse.feedback?.(claim, false, { parts: [] })).toEqual({ false: 'It is not false.' })
  })
})
