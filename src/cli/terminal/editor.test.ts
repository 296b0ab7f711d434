import { describe, expect, it } from 'vitest'
import { edit, editorOf } from './editor.js'
import type { Press } from './widget.js'

const type = (text: string): readonly Press[] => [...text].map(char => ({ char, name: char }))
const typing = (start: string, presses: readonly Press[], lines = false) =>
  presses.reduce((editor, press) => edit(editor, press, lines), editorOf(start))

describe('Typing', () => {
  it.each<[string, string, readonly Press[], string, number]>([
    ['adds at the end', 'Viln', type('ius'), 'Vilnius', 7],
    ['adds where the cursor is', 'ac', [{ name: 'left' }, ...type('b')], 'abc', 2],
    ['takes back a character', 'abc', [{ name: 'backspace' }], 'ab', 2],
    ['takes back a character of many parts at once', 'a👩‍👩‍👧', [{ name: 'backspace' }], 'a', 1],
    ['deletes forward', 'abc', [{ name: 'home' }, { name: 'delete' }], 'bc', 0],
    ['takes back a word', 'one two', [{ name: 'w', ctrl: true }], 'one ', 4],
    ['takes back the line', 'one two', [{ name: 'u', ctrl: true }], '', 0],
    ['takes no control characters', 'a', [{ name: 'x', char: '\u0007' }], 'a', 1],
    ['takes no letter of a command', 'a', [{ name: 'h', meta: true }], 'a', 1],
  ])('%s', (_, start, presses, text, at) => {
    expect(typing(start, presses)).toEqual({ text, at })
  })

  it('breaks lines and moves between them where there may be several', () => {
    const presses: readonly Press[] = [
      { name: 'return' },
      ...type('cd'),
      { name: 'up' },
      ...type('X'),
      { name: 'down' },
      { name: 'home' },
      ...type('Y'),
    ]
    expect(typing('ab', presses, true)).toEqual({ text: 'abX\nYcd', at: 5 })
  })

  it.each([
    [true, 'if x:\n\treturn'],
    [false, 'if x:  return'],
  ])('takes what is pasted as text, whatever keys are in it (several lines: %s)', (lines, text) => {
    const pasted = [...'if x:\r\treturn\u0001\u0007'].map(char => ({ char, pasted: true }))
    expect(typing('', pasted, lines).text).toBe(text)
  })

  it('breaks no line where there is one', () => {
    const editor = editorOf('ab')
    expect(edit(editor, { name: 'return', char: '\r' })).toBe(editor)
  })
})
