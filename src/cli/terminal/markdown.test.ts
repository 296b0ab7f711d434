import { describe, expect, it } from 'vitest'
import { renderLine, renderText, slotSign } from './markdown.js'
import { colourless, type Paint } from './paint.js'

/** Shows which style is used where. */
const named: Paint = {
  ...colourless,
  strong: text => `<b>${text}</b>`,
  emphasis: text => `<i>${text}</i>`,
  code: text => `<c>${text}</c>`,
  link: text => `<u>${text}</u>`,
}
const style = { paint: named, width: 40, plain: false }

describe('Markdown at a terminal', () => {
  it.each([
    ['emphasis', 'a *small* word', 'a <i>small</i> word'],
    ['strong words', 'a **strong** word', 'a <b>strong</b> word'],
    ['one in the other', '**a *b* c**', '<b>a <i>b</i> c</b>'],
    ['code, whatever is in it', 'a `*b*` c', 'a <c>*b*</c> c'],
    ['links with their address', '[here](https://a.example/b)', '<u>here</u> (https://a.example/b)'],
    ['no links but to the web and mail', '[here](javascript:alert)', '[here](javascript:alert)'],
    ['escaped signs', '\\*a\\*', '*a*'],
    ['stars that mean nothing', '2 * 3 * 4 and 5*', '2 * 3 * 4 and 5*'],
    ['names with underscores', 'snake_case_name', 'snake_case_name'],
    ['raw HTML as text', '<b>x</b>', '<b>x</b>'],
    ['headings as text', '# a', '# a'],
  ])('draws %s', (_, text, drawn) => {
    expect(renderText(text, style)).toBe(drawn)
  })

  it('runs the lines of a paragraph on, and keeps breaks that are meant', () => {
    expect(renderText('one\ntwo  \nthree\n\nfour', style)).toBe('one two\nthree\n\nfour')
  })

  it('hangs lists, numbers and quotations', () => {
    const text = '- one item that is too long for a line here\n- two\n\n3. three\n\n> said *so*'
    expect(renderText(text, style)).toBe(
      '• one item that is too long for a line\n  here\n• two\n\n3. three\n\n▏ said <i>so</i>',
    )
  })

  it('leaves fenced code as it is', () => {
    expect(renderText('```js\nif (a)  *b*\n```\nend', style)).toBe('  <c>if (a)  *b*</c>\n\nend')
  })

  it('shows plain texts as they are', () => {
    expect(renderText('*a*\nb', { ...style, plain: true })).toBe('*a*\nb')
  })

  it('counts wide characters as two columns', () => {
    expect(renderText('漢字漢字 漢字', { ...style, width: 10 })).toBe('漢字漢字\n漢字')
  })

  it('puts drawn pieces where their signs stand', () => {
    expect(renderText(`a ${slotSign(0)} c`, { ...style, slots: ['[b]'] })).toBe('a [b] c')
  })

  it('lets no sign of a bank stand for something drawn', () => {
    expect(renderText(`a${slotSign(3)}b`, style)).toBe('ab')
  })

  it('keeps a label on its line', () => {
    expect(renderLine('a\n*b*', style)).toBe('a <i>b</i>')
  })
})
