import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../question/index.js'
import { type Blueprint, checkBlueprint, drawQuestions, type Pick } from './draw.js'

const tags = ['a', 'b', 'c'] as const

const pools = fc
  .array(fc.subarray([...tags]), { minLength: 1, maxLength: 8 })
  .map(each =>
    each.map((own, index): Question => ({ id: `q${index}`, type: 'any', stem: 'Which?', tags: own })),
  )
const picks = fc.array(
  fc.record({ tags: fc.subarray([...tags], { minLength: 1 }), count: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 3 },
)

/** Whether the picks can be filled together, by trying everything. */
function canFill(questions: readonly Question[], wanted: readonly Pick[]): boolean {
  const [pick, ...others] = wanted.flatMap(({ count = 0, ...filter }) => Array<Pick>(count).fill(filter))
  if (!pick) return true
  return questions.some(
    question =>
      question.tags?.some(tag => pick.tags?.includes(tag)) &&
      canFill(
        questions.filter(other => other !== question),
        others.map(one => ({ ...one, count: 1 })),
      ),
  )
}

const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)
const tagged = (id: string, ...own: string[]): Question => ({ id, type: 'any', stem: 'Which?', tags: own })

describe('a draw', () => {
  it('fills picks that overlap wherever that can be done, and is refused where not', () => {
    fc.assert(
      fc.property(pools, picks, fc.integer(), (questions, pick, seed) => {
        const drawn = drawQuestions(questions, { pick }, seed)
        const wanted = pick.reduce((sum, { count }) => sum + count, 0)
        const possible = canFill(questions, pick)
        expect(drawn.length === wanted).toBe(possible)
        expect(checkBlueprint(questions, { pick }).length === 0).toBe(possible)
      }),
    )
  })

  it('takes no question twice and none that fits no pick, and is the same for the same seed', () => {
    fc.assert(
      fc.property(pools, picks, fc.integer(), (questions, pick, seed) => {
        const drawn = drawQuestions(questions, { pick }, seed)
        expect(new Set(drawn).size).toBe(drawn.length)
        for (const question of drawn)
          expect(pick.some(one => one.tags.some(tag => question.tags?.includes(tag)))).toBe(true)
        expect(ids(drawQuestions(questions, { pick }, seed))).toEqual(ids(drawn))
      }),
    )
  })

  const many = Array.from({ length: 20 }, (_, index) => tagged(`q${index}`, index < 10 ? 'a' : 'b'))
  it.each<[string, Blueprint, (drawn: readonly string[]) => void]>([
    [
      'draws what is required',
      { pick: [{ count: 3 }], require: ['q7', 'q17'] },
      drawn => {
        expect(drawn).toHaveLength(3)
        expect(drawn).toEqual(expect.arrayContaining(['q7', 'q17']))
      },
    ],
    [
      'draws what is required beside what fits',
      { pick: [{ tags: ['b'], count: 2 }], require: ['q1'] },
      drawn => {
        expect(drawn).toHaveLength(3)
        expect(drawn).toContain('q1')
      },
    ],
    [
      'keeps the order of the bank where asked',
      { pick: [{ count: 5 }], order: 'fixed' },
      drawn => {
        const places = drawn.map(id => Number(id.slice(1)))
        expect(places).toEqual([...places].sort((one, other) => one - other))
      },
    ],
    [
      'takes all that fit without a count',
      { pick: [{ tags: ['a'] }, { tags: ['b'], count: 1 }] },
      drawn => {
        expect(drawn).toHaveLength(11)
      },
    ],
    ['takes everything without picks', {}, drawn => expect(drawn).toHaveLength(20)],
  ])('%s', (_, blueprint, expectation) => {
    for (let seed = 0; seed < 20; seed++) expectation(ids(drawQuestions(many, blueprint, seed)))
  })

  it('shows first what was not seen', () => {
    const seen = new Set(ids(many).slice(0, 15))
    const drawn = ids(drawQuestions(many, { pick: [{ count: 8 }] }, 1, seen))
    expect(drawn.filter(id => !seen.has(id))).toHaveLength(5)
  })

  it.each<[Blueprint, RegExp]>([
    [{ require: ['q99'] }, /no question 'q99' to require/],
    [{ pick: [{ tags: ['z'] }] }, /No question fits \{"tags":\["z"\]\}/],
    [{ pick: [{ tags: ['a'], count: 11 }] }, /11 questions are asked for .* 10 fit/],
    [
      {
        pick: [
          { tags: ['a'], count: 8 },
          { ids: ids(many).slice(0, 10), count: 8 },
        ],
      },
      /overlap: .* 16 .* 10/,
    ],
  ])('says what %j lacks', (blueprint, message) => {
    expect(checkBlueprint(many, blueprint).join()).toMatch(message)
  })
})
