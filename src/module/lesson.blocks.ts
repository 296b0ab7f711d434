import type { Module } from './parse/module.schema.js'

export type Lesson = Module['lessons'][number]

/** Where a text of a lesson comes from. */
export interface Cited {
  /** Paragraphs of the module's source, from 1. */
  readonly paragraphs: readonly number[]
  /** Ids of the module's references: general knowledge. */
  readonly references: readonly string[]
}

/** A piece of a lesson, in the order in which it is read. */
export type Block =
  | { readonly type: 'heading'; readonly text: string }
  /** A paragraph, list or quote in Markdown, without its marks; terms link to the glossary as `[term](#id)`. */
  | { readonly type: 'text'; readonly text: string; readonly cited: Cited }
  | { readonly type: 'figure'; readonly figure: string }
  | { readonly type: 'check'; readonly check: string }

/** `[¶3]`, `[¶3,5]`, `[@summit]`, `[¶4,@summit]` or `[-]`, with a space before where there is one. */
const mark = /[ \t]*\[(-|[¶@][^\]\n]*)\]/g
const placed = /^\s*\{\{\s*(figure|check)\s*:\s*([^}\s]+)\s*\}\}\s*$/
const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/

/** A lesson's body as blocks. A blank line parts two texts; a heading, a figure and a check are a line each. */
export function blocksOf(body: string): readonly Block[] {
  return piecesOf(body).map(piece => {
    const [, place, id = ''] = placed.exec(piece) ?? []
    if (place === 'figure') return { type: 'figure', figure: id }
    if (place === 'check') return { type: 'check', check: id }
    const title = heading.exec(piece)
    if (title) return { type: 'heading', text: withoutMarks(title[1] ?? '') }
    return { type: 'text', text: withoutMarks(piece), cited: citedIn(piece) }
  })
}

/** Runs of lines that belong together. */
function piecesOf(body: string): readonly string[] {
  const pieces: string[][] = [[]]
  for (const line of body.split('\n')) {
    const alone = placed.test(line) || heading.test(line)
    if (alone) pieces.push([line], [])
    else if (line.trim() === '') pieces.push([])
    else pieces.at(-1)?.push(line)
  }
  return pieces.filter(lines => lines.length > 0).map(lines => lines.join('\n'))
}

/** A text as it is read: without the marks that say where its sentences come from. */
export function withoutMarks(text: string): string {
  return text.replace(mark, '')
}

/** All that the marks in a text cite, each once. */
export function citedIn(text: string): Cited {
  const entries = marksIn(text).flat()
  const paragraphs = entries.flatMap(entry => /^¶?\s*(\d+)$/.exec(entry)?.[1] ?? []).map(Number)
  const references = entries.flatMap(entry => /^@(.+)$/.exec(entry)?.[1] ?? [])
  return { paragraphs: [...new Set(paragraphs)].sort((a, b) => a - b), references: [...new Set(references)] }
}

/** The marks in a text, each as its entries: `¶3`, `5`, `@summit` or `-`. */
export function marksIn(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(mark)].map(([, inside = '']) => inside.split(',').map(entry => entry.trim()))
}

/** Ids of the glossary's terms that a text links to. */
export function termsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\]\(#([^)\s]+)\)/g)].map(([, id = '']) => id))]
}

/** A text without the links to the glossary, their words kept. */
export function withoutTerms(text: string): string {
  return text.replace(/\[([^\][]+)\]\(#[^)\s]+\)/g, '$1')
}

/**
 * The sentences of a lesson's text, each with its marks. A line that starts a list entry starts a sentence; else one
 * ends at a full stop, question mark or exclamation mark with a space after it, so that abbreviations end it too.
 */
export function sentencesIn(text: string): readonly string[] {
  return piecesOf(text)
    .filter(piece => !placed.test(piece) && !heading.test(piece))
    .flatMap(piece => piece.split(/\n(?=\s*(?:[-*+]|\d{1,9}[.)])\s)/))
    .map(entry => entry.replace(/^\s*(?:(?:[-*+]|\d{1,9}[.)]|>)\s+)+/gm, '').replace(/\s+/g, ' '))
    .flatMap(entry => entry.split(/(?<=[.!?][”’"')*_]*(?:\s*\[(?:-|[¶@][^\]]*)\])*)\s+(?!\[[-¶@])/))
    .map(sentence => sentence.trim())
    .filter(sentence => /[\p{L}\p{N}]/u.test(withoutMarks(sentence)))
}

/** What is read at a stretch: up to a check for understanding, or to the end. */
export interface Part {
  readonly blocks: readonly Block[]
  /** The check that it ends with. */
  readonly check: string | null
}

/** A lesson's body in parts. There is always one. */
export function partsOf(body: string): readonly Part[] {
  const parts: Part[] = []
  let blocks: Block[] = []
  for (const block of blocksOf(body)) {
    if (block.type !== 'check') blocks.push(block)
    else {
      parts.push({ blocks, check: block.check })
      blocks = []
    }
  }
  return blocks.length > 0 || parts.length === 0 ? [...parts, { blocks, check: null }] : parts
}
