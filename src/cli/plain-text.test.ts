import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeLine, safeText } from './plain-text.js'

describe('Text from a bank at a terminal', () => {
  it.each([
    ['colours', 'a\u001b[31mred\u001b[0mb', 'aredb'],
    ['a window title', 'a\u001b]0;owned\u0007b', 'ab'],
    ['a link that hides its address', '\u001b]8;;https://evil.example\u001b\\safe\u001b]8;;\u001b\\', 'safe'],
    ['eight-bit controls', 'a\u009b2Jb\u0090q\u009cc', 'abc'],
    ['a cleared screen', '\u001bcgone', 'gone'],
    ['text turned around', 'user\u202etxt.exe\u2066', 'usertxt.exe'],
    ['backspaces and bells', 'ab\u0008\u0007c', 'abc'],
    ['carriage returns that write over a line', 'right\rwrong', 'right\nwrong'],
    ['an escape at the very end', 'a\u001b', 'a'],
  ])('loses %s', (_, text, safe) => {
    expect(safeText(text)).toBe(safe)
  })

  it('keeps what people write', () => {
    const text = 'Ğ 漢字 👩‍👩‍👧 e\u0301\n\ttabbed — “quoted”'
    expect(safeText(text)).toBe(text)
  })

  it('never holds a control, whatever the bank says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
        expect(safeText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      }),
    )
  })

  it('stays on one line where it has to', () => {
    expect(safeLine(' a\n\n b\t c ')).toBe('a b c')
  })
})
