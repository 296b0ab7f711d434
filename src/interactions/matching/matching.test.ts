import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { type PairsMarking, scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type MatchingQuestion, matching } from './index.js'
import { checkMatching } from './matching.check.js'
import { matchingSchema } from './matching.schema.js'

const media = { type: 'image', src: 'a.svg', alt: 'A', caption: 'A' } as const
const animals: MatchingQuestion = {
  ...fullQuestion,
  type: 'matching',
  prompts: [
    { id: 'dog', text: 'Dog', media, pinned: true },
    { id: 'frog', text: 'Frog' },
    { id: 'toad', text: 'Toad' },
    { id: 'cat', text: 'Cat' },
  ],
  choices: [
    { id: 'm', text: 'Mammal', feedback: 'It has fur.', misconception: 'fur' },
    { id: 'a', text: 'Amphibian', media, pinned: false },
    { id: 'i', text: 'Insect' },
  ],
  key: { dog: 'm', frog: 'a', toad: 'a', cat: 'm' },
  shuffle: true,
}
const mapped: MatchingQuestion = {
  ...animals,
  id: 'mapped',
  marking: {
    rule: 'map',
    map: { 'dog m': 1, 'frog a': 2, 'toad a': 1, 'cat m': 1 },
    default: -1,
    lower: 0,
    upper: 5,
    unanswered: 'zero',
    undirected: false,
    passAt: 0.5,
  },
}
const weighed: MatchingQuestion = {
  ...animals,
  id: 'weighed',
  weights: { dog: 3 },
  marking: { rule: 'per-part', passAt: 0.5 },
}
const rules = ['per-part', 'all-or-nothing', 'minus-surplus', 'right-minus-wrong'] as const

testInteraction<MatchingQuestion>({
  interaction: matching,
  schema: matchingSchema,
  questions: [
    animals,
    weighed,
    mapped,
    ...rules.map(rule => ({ ...animals, id: rule, marking: { rule, passAt: 1 } })),
  ],
  rekey: question => ({
    ...question,
    key: { dog: 'i', cat: 'a' },
    choices: question.choices.map(({ id, text, media, pinned }) => ({
      id,
      text,
      ...(media && { media }),
      ...(pinned !== undefined && { pinned }),
    })),
  }),
  responses: () =>
    fc.dictionary(
      fc.constantFrom('dog', 'frog', 'toad', 'cat', 'constructor'),
      fc.constantFrom('m', 'a', 'i', null),
    ),
  everything: () => ({ dog: 'i', frog: 'i', toad: 'i', cat: 'i' }),
  markings: rules.map(rule => ({ rule })),
})

const registry = createRegistry([matching])
const { points, ...one } = animals
const share = (marking: PairsMarking, response: unknown, question: MatchingQuestion = one) =>
  scoreWith(registry, { ...question, marking }, response).score.raw

describe('animals and their classes', () => {
  it.each([
    // rule, all right, one right, two right and two open, three right of which one where nothing belongs
    ['per-part', 1, 0.25, 0.5],
    ['all-or-nothing', 1, 0, 0],
    ['minus-surplus', 1, 0.25, 0.5],
    ['right-minus-wrong', 1, 0, 0.5],
  ] as const)('%s', (rule, all, oneRight, twoRight) => {
    expect(share({ rule }, animals.key)).toBe(all)
    expect(share({ rule }, { dog: 'm', frog: 'i', toad: 'i', cat: 'a' })).toBeCloseTo(oneRight, 9)
    expect(share({ rule }, { dog: 'm', frog: 'a' })).toBeCloseTo(twoRight, 9)
  })

  it('weighs the prompts', () => {
    expect(share({ rule: 'per-part' }, { dog: 'm', frog: 'i' }, { ...weighed, points: 1 })).toBeCloseTo(
      3 / 6,
      9,
    )
  })

  it('maps pairs as QTI does', () => {
    const marking = {
      rule: 'map',
      map: { 'dog m': 1, 'frog a': 2 },
      default: -1,
      lower: 0,
      upper: 3,
    } as const
    const worth = (response: unknown) => scoreWith(registry, { ...one, marking }, response).score
    expect(worth({ dog: 'm', frog: 'a' })).toMatchObject({ raw: 3, max: 3 })
    expect(worth({ dog: 'm', frog: 'i' }).raw).toBe(0)
    expect(worth({ frog: 'a', toad: 'i' }).raw).toBe(1)
  })

  it.each([
    [{ dog: 'x' }, 'unknown-target'],
    [{ bird: 'm' }, 'unknown-source'],
    [['dog'], 'not-a-record'],
    ['dog', 'not-a-record'],
  ])('%j can not be read', (response, code) => {
    expect(matching.read(animals, response)).toEqual({ status: 'invalid', code })
  })

  it('is told in words, and tells what is still open', () => {
    expect(matching.describe(animals, { frog: 'a', dog: 'm' })).toBe('Dog – Mammal; Frog – Amphibian')
    expect(matching.read(animals, { dog: 'm', frog: null })).toEqual({
      status: 'answered',
      response: { dog: 'm' },
      complete: false,
    })
    expect(matching.read(animals, { dog: null })).toMatchObject({ status: 'unanswered' })
  })
})

describe('an author hears of', () => {
  it.each<[string, Partial<MatchingQuestion>, readonly string[]]>([
    ['nothing in a sound question', {}, []],
    [
      'a key that names what is not there',
      { key: { bird: 'm', dog: 'x' } },
      ['unknown-choice', 'unknown-choice'],
    ],
    ['no key at all', { key: {} }, ['empty-key']],
    ['a weight for nothing', { weights: { bird: 2 } }, ['unknown-choice']],
    [
      'a map of pairs that are none',
      { marking: { rule: 'map', map: { 'm dog': 1, dog: 1 } } },
      ['unknown-pair', 'unknown-pair'],
    ],
  ])('%s', (_, changes, codes) => {
    expect(checkMatching({ ...animals, ...changes }).map(({ code }) => code)).toEqual(codes)
  })
})
