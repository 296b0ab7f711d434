import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type MultipleResponseQuestion, multipleResponse } from './index.js'
import { checkMultipleResponse } from './multiple-response.check.js'
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

describe('several tries counted back', () => {
  const registry = createRegistry([multipleResponse])
  const tried = (rule: 'capped' | 'right-minus-wrong', earlier: string[], last: string[]) =>
    scoreWith(
      registry,
      { ...four, points: 1, marking: { rule } },
      last,
      { triesRule: 'count-back' },
      { earlier: [earlier] },
    ).score.raw
  it.each([
    ['capped', ['a', 'c'], ['a', 'b'], 0.95],
    ['right-minus-wrong', ['a', 'c'], ['a', 'b'], 0.95],
    ['capped', ['b', 'c'], ['a', 'c'], 0.45],
    ['right-minus-wrong', ['b', 'c'], ['a', 'c'], 0],
  ] as const)('%s: %j, then %j, earns %d', (rule, earlier, last, expected) => {
    expect(tried(rule, [...earlier], [...last])).toBeCloseTo(expected, 9)
  })
})

describe('an author hears of', () => {
  const { choose, ...free } = four
  it.each<[string, MultipleResponseQuestion, readonly (readonly [string, ...(string | number)[]])[]]>([
    ['nothing in sound questions', four, []],
    ['nothing in a sound map', mapped, []],
    ['nothing in sound fractions', weighed, []],
    [
      'two choices with one id',
      { ...four, choices: [...four.choices.slice(0, 3), { id: 'a', text: 'Other' }] },
      [['repeated-id', 'choices', 3, 'id']],
    ],
    ['a key that no choice has', { ...four, key: ['a', 'x'] }, [['unknown-choice', 'key', 1]]],
    ['a right choice named twice', { ...four, key: ['a', 'b', 'a'] }, [['repeated-key', 'key', 2]]],
    [
      'a key with more slips than there are choices',
      { ...four, key: ['a', 'b', 'x', 'y', 'z'] },
      [2, 3, 4].map(index => ['unknown-choice', 'key', index]),
    ],
    ['an empty key', { ...four, key: [] }, [['empty-key', 'key']]],
    [
      'crossed bounds',
      { ...four, choose: { min: 3, max: 2 } },
      [
        ['bounds-crossed', 'choose'],
        ['exclusive-out-of-reach', 'choose', 'min'],
      ],
    ],
    ['a key too long to be chosen', { ...four, choose: { max: 1 } }, [['key-out-of-reach', 'choose']]],
    [
      'a key too short to be chosen',
      { ...four, choices: four.choices.slice(0, 3), choose: { min: 3 } },
      [['key-out-of-reach', 'choose']],
    ],
    ['more asked for than there are', { ...four, choose: { max: 9 } }, [['choose-beyond-choices', 'choose']]],
    ['a key that holds an exclusive choice', { ...free, key: ['a', 'd'] }, [['exclusive-key', 'key']]],
    [
      'worths of no choice',
      { ...four, marking: { rule: 'map', map: { a: 1, b: 1, x: -1 } } },
      [['unknown-choice', 'marking', 'map', 'x']],
    ],
    [
      'fractions that add up to less',
      { ...four, marking: { rule: 'fractions', fractions: { a: 0.5, b: 0.4 } } },
      [['key-below-maximum', 'marking']],
    ],
    [
      'a map with an upper bound that the key does not reach',
      { ...four, marking: { rule: 'map', map: { a: 1, b: 1 }, upper: 3 } },
      [['key-below-maximum', 'marking']],
    ],
  ])('%s', (_, question, expected) => {
    const faults = checkMultipleResponse(question)
    expect(faults.map(({ code, path }) => [code, ...path])).toEqual(expected)
    for (const { message } of faults) expect(message).toMatch(/[.]$/)
  })
})
