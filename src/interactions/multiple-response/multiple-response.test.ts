import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type MultipleResponseQuestion, multipleResponse } from './index.js'
import { multipleResponseSchema } from './multiple-response.schema.js'

const four: MultipleResponseQuestion = {
  ...fullQuestion,
  type: 'multiple-response',
  choices: [
    {
      id: 'a',
      text: 'Alpha',
      feedback: 'Yes',
      misconception: 'mix-up',
      media: fullQuestion.media[0],
    },
    { id: 'b', text: 'Beta' },
    { id: 'c', text: 'Gamma' },
    { id: 'd', text: 'None of these', pinned: true, exclusive: true },
  ],
  key: ['a', 'b'],
  choose: { min: 1, max: 4 },
  shuffle: true,
}

const mapped: MultipleResponseQuestion = {
  ...four,
  id: 'mapped',
  marking: {
    rule: 'map',
    map: { a: 1, b: 1, c: -1 },
    default: -2,
    lower: 0,
    upper: 2,
    unanswered: 'zero',
    passAt: 0.75,
  },
}

const weighed: MultipleResponseQuestion = {
  ...four,
  id: 'weighed',
  marking: { rule: 'fractions', fractions: { a: 0.5, b: 0.5, c: -0.5 } },
}

testInteraction<MultipleResponseQuestion>({
  interaction: multipleResponse,
  schema: multipleResponseSchema,
  questions: [four, mapped, weighed],
  rekey: question => ({
    ...question,
    key: ['c'],
    feedback: { correct: 'other' },
    choices: question.choices.map(({ feedback, misconception, ...choice }) => choice),
  }),
  responses: () => fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'constructor')),
  everything: question => question.choices.filter(choice => !choice.exclusive).map(({ id }) => id),
  markings: [
    { rule: 'all-or-nothing' },
    { rule: 'right-minus-wrong' },
    { rule: 'every-decision' },
    { rule: 'decisions-right-minus-wrong' },
    { rule: 'coverage' },
    { rule: 'capped' },
  ],
})

describe('a, b and c ticked where a and b of four are right', () => {
  const registry = createRegistry([multipleResponse])
  it.each([
    ['all-or-nothing', 0],
    ['right-minus-wrong', 0.5],
    ['every-decision', 0.75],
    ['decisions-right-minus-wrong', 0.5],
    ['coverage', 2 / 3],
    ['capped', 0.5],
  ] as const)('earns under %s %d', (rule, expected) => {
    const { score } = scoreWith(registry, { ...four, points: 1, marking: { rule } }, ['a', 'b', 'c'])
    expect(score.raw).toBeCloseTo(expected, 9)
  })
})
