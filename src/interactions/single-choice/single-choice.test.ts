import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type SingleChoiceMarking, type SingleChoiceQuestion, singleChoice } from './index.js'
import { checkSingleChoice } from './single-choice.check.js'
import { singleChoiceSchema } from './single-choice.schema.js'

const four: SingleChoiceQuestion = {
  ...fullQuestion,
  type: 'single-choice',
  choices: [
    { id: 'a', text: 'Alpha', feedback: 'Yes', misconception: 'mix-up', media: fullQuestion.media[0] },
    { id: 'b', text: 'Beta', feedback: 'No' },
    { id: 'c', text: 'Gamma' },
    { id: 'd', text: 'None of these', pinned: true },
  ],
  key: 'a',
  shuffle: true,
}
const fractions: SingleChoiceMarking = { rule: 'fractions', fractions: { b: 0.5, c: -0.25 } }
const map: SingleChoiceMarking = {
  rule: 'map',
  map: { a: 4, b: 1 },
  default: -1,
  lower: -1,
  upper: 4,
  unanswered: 'zero',
}
const weighed: SingleChoiceQuestion = { ...four, id: 'weighed', marking: fractions }
const mapped: SingleChoiceQuestion = { ...four, id: 'mapped', marking: { ...map, passAt: 0.25 } }

testInteraction<SingleChoiceQuestion>({
  interaction: singleChoice,
  schema: singleChoiceSchema,
  questions: [four, weighed, mapped],
  rekey: question => ({
    ...question,
    key: 'b',
    solution: 'other',
    choices: question.choices.map(({ feedback, misconception, ...choice }) => choice),
  }),
  responses: () => fc.constantFrom('a', 'b', 'c', 'd', 'constructor', '__proto__'),
  everything: () => null,
  markings: [{ rule: 'all-or-nothing' }],
})

const registry = createRegistry([singleChoice])

describe('one choice, marked', () => {
  it.each<[SingleChoiceMarking, string | null, number, string]>([
    [{ rule: 'all-or-nothing' }, 'a', 1, 'correct'],
    [{ rule: 'all-or-nothing' }, 'b', 0, 'incorrect'],
    [{ rule: 'all-or-nothing' }, null, 0, 'unanswered'],
    [{ rule: 'all-or-nothing' }, 'x', 0, 'invalid'],
    [fractions, 'a', 1, 'correct'],
    [fractions, 'b', 0.5, 'partial'],
    [fractions, 'c', -0.25, 'incorrect'],
    [fractions, 'd', 0, 'incorrect'],
    [fractions, null, 0, 'unanswered'],
    [{ ...fractions, passAt: 0.5 }, 'b', 1, 'correct'],
    [map, 'a', 1, 'correct'],
    [map, 'b', 0.25, 'partial'],
    [map, 'd', -0.25, 'incorrect'],
    [map, null, 0, 'unanswered'],
    [{ rule: 'map', map: { a: 4, b: 1 } }, 'a', 1, 'correct'],
  ])('by %j: %j earns %d and is %s', (marking, response, scaled, outcome) => {
    const scored = scoreWith(registry, { ...four, marking }, response)
    expect(scored).toMatchObject({ outcome, score: { scaled } })
  })

  it('is negative at the lowest only as far as a choice takes off', () => {
    expect(scoreWith(registry, weighed, 'c').score).toEqual({ raw: -0.5, min: -0.5, max: 2, scaled: -0.25 })
    expect(scoreWith(registry, weighed, 'c', { negativeMarks: 'floor' }).score.raw).toBe(0)
  })

  it('shows the feedback of the choice that was picked, and no other', () => {
    const marks = { parts: [] }
    expect(singleChoice.feedback?.(four, 'b', marks)).toEqual({ b: 'No' })
    expect(singleChoice.feedback?.(four, 'c', marks)).toEqual({})
  })
})

describe('an author hears of', () => {
  it.each<[string, Partial<SingleChoiceQuestion>, readonly (readonly [string, ...(string | number)[]])[]]>([
    ['nothing in sound questions', {}, []],
    ['nothing in sound fractions', { marking: fractions }, []],
    ['nothing in a sound map', { marking: map }, []],
    [
      'two choices with one id',
      { choices: [...four.choices, { id: 'b', text: 'Other' }] },
      [['repeated-id', 'choices', 4, 'id']],
    ],
    ['a key that no choice has', { key: 'x' }, [['unknown-choice', 'key']]],
    [
      'a fraction of no choice',
      { marking: { rule: 'fractions', fractions: { x: 1 } } },
      [['unknown-choice', 'marking', 'fractions', 'x']],
    ],
    [
      'a worth of no choice',
      { marking: { rule: 'map', map: { a: 2, x: 1 } } },
      [['unknown-choice', 'marking', 'map', 'x']],
    ],
    [
      'a key that fractions make less than right',
      { marking: { rule: 'fractions', fractions: { a: 0.9 } } },
      [['key-below-maximum', 'marking']],
    ],
    [
      'a map where a distractor is worth more',
      { marking: { rule: 'map', map: { a: 1, b: 2 } } },
      [['key-below-maximum', 'marking']],
    ],
    [
      'a map with crossed bounds',
      { marking: { rule: 'map', map: { a: 1 }, lower: 2, upper: 1 } },
      [['bounds-crossed', 'marking', 'lower']],
    ],
  ])('%s', (_, changes, expected) => {
    const faults = checkSingleChoice({ ...four, ...changes })
    expect(faults.map(({ code, path }) => [code, ...path])).toEqual(expected)
  })
})
