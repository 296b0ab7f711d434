import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, shuffle, shuffleUnpinned } from './random.js'

describe('chance', () => {
  it('is the same on every platform', () => {
    const random = createRandom('seed', 7)
    expect([random(), random(), random()].map(value => Math.floor(value * 2 ** 32))).toEqual([
      3_362_645_450, 4_048_938_924, 496_575_968,
    ])
  })

  it('differs where any part of the seed does', () => {
    const firsts = [['a', 'b'], ['ab'], ['a', 'c'], [1], [2], ['b', 'a']].map(seed => createRandom(...seed)())
    expect(new Set(firsts).size).toBe(firsts.length)
  })

  it('shuffles fairly: each entry comes to each place about as often', () => {
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0])
    const rounds = 4000
    for (let seed = 0; seed < rounds; seed++)
      for (const [place, entry] of shuffle([0, 1, 2, 3], createRandom(seed)).entries()) {
        const row = counts[entry] as number[]
        row[place] = (row[place] ?? 0) + 1
      }
    for (const count of counts.flat()) expect(Math.abs(count - rounds / 4)).toBeLessThan(150)
  })

  it('keeps every entry, and the pinned ones in their place', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer(), (pins, seed) => {
        const entries = pins.map((pinned, id) => ({ id, pinned }))
        const shuffled = shuffleUnpinned(entries, createRandom(seed))
        expect([...shuffled].sort((one, other) => one.id - other.id)).toEqual(entries)
        for (const entry of entries) if (entry.pinned) expect(shuffled[entry.id]).toBe(entry)
      }),
    )
  })
})
