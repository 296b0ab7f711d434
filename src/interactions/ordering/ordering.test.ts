import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { type SequenceMarking, scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type OrderingQuestion, ordering } from './index.js'
import { checkOrdering } from './ordering.check.js'
import { orderingSchema } from './ordering.schema.js'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const media = { type: 'image', src: 'd.svg', alt: 'D', caption: 'D' } as const
const six: OrderingQuestion = {
  ...fullQuestion,
  type: 'ordering',
  items: ids.map(id => ({ id, text: id.toUpperCase(), pinned: false, ...(id === 'd' && { media }) })),
  key: ids,
}
const rules = [
  'absolute-position',
  'next-excluding-last',
  'next-including-last',
  'one-previous-next',
  'all-previous-next',
  'longest-ordered',
  'longest-contiguous',
  'distance',
  'relative-pairs',
] as const
const listed: SequenceMarking = {
  rule: 'listed-orders',
  passAt: 0.4,
  orders: [{ order: ['b', 'a', 'c', 'd', 'e', 'f'], fraction: 0.5 }],
}

testInteraction<OrderingQuestion>({
  interaction: ordering,
  schema: orderingSchema,
  questions: [
    six,
    { ...six, id: 'listed', marking: listed },
    ...rules.map(rule => ({ ...six, id: rule, marking: { rule, complete: true, passAt: 0.5 } })),
  ],
  rekey: question => ({ ...question, key: [...question.key].reverse(), solution: 'Other.' }),
  responses: () => fc.oneof(fc.shuffledSubarray(ids), fc.array(fc.constantFrom(...ids))),
  everything: () => null,
  markings: [{ rule: 'all-or-nothing' }, ...rules.map(rule => ({ rule }))],
})

const { points, ...one } = six
const share = (marking: SequenceMarking, response: unknown, question: OrderingQuestion = one) =>
  scoreWith(createRegistry([ordering]), { ...question, marking }, response).score.raw

describe('six in order', () => {
  const turned = ['b', 'c', 'd', 'e', 'f', 'a']
  const swapped = ['b', 'a', 'c', 'd', 'e', 'f']
  const reversed = [...ids].reverse()
  it.each([
    // rule, one moved to the end, first two swapped, reversed, the first two alone
    ['all-or-nothing', 0, 0, 0, 0],
    ['absolute-position', 0, 4 / 6, 0, 2 / 6],
    ['next-excluding-last', 4 / 5, 3 / 5, 0, 1 / 5],
    ['next-including-last', 4 / 6, 4 / 6, 0, 1 / 6],
    ['one-previous-next', 8 / 10, 6 / 10, 0, 2 / 10],
    ['all-previous-next', 10 / 15, 14 / 15, 0, 1 / 15],
    ['longest-ordered', 5 / 6, 5 / 6, 0, 2 / 6],
    ['longest-contiguous', 5 / 6, 4 / 6, 0, 2 / 6],
    ['distance', (5 * 4 + 0) / 30, (4 * 5 + 2 * 4) / 30, 12 / 30, 10 / 30],
    ['relative-pairs', 10 / 15, 14 / 15, 0, 1 / 15],
  ] as const)('%s', (rule, forTurned, forSwapped, forReversed, forTwo) => {
    expect(share({ rule }, turned)).toBeCloseTo(forTurned, 9)
    expect(share({ rule }, swapped)).toBeCloseTo(forSwapped, 9)
    expect(share({ rule }, reversed)).toBeCloseTo(forReversed, 9)
    expect(share({ rule }, ['a', 'b'])).toBeCloseTo(forTwo, 9)
  })

  it('gives what the author lists for other orders, and nothing for the rest', () => {
    const { passAt, ...rule } = listed as SequenceMarking & { rule: 'listed-orders' }
    expect([ids, swapped, turned].map(response => share(rule, response))).toEqual([1, 0.5, 0])
  })

  it('gives nothing for what is left incomplete, where that is asked', () => {
    expect(share({ rule: 'relative-pairs', complete: true }, ['a', 'b', 'c'])).toBe(0)
  })

  it('takes each once, and only what there is', () => {
    expect(ordering.read(six, ['a', 'a'])).toEqual({ status: 'invalid', code: 'repeated-choice' })
    expect(ordering.read(six, ['a', 'g'])).toEqual({ status: 'invalid', code: 'unknown-choice' })
    expect(ordering.read(six, ['a'])).toMatchObject({ status: 'answered', complete: false })
  })

  it('does not tell apart what reads the same', () => {
    const twins = {
      ...one,
      items: [
        { id: 'x', text: 'A' },
        { id: 'y', text: 'A' },
        { id: 'z', text: 'B' },
      ],
      key: ['x', 'y', 'z'],
    }
    for (const [response, expected] of [
      [['y', 'x', 'z'], 1],
      [['y', 'z', 'x'], 2 / 3],
      [['x', 'y'], 1 / 3],
    ] as const)
      expect(share({ rule: 'relative-pairs' }, response, twins)).toBeCloseTo(expected, 9)
  })
})

describe('an author hears of', () => {
  it.each<[string, Partial<OrderingQuestion>, readonly string[]]>([
    ['nothing in a sound question', {}, []],
    ['an item that the key leaves out', { key: ['a', 'b', 'c', 'd', 'e'] }, ['incomplete-key']],
    [
      'an item that is not there, and one that stands twice',
      { key: [...ids, 'g', 'a'] },
      ['unknown-choice', 'repeated-key'],
    ],
    [
      'a listed order that names what is not there',
      { marking: { rule: 'listed-orders', orders: [{ order: ['g'], fraction: 1 }] } },
      ['unknown-choice'],
    ],
  ])('%s', (_, changes, codes) => {
    expect(checkOrdering({ ...six, ...changes }).map(({ code }) => code)).toEqual(codes)
  })
})
