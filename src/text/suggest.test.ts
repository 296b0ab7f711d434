import { describe, expect, it } from 'vitest'
import { didYouMean } from './index.js'

describe('didYouMean', () => {
  it.each([
    ['danub', ['rhine', 'danube'], 'danube'],
    ['DANUBE', ['rhine', 'danube'], 'danube'],
    ['kye', ['key', 'stem'], 'key'],
    ['titel', ['title', 'tags'], 'title'],
    ['A', ['a', 'b'], 'a'],
  ])('takes %s among %j for %s', (name, known, meant) => {
    expect(didYouMean(name, known)).toBe(` Did you mean '${meant}'?`)
  })

  it('looks through no more than some hundreds of names', () => {
    function* rivers() {
      for (let at = 0; ; at++) yield `river-${at}`
    }
    expect(didYouMean('danube-12', rivers())).toBe('')
  })

  it.each([
    ['c', ['a', 'b']],
    ['volga', ['rhine', 'danube']],
    ['x'.repeat(10_000), ['x'.repeat(9_999)]],
    ['any', []],
  ])('says nothing where nothing is near', (name, known) => {
    expect(didYouMean(name, known)).toBe('')
  })
})
