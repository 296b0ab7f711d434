import { splitAtBars } from '../bars.js'
import { commentIn, createFences, isStemBelow, settingsIn, stemEnd } from './markdown.lines.js'
import { box, named, ruler } from './markdown.parts.js'

/** Lines that belong together, and what they are. */
interface Block {
  readonly is: 'text' | 'choice' | 'feedback' | 'item' | 'pair' | 'said'
  /** As they stand. */
  readonly raw: string[]
  /** Without the signs before them. */
  readonly texts: string[]
  /** The box of a choice, or a name as in `Hint:`. */
  readonly sign: string
}

interface Choice {
  readonly text: string
  readonly right: boolean
  readonly feedback: string[]
}

/** What was found below a heading. */
export interface Draft {
  /** What it asks, where `used` is what its kind is made of: all else belongs to the stem. */
  readonly stem: (used: 'item' | 'pair' | null) => string
  readonly choices: readonly Choice[]
  readonly items: readonly string[]
  readonly pairs: readonly (readonly string[])[]
  /** What stands behind `Answer:`, `Hint:` and the like, by name. */
  readonly said: ReadonlyMap<string, readonly string[]>
  readonly settings: ReadonlyMap<string, string>
  /** True where the stem is what stands below the heading, to the letter. */
  readonly isBelow: boolean
  /** True where a heading of another level stands between choices. */
  readonly isParted: boolean
  /** Entries of lists behind the first choice that are neither choices nor feedback. */
  readonly strays: readonly string[]
  /** The first line of the stem that stands behind the answers, or behind a hint, feedback or a solution. */
  readonly behind: (used: 'item' | 'pair' | null) => string | undefined
}

/** Entries of a list without a box, or with one that is none, such as `[]`. */
const entry = /^ {0,3}(?:[-*+]\s|(?:[-*+]|\d{1,9}[.)])\s*\[[^\]]{0,2}\])/

export function draftOf(heading: string, lines: readonly string[]): Draft {
  const begin = lines.findIndex(isStemBelow)
  const end = begin < 0 ? -1 : lines.indexOf(stemEnd)
  const below = end > begin ? lines.slice(begin + 1, end) : null
  const left = below ? [...lines.slice(0, begin + 1), ...lines.slice(end + 1)] : lines
  const settings = new Map<string, string>()
  const blocks = blocksOf(left, settings)
  const is = (kind: Block['is']) => blocks.filter(block => block.is === kind)
  const textOf = ({ texts }: Block) => texts.join('\n').trim()
  const choices: Choice[] = []
  const strays: string[] = []
  let isHeaded = false
  let isParted = false
  for (const block of blocks) {
    if (block.is === 'choice') {
      choices.push({ text: textOf(block), right: block.sign !== ' ', feedback: [] })
      isParted ||= isHeaded
    } else if (block.is === 'feedback') choices.at(-1)?.feedback.push(textOf(block))
    else if (choices.length > 0 && block.is === 'text') {
      isHeaded ||= /^ {0,3}#{2,6}/.test(block.raw[0] ?? '')
      if (entry.test(block.raw[0] ?? '')) strays.push(block.raw[0]?.trim() ?? '')
    }
  }
  const said = new Map<string, string[]>()
  for (const block of is('said')) {
    const all = said.get(block.sign)
    if (all) all.push(textOf(block))
    else said.set(block.sign, [textOf(block)])
  }
  return {
    stem(used) {
      const kept = blocks.filter(
        ({ is }) => is === 'text' || ((is === 'item' || is === 'pair') && is !== used),
      )
      const all = [...(below ?? [heading]), ...kept.flatMap(({ raw }) => raw)]
      return all
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    },
    choices,
    items: is('item').map(textOf),
    pairs: is('pair').map(({ texts }) => texts),
    said,
    settings,
    isBelow: below !== null,
    isParted,
    strays,
    behind(used) {
      const first = blocks.findIndex(({ is }) => is === 'choice' || is === 'said' || is === used)
      return blocks
        .slice(first)
        .flatMap(({ is, raw }) => (is === 'text' ? [raw[0]?.trim() ?? ''] : []))
        .find(line => line !== '' && !(choices.length > 0 && entry.test(line)))
    },
  }
}

/** Settings are taken out into their map. */
function blocksOf(lines: readonly string[], settings: Map<string, string>): readonly Block[] {
  const blocks: Block[] = []
  const isInFence = createFences()
  let wasCode = false
  /** The line before, and what it belongs to. */
  let before = ''
  let open: Block | null = null
  /** How far the first box is from the edge. */
  let margin: number | null = null
  let isBelowStem = false
  for (const line of lines) {
    const isCode = isInFence(line)
    const isComment = !isCode && commentIn(line) !== null
    const block = isCode || isComment ? null : beginOf(line, margin)
    if (isComment) for (const [name, value] of settingsIn(line)) settings.set(name, value)
    else if (!isCode && isBelowStem && ruler.test(line)) open = null
    else if (block) {
      if (block.is === 'choice') margin ??= indentOf(line)
      blocks.push(block)
      open = block
      isBelowStem = true
    } else if (open && ((isCode && wasCode) || goesOn(open, line, before))) {
      if (before === '' || before === '>') open.texts.push('')
      open.raw.push(line)
      open.texts.push(isCode ? line.replace(/^ {1,2}/, '') : line.replace(/^\s*(?:>\s*)?/, ''))
    } else if (line.trim() !== '>') {
      const text: Block = { is: 'text', raw: [line], texts: [], sign: '' }
      blocks.push(text)
      if (line.trim() !== '') open = isCode ? text : null
    }
    if (wasCode && !isCode && open?.is === 'text') open = null
    before = line.trim()
    wasCode = isCode
  }
  return blocks
}

const indentOf = (line: string) => line.search(/\S|$/)

/** What begins with a line; null where none does. */
function beginOf(line: string, margin: number | null): Block | null {
  const block = (is: Block['is'], text: string, sign = ''): Block => ({
    is,
    raw: [line],
    texts: [text],
    sign,
  })
  const [, tick, choice = ''] = box.exec(line) ?? []
  if (tick !== undefined && indentOf(line) <= (margin ?? 3)) return block('choice', choice, tick)
  const [, feedback] = (margin !== null && /^\s+[-*+>]\s+(.*)$/s.exec(line)) || []
  if (feedback) return block('feedback', feedback)
  const [, item] = /^\d+[.)]\s+(.*)$/s.exec(line) ?? []
  if (item !== undefined) return block('item', item)
  const [, name, value = ''] = named.exec(line) ?? []
  if (name !== undefined) return block('said', value, name.toLowerCase())
  const cells = cellsIn(line)
  return cells?.length === 2 ? { is: 'pair', raw: [line], texts: cells, sign: '' } : null
}

/** The cells of a line of a table, in which `\|` is a text. */
function cellsIn(line: string): string[] | null {
  if (!line.startsWith('|')) return null
  const cells = splitAtBars(line.trim().slice(1))
  return cells.at(-1) === '' ? cells.slice(0, -1) : null
}

/** True where a line goes on with what is open, as a viewer of Markdown shows it. */
function goesOn(open: Block, line: string, before: string): boolean {
  if (line.trim() === '' || open.is === 'text' || open.is === 'pair') return false
  const isPlain = before !== '' && !/^\s*(?:[>|#]|[-*+]\s)/.test(line)
  if (open.is !== 'said') return isPlain || /^(?: {2}|\t)/.test(line)
  if (!['hint', 'feedback', 'solution'].includes(open.sign)) return false
  return open.raw[0]?.startsWith('>') ? before !== '' && /^>\s*\S/.test(line) : isPlain
}
