import { expect, it } from 'vitest'
import { folded, print } from './print.js'

it.each([
  ['words', 'one two three\n', 'one two\nthree\n'],
  ['an entry of a list', '  - one two three', '  - one two\n    three'],
  ['a second column', '--a   one two', '--a   one\n      two'],
  ['a second column that is too far right', '--a-long  one', '--a-long\n    one'],
  ['what is typed', '  --a one two\n--b', '  --a\n      one\n      two\n--b'],
  ['what fits', 'one  two\n\n', 'one  two\n\n'],
  ['a word that is too long', 'one-two-three', 'one-two-thre\ne'],
])('folds %s', (_, text, lines) => expect(folded(text, 12)).toBe(lines))

it('leaves every word', () => {
  const text = 'quizwright lint <files…>       what research on question writing warns of\n'
  for (let width = 16; width < 90; width++)
    expect(folded(text, width).split(/\s+/)).toEqual(text.split(/\s+/))
})

it.each([
  [true, 12, 'one two\nthree\n'],
  [true, 0, 'one two three\n'],
  [false, 12, 'one two three\n'],
])('at a terminal (%s) that reports %i columns', (isTTY, columns, printed) => {
  const written: string[] = []
  const write = (text: string) => written.push(text) > 0
  print('one two three\n', { isTTY, columns, write } as NodeJS.WriteStream)
  expect(written.join('')).toBe(printed)
})
