import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Evidence,
  eloChance,
  eloStep,
  gainFrom,
  type Level,
  levelAfterExercise,
  levelAfterMixed,
  type MasterySettings,
  masteryOf,
  traceStep,
  updateElo,
} from './index.js'

/** `1` right, `0` missed, `½` partly right; a space starts another attempt, and `/` one that asks on all objectives. */
function evidenceFrom(pattern: string): readonly Evidence[] {
  let mixed = false
  let attempt = 0
  return [...pattern].flatMap((sign, index) => {
    if (sign === ' ' || sign === '/') {
      mixed = sign === '/'
      attempt += 1
      return []
    }
    const share = sign === '½' ? 0.5 : Number(sign)
    return [{ question: `q${index}`, at: index, share, attempt: `a${attempt}`, mixed }]
  })
}

describe('masteryOf', () => {
  it.each<[MasterySettings, string, Partial<ReturnType<typeof masteryOf>>]>([
    [{ method: 'share-correct' }, '', { estimate: null, mastered: false, evidence: 0 }],
    [{ method: 'share-correct' }, '11', { estimate: 1, mastered: false, evidence: 2 }],
    [{ method: 'share-correct' }, '111', { estimate: 1, mastered: true }],
    [{ method: 'share-correct' }, '01111', { estimate: 0.8, mastered: true }],
    [{ method: 'share-correct' }, '0111', { estimate: 0.75, mastered: false }],
    [{ method: 'share-correct', last: 3 }, '00111', { estimate: 1, mastered: true }],
    [{ method: 'share-correct', share: 0.6, least: 1 }, '½11', { estimate: 2 / 3, mastered: true }],
    [{ method: 'in-a-row' }, '', { estimate: null, mastered: false }],
    [{ method: 'in-a-row' }, '1011', { estimate: 2 / 3, mastered: false }],
    [{ method: 'in-a-row' }, '10111', { estimate: 1, mastered: true }],
    [{ method: 'in-a-row' }, '1110', { estimate: 0, mastered: false }],
    [{ method: 'in-a-row', count: 1 }, '01', { estimate: 1, mastered: true }],
    [{ method: 'levels' }, '', { estimate: null, level: 'not-started' }],
    [{ method: 'levels' }, '0', { estimate: 0, level: 'attempted' }],
    [{ method: 'levels' }, '11', { level: 'familiar' }],
    [{ method: 'levels' }, '1111', { level: 'proficient', mastered: false }],
    [{ method: 'levels' }, '111111', { level: 'mastered', mastered: true, estimate: 1 }],
    [{ method: 'levels' }, '1111110', { level: 'proficient', mastered: false }],
    [{ method: 'levels' }, '1010101', { level: 'attempted' }],
    [{ method: 'levels', up: 1, down: 2 }, '11100', { level: 'proficient' }],
    [{ method: 'khan' }, '', { estimate: null, level: 'not-started' }],
    [{ method: 'khan' }, '110', { level: 'attempted', estimate: 0 }],
    [{ method: 'khan' }, '1110', { level: 'familiar', estimate: 0.5 }],
    [{ method: 'khan' }, '111', { level: 'proficient', estimate: 0.8, mastered: false }],
    [{ method: 'khan' }, '111/1', { level: 'mastered', estimate: 1, mastered: true }],
    [{ method: 'khan' }, '/11', { level: 'proficient' }],
    [{ method: 'khan' }, '/111', { level: 'mastered' }],
    [{ method: 'khan' }, '111/1 00', { level: 'familiar' }],
    [{ method: 'khan' }, '11 00', { level: 'familiar' }],
    [{ method: 'knowledge-tracing' }, '', { estimate: 0.4, mastered: false }],
    [{ method: 'knowledge-tracing', init: 1 }, '', { estimate: 1, mastered: false }],
    [{ method: 'knowledge-tracing' }, '111', { mastered: true }],
    [{ method: 'knowledge-tracing', guess: 0, slip: 0, learn: 0 }, '10', { estimate: 1 }],
    [{ method: 'knowledge-tracing', guess: 0, slip: 0, init: 0, learn: 0 }, '1', { estimate: 0 }],
    [{ method: 'elo' }, '', { estimate: null, mastered: false }],
    [{ method: 'elo' }, '1', { estimate: eloChance({ ability: 0.5, difficulty: 0 }) }],
    [{ method: 'elo' }, '111111', { mastered: true }],
    [{ method: 'elo', least: 7 }, '111111', { mastered: false }],
  ])('%j makes of ‘%s’ %j', (settings, pattern, expected) => {
    expect(masteryOf(evidenceFrom(pattern), settings)).toMatchObject(expected)
  })

  const anySettings = fc.constantFrom<MasterySettings>(
    { method: 'share-correct' },
    { method: 'in-a-row' },
    { method: 'levels' },
    { method: 'khan' },
    { method: 'knowledge-tracing' },
    { method: 'elo' },
  )
  const anyEvidence = fc
    .array(fc.constantFrom('0', '1', '½', ' ', '/'), { maxLength: 40 })
    .map(signs => evidenceFrom(signs.join('')))

  it('stays between 0 and 1, survives JSON, and forgets nothing', () => {
    fc.assert(
      fc.property(anySettings, anyEvidence, (settings, evidence) => {
        const mastery = masteryOf(evidence, settings)
        expect(mastery.evidence).toBe(evidence.length)
        expect(JSON.parse(JSON.stringify(mastery))).toEqual(mastery)
        if (mastery.estimate !== null) {
          expect(mastery.estimate).toBeGreaterThanOrEqual(0)
          expect(mastery.estimate).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is never lower for a right response than for a missed one', () => {
    fc.assert(
      fc.property(anySettings, anyEvidence, fc.boolean(), (settings, evidence, mixed) => {
        const last = { question: 'last', at: 99, attempt: 'last', mixed }
        const right = masteryOf([...evidence, { ...last, share: 1 }], settings)
        const missed = masteryOf([...evidence, { ...last, share: 0 }], settings)
        expect(right.estimate ?? 0).toBeGreaterThanOrEqual(missed.estimate ?? 0)
      }),
    )
  })

  it('is reached by whoever goes on getting everything right', () => {
    fc.assert(
      fc.property(anySettings, anyEvidence, (settings, evidence) => {
        const right = evidenceFrom(`/${'1'.repeat(200)}`)
        expect(masteryOf([...evidence, ...right], { ...settings, ...recent(settings) }).mastered).toBe(true)
      }),
    )
  })
})

/** A share of all responses takes long to mend. */
const recent = ({ method }: MasterySettings) => (method === 'share-correct' ? { last: 20 } : {})

describe('Bayesian knowledge tracing', () => {
  it.each([
    [
      { init: 0.3, learn: 0.2, slip: 0.08, guess: 0.2 },
      [
        [1, 0.416, 0.6634615385, 0.7307692308],
        [0, 0.7261538462, 0.2134831461, 0.3707865169],
        [1, 0.4669662921, 0.7305101059, 0.7844080847],
        [1, 0.764773821, 0.9436194312, 0.9548955449],
        [1, 0.8875247923, 0.9898358997, 0.9918687198],
      ],
    ],
    [
      { init: 0.5, learn: 0.05, slip: 0.15, guess: 0.3 },
      [
        [0, 0.575, 0.1764705882, 0.2176470588],
        [0, 0.4197058824, 0.0562595033, 0.1034465281],
        [1, 0.3568955905, 0.2463733127, 0.2840546471],
        [1, 0.4562300559, 0.5292208325, 0.5527597909],
      ],
    ],
  ] as const)('with %j follows the formula step by step', (parameters, steps) => {
    let known: number = parameters.init
    for (const [correct, predicted, posterior, next] of steps) {
      const step = traceStep(known, correct === 1, parameters)
      expect(step.predicted).toBeCloseTo(predicted, 9)
      expect(step.posterior).toBeCloseTo(posterior, 9)
      expect(step.next).toBeCloseTo(next, 9)
      known = step.next
    }
  })
})

describe('Elo', () => {
  it.each([
    [{ ability: 0, difficulty: 0 }, 0.5, 1, 0, 0.5, 0.25, -0.25],
    [{ ability: 0.8, difficulty: -0.4 }, 0.3, 0, 0.25, 0.8263935876, 0.5520819237, -0.1520819237],
    [{ ability: -1.2, difficulty: 0.6 }, 0.25, 1, 0.5, 0.5709255325, -1.0927313831, 0.4927313831],
    [{ ability: 0, difficulty: 1 }, 0.4, 0.5, 0, 0.2689414214, 0.0924234315, 0.9075765685],
  ])(
    'from %j by %d with share %d and guess %d',
    (ratings, step, share, guess, chance, ability, difficulty) => {
      expect(eloChance(ratings, guess)).toBeCloseTo(chance, 9)
      const after = updateElo(ratings, { share, guess, step })
      expect(after.ability).toBeCloseTo(ability, 9)
      expect(after.difficulty).toBeCloseTo(difficulty, 9)
    },
  )

  it('moves less and less', () => {
    expect([0, 1, 10, 100].map(responses => eloStep(responses))).toEqual([1, 1 / 1.05, 1 / 1.5, 1 / 6])
    expect(eloStep(10, { start: 0.4, decay: 0.1 })).toBeCloseTo(0.2, 12)
    const still = updateElo({ ability: 0, difficulty: 0 }, { share: 1, step: 0.4, difficultyStep: 0 })
    expect(still).toEqual({ ability: 0.2, difficulty: 0 })
  })
})

describe('Khan’s levels', () => {
  it.each<[Level, readonly [Level, Level, Level], readonly [Level, Level]]>([
    ['not-started', ['attempted', 'familiar', 'proficient'], ['attempted', 'familiar']],
    ['attempted', ['attempted', 'familiar', 'proficient'], ['attempted', 'familiar']],
    ['familiar', ['attempted', 'familiar', 'proficient'], ['attempted', 'proficient']],
    ['proficient', ['familiar', 'familiar', 'proficient'], ['familiar', 'mastered']],
    ['mastered', ['familiar', 'proficient', 'mastered'], ['proficient', 'mastered']],
  ])('from %s', (from, [little, much, all], [missed, right]) => {
    expect([0, 0.69].map(share => levelAfterExercise(from, share))).toEqual([little, little])
    expect([0.7, 0.99].map(share => levelAfterExercise(from, share))).toEqual([much, much])
    expect(levelAfterExercise(from, 1)).toBe(all)
    expect([levelAfterMixed(from, false), levelAfterMixed(from, true)]).toEqual([missed, right])
  })
})

it('tells a learning gain, plain and normalised', () => {
  expect(gainFrom(0.4, 0.7)).toEqual({
    pre: 0.4,
    post: 0.7,
    plain: expect.closeTo(0.3),
    normalised: expect.closeTo(0.5),
  })
  expect(gainFrom(0.5, 0.25).normalised).toBeCloseTo(-0.5)
  expect(gainFrom(1, 0.9)).toMatchObject({ plain: expect.closeTo(-0.1), normalised: null })
})
