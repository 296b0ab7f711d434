import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { type PairsMarking, scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { checkCategorization } from './categorization.check.js'
import { categorizationSchema } from './categorization.schema.js'
import { type CategorizationQuestion, categorization } from './index.js'

const media = { type: 'image', src: 'a.svg', alt: 'A', caption: 'A' } as const
const claims: CategorizationQuestion = {
  ...fullQuestion,
  type: 'categorization',
  items: [
    { id: 'a', text: 'A', feedback: 'Said in the first line.', misconception: 'line', pinned: false, media },
    { id: 'b', text: 'B' },
    { id: 'c', text: 'C' },
    { id: 'd', text: 'D' },
  ],
  categories: [
    { id: 'said', text: 'Said', media, pinned: true },
    { id: 'not', text: 'Not said' },
  ],
  key: { a: 'said', b: 'not', c: 'said' },
  shuffle: true,
  weights: { a: 1 },
}
const rules = ['per-part', 'all-or-nothing', 'minus-surplus', 'right-minus-wrong'] as const
const mapped: CategorizationQuestion = {
  ...claims,
  id: 'mapped',
  marking: {
    rule: 'map',
    map: { 'a said': 1, 'b not': 1, 'c said': 1 },
    default: -1,
    lower: 0,
    upper: 3,
    unanswered: 'zero',
    undirected: false,
    passAt: 1,
  },
}

testInteraction<CategorizationQuestion>({
  interaction: categorization,
  schema: categorizationSchema,
  questions: [claims, mapped, ...rules.map(rule => ({ ...claims, id: rule, marking: { rule, passAt: 1 } }))],
  rekey: question => ({ ...question, key: { d: 'not' }, solution: 'Other.' }),
  responses: () =>
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), fc.constantFrom('said', 'not', null)),
  everything: () => ({ a: 'said', b: 'not', c: 'said', d: 'said' }),
  markings: rules.map(rule => ({ rule })),
})

const { points, ...one } = claims
const share = (marking: PairsMarking, response: unknown) =>
  scoreWith(createRegistry([categorization]), { ...one, marking }, response).score.raw

describe('three that belong somewhere, and one that belongs nowhere', () => {
  it.each([
    // rule, key, key and the fourth too, two right and one open, nothing right
    ['per-part', 1, 3 / 4, 3 / 4, 1 / 4],
    ['all-or-nothing', 1, 0, 0, 0],
    ['minus-surplus', 1, 2 / 3, 2 / 3, 0],
    ['right-minus-wrong', 1, 2 / 3, 2 / 3, 0],
  ] as const)('%s', (rule, key, surplus, open, wrong) => {
    expect(share({ rule }, claims.key)).toBe(key)
    expect(share({ rule }, { ...claims.key, d: 'not' })).toBeCloseTo(surplus, 9)
    expect(share({ rule }, { a: 'said', b: 'not' })).toBeCloseTo(open, 9)
    expect(share({ rule }, { a: 'not', b: 'said', c: 'not' })).toBeCloseTo(wrong, 9)
  })

  it('gives nothing where nothing was placed', () => {
    for (const rule of rules) for (const response of [{}, null]) expect(share({ rule }, response)).toBe(0)
  })

  it('maps placements as QTI does', () => {
    expect(share({ rule: 'map', map: { 'a said': 1 } }, { a: 'said', d: 'not' })).toBe(1)
  })

  it('is whole with anything left out, as anything may belong nowhere', () => {
    expect(categorization.read(claims, { a: 'said' })).toMatchObject({ complete: true })
  })
})

it('tells the author of keys that name what is not there', () => {
  expect(checkCategorization({ ...claims, key: { a: 'said', x: 'not' } }).map(({ code }) => code)).toEqual([
    'unknown-choice',
  ])
  expect(checkCategorization(claims)).toEqual([])
})
