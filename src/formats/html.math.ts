import { blocks, scripts } from './html.names.js'

/** An element of MathML. */
interface MathNode {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: (MathNode | string)[]
}

/** A part of a formula in one line. */
interface Part {
  readonly text: string
  /** What it is beside others: one thing, a power, a fraction, a sign between others, or several in a row. */
  readonly is: 'one' | 'power' | 'fraction' | 'sign' | 'row'
}

/**
 * Gathers the elements of formulas as a parser comes upon them; each of its functions is true where that was part of one.
 *
 * @param say is given each formula in one line.
 */
export function createFormula(say: (line: string) => void) {
  const open: MathNode[] = []
  const close = (count: number) => {
    const [whole] = open
    open.length -= count
    if (whole && open.length === 0) say(mathInLine(whole))
  }
  return {
    opens(name: string, attributes: MathNode['attributes']): boolean {
      // What is never closed would take in all that follows it.
      if (blocks.has(name) || name === 'img' || name === 'br') close(open.length)
      else if (name === 'math' || open.length > 0) {
        const node = { name, attributes, children: [] }
        open.at(-1)?.children.push(node)
        open.push(node)
        return true
      }
      return false
    },
    takes(text: string): boolean {
      open.at(-1)?.children.push(text)
      return open.length > 0
    },
    closes(name: string): boolean {
      if (open.at(-1)?.name !== name) return false
      close(1)
      return true
    },
  }
}

/**
 * A formula in one line that means the same, as `(x+1)/2` and `sqrt(x)`. Where it has what can't be said so, its author's
 * own words or TeX, else what stands in it, each apart.
 */
function mathInLine(math: MathNode): string {
  const part = partOf(math)
  const said = part?.text ?? math.attributes.alttext ?? texIn(math) ?? leavesIn(math).join(' ')
  return said.replace(/\s+/g, ' ').trim()
}

const isNode = (child: MathNode | string): child is MathNode => typeof child !== 'string'
const isLeaf = ({ name }: MathNode) => /^m(?:[ino]|text|s)$/.test(name)
const isAnnotation = ({ name }: MathNode) => name.startsWith('annotation')

const textIn = ({ children }: MathNode): string =>
  children
    .map(child => (isNode(child) ? textIn(child) : child))
    .join('')
    .trim()

function texIn(node: MathNode): string | undefined {
  if (isAnnotation(node)) return /tex/i.test(node.attributes.encoding ?? '') ? textIn(node) : undefined
  for (const child of node.children.filter(isNode)) {
    const found = texIn(child)
    if (found !== undefined) return found
  }
  return undefined
}

const leavesIn = (node: MathNode): readonly string[] =>
  node.children.flatMap(child => {
    if (!isNode(child)) return child.trim() === '' ? [] : [child.trim()]
    return isAnnotation(child) ? [] : isLeaf(child) ? [textIn(child)] : leavesIn(child)
  })

/** Null where it, or something in it, can't be said in one line. */
function partOf(node: MathNode): Part | null {
  const { name } = node
  if (name === 'mo') return { text: inSpaces(textIn(node)), is: 'sign' }
  if (isLeaf(node)) return leaf(textIn(node))
  if (node.children.some(child => !isNode(child) && child.trim() !== '')) return null
  const inner = node.children.filter(isNode)
  const own = name === 'semantics' ? inner.slice(0, 1) : inner
  const parts: Part[] = []
  for (const child of own) {
    const part = partOf(child)
    if (!part) return null
    parts.push(part)
  }
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined
  return row?.(parts, node.attributes) ?? null
}

const leaf = (text: string): Part => ({ text, is: /^[\p{L}\p{Nd}.,∞%]+$/u.test(text) ? 'one' : 'row' })

/** Signs that are not seen, as signs that are; those that compare stand in spaces. */
const unseen: { readonly [sign: string]: string } = {
  '\u2061': '',
  '\u2062': '·',
  '\u2063': ', ',
  '\u2064': '+',
}
const inSpaces = (sign: string): string =>
  unseen[sign] ?? (/^[=<>≤≥≠≈≡∈⊂⊆→⇒⇔]$/.test(sign) ? ` ${sign} ` : /^[,;]$/.test(sign) ? `${sign} ` : sign)

const held = ({ text, is }: Part): string => (is === 'one' || is === 'power' ? text : `(${text})`)
const base = (part: Part): string => (part.is === 'one' || part.is === 'sign' ? part.text : `(${part.text})`)

