import { describe, expect, it } from 'vitest'
import { readHtml } from './html.js'

const mi = (text: string) => `<mi>${text}</mi>`
const mn = (text: string | number) => `<mn>${text}</mn>`
const mo = (text: string) => `<mo>${text}</mo>`
const row = (...inner: readonly string[]) => `<mrow>${inner.join('')}</mrow>`
const frac = (over: string, under: string) => `<mfrac>${over}${under}</mfrac>`
const sup = (base: string, high: string) => `<msup>${base}${high}</msup>`
const half = frac(mn(1), mn(2))

describe('a formula', () => {
  it.each([
    ['a fraction', half, '1/2'],
    ['of sums', frac(row(mi('x'), mo('+'), mn(1)), row(mn(2), mi('y'))), '(x+1)/(2y)'],
    ['before a factor', half + mi('x'), '(1/2)x'],
    ['in a sum', half + mo('+') + mi('x'), '1/2+x'],
    ['divided by a fraction', mn(3) + mo('÷') + half, '3÷(1/2)'],
    ['with a whole number', mn(3) + half, '3 1/2'],
    ['with a factor', mn(3) + frac(mi('x'), mn(2)), '3(x/2)'],
    ['a power', sup(mi('x'), mn(2)), 'x²'],
    ['a power of a letter', sup(mi('x'), mi('a')), 'x^a'],
    ['a power of a sum', sup(row(mi('x'), mo('+'), mn(1)), row(mi('k'), mo('+'), mn(1))), '(x+1)^(k+1)'],
    ['a power of what is in brackets', sup(row(mo('('), mi('x'), mo(')')), mn(2)), '(x)²'],
    [
      'a power of two brackets',
      sup(row(mo('('), mi('x'), mo(')'), mo('('), mi('y'), mo(')')), mn(2)),
      '((x)(y))²',
    ],
    ['a power of a power', sup(sup(mi('x'), mn(2)), mn(3)), '(x²)³'],
    ['a power of a negative number', sup(mn('-2'), mn(2)), '(-2)²'],
    ['a power of a fraction', sup(half, mn(2)), '(1/2)²'],
    ['a fraction as a power', sup(mn(2), half), '2^(1/2)'],
    ['degrees', sup(mn(90), mo('∘')), '90∘'],
    ['an index', `<msub>${mi('x')}${mi('i')}</msub>`, 'xᵢ'],
    ['an index of its own letter', `<msub>${mi('x')}${mi('m')}</msub>`, 'x\\_m'],
    ['an index and a power', `<msubsup>${mi('x')}${mn(1)}${mn(2)}</msubsup>`, 'x₁²'],
    ['a root', `<msqrt>${mi('x')}${mo('+')}${mn(1)}</msqrt>`, 'sqrt(x+1)'],
    ['a root of the third degree', `<mroot>${mi('x')}${mn(3)}</mroot>`, 'x^(1/3)'],
    ['what is fenced', `<mfenced>${mi('a')}${mi('b')}</mfenced>`, '(a, b)'],
    [
      'what is fenced otherwise',
      `<mfenced open="[" close=")" separators=";">${mn(0)}${mn(1)}</mfenced>`,
      '\\[0; 1)',
    ],
    ['an equation', mi('y') + mo('=') + mn(2) + mo('&#x2062;') + mi('x'), 'y = 2·x'],
    ['a function', mi('sin') + mo('&#x2061;') + mi('x'), 'sin x'],
    [
      'a sum with its bounds',
      `<munderover>${mo('∑')}${row(mi('i'), mo('='), mn(1))}${mi('n')}</munderover>${mi('i')}`,
      '∑\\_(i = 1)ⁿ i',
    ],
    ['numbers apart', mn(2) + mn(3), '2 3'],
    [
      'what has TeX beside it',
      `<semantics>${row(half)}<annotation encoding="application/x-tex">\\frac12</annotation></semantics>`,
      '1/2',
    ],
  ])('with %s is said in one line', (_, math, text) => {
    expect(readHtml(`<p>It is <math>${math}</math>.</p>`)).toEqual({
      text: `It is ${text}.`,
      images: [],
      lost: ['math'],
    })
  })

  const table = `<mtable><mtr><mtd>${mn(1)}</mtd><mtd>${mn(2)}</mtd></mtr></mtable>`
  it.each([
    ['its own words', `<math alttext="one beside two">${table}</math>`, 'one beside two'],
    [
      'its TeX',
      `<math><semantics>${table}<annotation encoding="application/x-tex">1 &amp; 2</annotation></semantics></math>`,
      '1 & 2',
    ],
    ['its parts, each apart', `<math>${table}</math>`, '1 2'],
    ['its parts, where it has too few', `<math><mfrac>${mn(1)}</mfrac></math>`, '1'],
    [
      'its parts, where it is no fraction',
      `<math><mfrac linethickness="0">${mn(5)}${mn(2)}</mfrac></math>`,
      '5 2',
    ],
  ])('that has no line is said by %s', (_, math, text) => {
    expect(readHtml(`<p>It is ${math}.</p>`).text).toBe(`It is ${text}.`)
  })

  it('that is never closed ends where no formula goes on', () => {
    const { text, images } = readHtml(`<p><math><mn>1</mn><p>After <b>it</b> <img src="a.png" alt="a"></p>`)
    expect(text).toBe('1\n\nAfter **it**')
    expect(images).toHaveLength(1)
  })

  it('stays within what it stands in', () => {
    expect(readHtml(`<ul><li><b><math>${half}</math></b> of it</li></ul>`).text).toBe('- **1/2** of it')
  })
})
