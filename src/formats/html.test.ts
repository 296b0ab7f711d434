import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from './html.js'
import { escapeMarkdown, markdownOf } from './plain.js'

describe('HTML', () => {
  it.each([
    ['What is 1 + 1?', 'What is 1 + 1?'],
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<p>a<br>b</p>', 'a\\\nb'],
    ['<p>so <b>bold </b>and <em>slanted</em></p>', 'so **bold** and *slanted*'],
    ['<strong> x</strong><b></b>', '**x**'],
    ['<code>a * b</code>', '`a * b`'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['Pick:<ol><li><p>one</p></li><li>two</li></ol>then', 'Pick:\n\n1. one\n2. two\n\nthen'],
    ['<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n   - b'],
    ['<blockquote>wise</blockquote>so', '> wise\n\nso'],
    ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['<a href="https://example.org/a">here</a>', '[here](https://example.org/a)'],
    ['2 &lt; 3 &amp; 4&nbsp;&euro;', '2 < 3 & 4 €'],
    ['2 * 3 * 4 and _x_', '2 \\* 3 \\* 4 and \\_x\\_'],
    ['<p># no heading</p><p>1. no list</p>', '\\# no heading\n\n1\\. no list'],
    ['<p>~~~</p><p>---</p><p>--- x</p>', '\\~~~\n\n\\---\n\n--- x'],
    ['<p>One</p><hr><p>Two</p>', 'One\n\n---\n\nTwo'],
    ['One<hr/>Two', 'One\n\n---\n\nTwo'],
    ['<div><div><p>deep</p></div></div>', 'deep'],
    ['x<sup>2</sup> + H<sub>2</sub>O, 10<sup>−3</sup>', 'x² + H₂O, 10⁻³'],
    ['2<sup><b>(n + 1)</b></sup>', '2**⁽ⁿ ⁺ ¹⁾**'],
    ['List&lt;int&gt;', 'List<int>'],
    ['>5', '\\>5'],
    ['<p>>>></p>', '\\>>>'],
    ['a<br>&gt;5<br>- b<br>2. c', 'a\\\n\\>5\\\n\\- b\\\n2\\. c'],
    ['<b>If</b> x<y then', '**If** x<y then'],
    ['<blockquote>wise</blockquote>', '> wise'],
    ['', ''],
    ['<p>&nbsp;</p>', ''],
  ])('%s', (html, text) => {
    expect(readHtml(html)).toEqual({ text, images: [], lost: [] })
  })

  it.each([
    ['<script>alert(1)</script>safe', 'safe', ['script']],
    ['<a href="javascript:alert(1)">here</a>', 'here', ['a']],
    ['x<sup>y</sup> and x<sup>2</sup>', 'xy and x²', ['sup']],
    ['<ul><li>One<hr>Two</li></ul>', '- One\n   Two', ['hr']],
    ['<blockquote>One<hr>Two</blockquote>', '> One\n>\n> Two', ['hr']],
    ['C:\\<br> <p></p>', 'C:\\\\', []],
    ['<constructor>x</constructor>', 'x', ['constructor']],
    ['<table><tr><th>a</th><td>1</td></tr><tr><td>2</td></tr></table>', 'a 1\n\n2', ['table']],
    ['<p onclick="x()">p</p><style>p{}</style>', 'p', ['style']],
  ])('%s names what is lost', (html, text, lost) => {
    expect(readHtml(html)).toEqual({ text, images: [], lost })
  })

  it('reads a thousand elements within one another, and names what stands deeper', () => {
    const [open, close] = ['<i>'.repeat(999), '</i>'.repeat(999)]
    expect(readHtml(`${open}<b>deep</b>${close} <u>after</u>`)).toMatchObject({ lost: [] })
    const { text, lost } = readHtml(`first ${open}<b><u>deeper</u></b>${close}`)
    expect(text).toBe('first')
    expect(lost).toEqual(['what stands within 1000 elements'])
  })

  it('hands out images', () => {
    expect(readHtml('See <img src="a.png" alt="A map">.')).toEqual({
      text: 'See .',
      images: [{ src: 'a.png', alt: 'A map' }],
      lost: [],
    })
  })

  it('never throws, and takes time in keeping with the text', () => {
    fc.assert(fc.property(fc.string(), text => typeof readHtml(text).text === 'string'))
    for (const deep of ['<b>', '<ul><li>', '<blockquote>', '<a href="https://a.b">'])
      expect(readHtml(deep.repeat(100_000)).text.length).toBeLessThan(1_000_000)
    // Blank runs within a text, be they of breaks or of elements that nothing is known of.
    for (const blank of [
      '<p>\n<x>\n  </x>',
      '<br> ',
      '<blockquote> <br> </blockquote>',
      '<pre>\n \n</pre>',
      ' ',
    ])
      expect(readHtml(`a${blank.repeat(2000)}<u>b</u>${blank.repeat(2000)}c`).text).toMatch(/^a[\s\S]*c/)
  })
})

describe('plain text as Markdown', () => {
  it.each([
    ['a*b', 'a\\*b'],
    ['- no item', '\\- no item'],
    ['12. May', '12\\. May'],
    ['>5', '\\>5'],
    ['-5', '-5'],
    ['plain', 'plain'],
  ])('%s', (plain, text) => expect(escapeMarkdown(plain)).toBe(text))

  it('keeps lines', () => expect(markdownOf('a\nb\n\nc')).toBe('a\\\nb\n\nc'))
})
