import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateAbility, type ItemResponse } from '../../../src/schedule/ability.js'
import { curveAt, informationAt, testInformationAt } from '../../../src/schedule/irt.js'

const items = fc.record({
  a: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
  b: fc.double({ min: -3, max: 3, noNaN: true }),
  c: fc.double({ min: 0, max: 0.35, noNaN: true }),
  d: fc.double({ min: 0.8, max: 1, noNaN: true }),
})

const abilities = fc.double({ min: -4, max: 4, noNaN: true })

describe('a question’s curve', () => {
  it('is half way between guessing and knowing where ability meets difficulty', () => {
    fc.assert(
      fc.property(items, item => {
        expect(curveAt(item, item.b).chance).toBeCloseTo((item.c + item.d) / 2, 9)
      }),
    )
  })

  it('has the slope and the bend that it shows', () => {
    fc.assert(
      fc.property(items, abilities, (item, ability) => {
        const h = 1e-4
        const [before, at, after] = [ability - h, ability, ability + h].map(one => curveAt(item, one))
        expect(at!.slope).toBeCloseTo((after!.chance - before!.chance) / (2 * h), 6)
        expect(at!.bend).toBeCloseTo((after!.slope - before!.slope) / (2 * h), 5)
      }),
    )
  })

  it.each([
    // 1PL and 2PL: a² P (1 − P).
    [{ a: 1, b: 0, c: 0, d: 1 }, 0, 0.25],
    [{ a: 2, b: 1, c: 0, d: 1 }, 1, 1],
    // 3PL (Birnbaum 1968): a² (1 − P) / P × ((P − c) / (1 − c))². Here P = 0.6.
    [{ a: 1, b: 0, c: 0.2, d: 1 }, 0, (0.4 / 0.6) * (0.4 / 0.8) ** 2],
    // 4PL, far above the difficulty: next to nothing, where a formula without d gives 0.37.
    [{ a: 2, b: -0.5, c: 0.1, d: 0.9 }, 2, 0.001_18],
  ])('of %j tells at %d so much: %d', (item, ability, information) => {
    expect(informationAt(item, ability)).toBeCloseTo(information, 4)
  })

  it('adds up over a test', () => {
    const two = [
      { a: 1, b: 0, c: 0, d: 1 },
      { a: 2, b: 0, c: 0, d: 1 },
    ]
    expect(testInformationAt(two, 0)).toEqual({
      information: 1.25,
      error: 1 / Math.sqrt(1.25),
      expected: 1,
      reliability: 1 - 0.8,
    })
  })
})

/** Law School Admission Test, section 7 (Bock & Lieberman 1970): slopes and intercepts as published with mirt. */
const lsat7 = [
  [0.988, 1.8561],
  [1.081, 0.808],
  [1.706, 1.8043],
  [0.7651, 0.486],
  [0.7358, 1.8545],
].map(([a = 0, intercept = 0]) => ({ a, b: -intercept / a, c: 0, d: 1 }))

const respond = (shares: readonly number[]): readonly ItemResponse[] =>
  shares.map((share, index) => ({ item: lsat7[index]!, share }))

describe('ability', () => {
  it.each([
    [[0, 0, 0, 0, 0], -1.8666, -1.8166],
    [[0, 0, 0, 1, 0], -1.5134, -1.4823],
    [[0, 0, 1, 0, 0], -1.0947, -1.0959],
  ])('of LSAT7’s pattern %j is what mirt publishes', (shares, eap, map) => {
    expect(Math.abs(estimateAbility(respond(shares)).ability - eap)).toBeLessThan(0.01)
    expect(Math.abs(estimateAbility(respond(shares), { method: 'map' }).ability - map)).toBeLessThan(0.01)
  })

  const responses = fc.array(fc.record({ item: items, share: fc.constantFrom(0, 1) }), {
    minLength: 1,
    maxLength: 20,
  })

  it('is where the likelihood is highest, of all places looked at', () => {
    const likelihood = (given: readonly ItemResponse[], ability: number) =>
      given.reduce((sum, { item, share }) => {
        const { chance } = curveAt(item, ability)
        return sum + Math.log(share ? chance : 1 - chance)
      }, 0)
    fc.assert(
      fc.property(responses, given => {
        const { ability } = estimateAbility(given, { method: 'ml' })
        const best = Math.max(...Array.from({ length: 81 }, (_, index) => likelihood(given, index / 10 - 4)))
        expect(likelihood(given, ability)).toBeGreaterThanOrEqual(best - 1e-9)
      }),
    )
  })

  it('is as a finer grid has it, and never surer than the prior makes it', () => {
    fc.assert(
      fc.property(responses, given => {
        const coarse = estimateAbility(given)
        const fine = estimateAbility(given, { points: 2001, range: [-8, 8] })
        expect(coarse.ability).toBeCloseTo(fine.ability, 3)
        expect(coarse.error).toBeLessThanOrEqual(1.5)
      }),
      { numRuns: 50 },
    )
  })

  it.each(['ml', 'wl'] as const)('by %s lies within the range, whatever was answered', method => {
    fc.assert(
      fc.property(responses, given => {
        const { ability, error } = estimateAbility(given, { method, range: [-3, 3] })
        expect(Math.abs(ability)).toBeLessThanOrEqual(3)
        expect(error).toBeGreaterThan(0)
      }),
    )
  })

  it('is the prior’s where nothing was answered', () => {
    const { ability, error } = estimateAbility([], { prior: { mean: 0.5, deviation: 0.8 } })
    expect(ability).toBeCloseTo(0.5, 6)
    expect(error).toBeCloseTo(0.8, 6)
    for (const method of ['ml', 'wl'] as const)
      expect(estimateAbility([], { method })).toEqual({ ability: 0, error: Number.POSITIVE_INFINITY })
  })

  it('tells how unlikely a response is to its last digit, however steep its question', () => {
    const steep = (b: number) => ({ a: 20, b, c: 0, d: 1 })
    const contrary = [
      { item: steep(-1), share: 0 },
      { item: steep(1), share: 1 },
    ]
    // Missed what is easy, and got what is hard: each ability between the two is as unlikely as another.
    const { ability, error } = estimateAbility(contrary, { prior: { mean: 0, deviation: 100 } })
    expect(ability).toBeCloseTo(0, 9)
    expect(error).toBeCloseTo(1 / Math.sqrt(3), 1)
  })

  it('is a number for questions that tell nothing where it looks', () => {
    const far = { item: { a: 1000, b: 0.01, c: 0.2, d: 0.9 }, share: 1 }
    for (const method of ['eap', 'map', 'ml', 'wl'] as const)
      expect(estimateAbility([far, { ...far, share: 0 }], { method }).ability).toSatisfy(Number.isFinite)
  })
})