/** What stands higher or lower: in signs of its own where it has them. */
function script(name: 'sup' | 'sub', { text, is }: Part): string {
  const signs = [...text].map(sign => scripts[name]?.get(sign))
  if (!signs.includes(undefined)) return signs.join('')
  if (name === 'sup' && /^[′″‴'°∘*]$/.test(text)) return text
  return (name === 'sup' ? '^' : '_') + (is === 'one' ? text : `(${text})`)
}

type Row = (parts: readonly Part[], attributes: MathNode['attributes']) => Part | null

const rowOf: Row = parts => inRow(parts.filter(({ text }) => text !== ''))
const raised: Row = ([one, sup]) =>
  one && sup ? { text: base(one) + script('sup', sup), is: 'power' } : null
const lowered: Row = ([one, sub]) => (one && sub ? { text: base(one) + script('sub', sub), is: 'one' } : null)
const both: Row = ([one, sub, sup]) =>
  one && sub && sup ? { text: base(one) + script('sub', sub) + script('sup', sup), is: 'power' } : null
/** What stands below and above a sign is said as what is lower and higher; else it is an accent. */
const ofSign =
  (row: Row): Row =>
  (parts, attributes) =>
    parts[0]?.is === 'sign' || parts[0]?.text === 'lim' ? row(parts, attributes) : null

const rows: { readonly [name: string]: Row } = {
  math: rowOf,
  mrow: rowOf,
  mstyle: rowOf,
  mpadded: rowOf,
  semantics: rowOf,
  mspace: () => ({ text: ' ', is: 'sign' }),
  mfrac: ([over, under], { linethickness }) =>
    over && under && linethickness !== '0' ? { text: `${held(over)}/${held(under)}`, is: 'fraction' } : null,
  msup: raised,
  msub: lowered,
  msubsup: both,
  munder: ofSign(lowered),
  munderover: ofSign(both),
  msqrt: parts => ({ text: `sqrt(${inRow(parts).text.trim()})`, is: 'one' }),
  mroot: ([one, degree]) =>
    one && degree ? { text: `${base(one)}^(1/${held(degree)})`, is: 'power' } : null,
  mfenced(parts, { open = '(', close = ')', separators = ',' }) {
    const signs = [...separators.replace(/\s/g, '')]
    const between = (at: number) => (signs.length === 0 ? ' ' : `${signs[Math.min(at, signs.length) - 1]} `)
    return {
      text: open + parts.map(({ text }, at) => (at === 0 ? text : between(at) + text)).join('') + close,
      is: 'one',
    }
  },
}

function inRow(parts: readonly Part[]): Part {
  const [only] = parts
  if (only && parts.length === 1) return only
  let text = ''
  for (const [at, part] of parts.entries()) {
    const [before, after] = [parts[at - 1], parts[at + 1]]
    const own = part.is === 'fraction' && !standsAlone(part, before, after) ? `(${part.text})` : part.text
    text += (needsSpace(before, { ...part, text: own }) ? ' ' : '') + own
  }
  return { text, is: isFenced(parts) ? 'one' : 'row' }
}

/** Whether a fraction is taken for itself between what stands beside it: `1/2+x`, and `3 1/2` as a number. */
function standsAlone({ text }: Part, before: Part | undefined, after: Part | undefined): boolean {
  const isApart = (part: Part | undefined) => !part || (part.is === 'sign' && !/^[/÷:^!%]$/.test(part.text))
  const isMixed = before !== undefined && /^\d+$/.test(before.text) && /^\d+\/\d+$/.test(text)
  return (isApart(before) || isMixed) && isApart(after)
}

/** Digits after digits or letters would be one with them, and so would names of several letters. */
function needsSpace(before: Part | undefined, { text }: Part): boolean {
  if (before === undefined) return false
  if (/[\p{L}\p{Nd}]$/u.test(before.text) && /^\p{Nd}/u.test(text)) return true
  const isName = before.text.length > 1 || /^\p{L}{2}/u.test(text)
  return isName && /\p{L}$/u.test(before.text) && /^\p{L}/u.test(text)
}

/** True where the first opens a bracket that the last closes. */
function isFenced(parts: readonly Part[]): boolean {
  let open = 0
  return (
    parts.at(-1)?.text === ')' &&
    parts.every(({ text }, at) => {
      open += text === '(' ? 1 : text === ')' ? -1 : 0
      return open > 0 || at === parts.length - 1
    })
  )
}
