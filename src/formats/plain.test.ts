import { describe, expect, it } from 'vitest'
import { plainOf } from './plain.js'

describe('Markdown as plain text', () => {
  it.each([
    ['**a** `b` *c*', 'a b c'],
    ['2 \\* 3', '2 * 3'],
    ['one\\\ntwo', 'one two'],
    ['one  \n\n  two\n', 'one two'],
    ['`flour * 2` and **`a*b*c`**', 'flour * 2 and a*b*c'],
    ['``a ` b``', 'a ` b'],
    ['\\`no code\\`, *but* ` this', '`no code`, but  this'],
    ['See:\n\n```json\n{ "a": "*" }\n```\n\nWhy?', 'See: { "a": "*" } Why?'],
    ['', ''],
  ])('%j', (markdown, plain) => expect(plainOf(markdown)).toBe(plain))

  it('takes time in keeping with blank runs, which may stand in the midst of a line', () => {
    const blank = ' '.repeat(300_000)
    expect(plainOf(`a${blank}b`)).toBe(`a${blank}b`)
    expect(plainOf(`a${blank}\nb`)).toBe('a b')
    const ticks = '` `` ``` '.repeat(100_000)
    expect(plainOf(ticks).length).toBeLessThan(ticks.length)
  })
})
