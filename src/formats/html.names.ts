/** Elements that begin and end a paragraph. */
export const blocks = new Set(
  'address article aside center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header main p section table tbody tfoot thead tr ul ol li pre blockquote'.split(
    ' ',
  ),
)
/** Elements whose text is not for people. */
export const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'head'])
/** Elements that say no more than their text. */
export const transparent = new Set(
  'html body span font u small abbr label td th caption a b strong i em code tt kbd samp var br img cite q mark wbr o:p bdi bdo'.split(
    ' ',
  ),
)
export const signs: { readonly [name: string]: string } = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  cite: '*',
  var: '*',
  code: '`',
  tt: '`',
  kbd: '`',
  samp: '`',
}

const plainSigns = [...'0123456789+-−=()in']
/** Elements that raise or lower what has signs of its own for that: `x<sup>2</sup>` is `x²`. */
export const scripts: { readonly [name: string]: ReadonlyMap<string, string> } = {
  sup: new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ'].map((sign, at) => [plainSigns[at] ?? '', sign])),
  sub: new Map([...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ᵢₙ'].map((sign, at) => [plainSigns[at] ?? '', sign])),
}
