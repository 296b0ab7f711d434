import type { LessonView, ShownBlock, ShownPart } from '../../module/index.js'
import { hang, prefix } from './layout.js'
import { renderText, type TextStyle } from './markdown.js'

type Term = LessonView['lesson']['terms'][number]

/** A part of a lesson in pages of at most so many lines, the terms of each page explained at its end. */
export function pagesOf(
  { blocks }: ShownPart,
  terms: readonly Term[],
  style: TextStyle,
  lines: number,
): readonly string[] {
  const explained = new Set<string>()
  const pages: string[][] = [[]]
  let used = 0
  for (const together of withHeadings(blocks)) {
    const fresh = terms.filter(
      ({ id }) => together.some(({ text }) => text.includes(`](#${id})`)) && !explained.has(id),
    )
    for (const { id } of fresh) explained.add(id)
    const drawn = [
      ...together.map(block => drawBlock(block, style)),
      ...fresh.map(term => drawTerm(term, style)),
    ].join('\n\n')
    const height = drawn.split('\n').length + 1
    if (used > 0 && used + height > lines) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(drawn)
    used += height
  }
  return pages.map(page => page.join('\n\n'))
}

/** Blocks that stay on one page: headings go with what they stand over. */
function withHeadings(blocks: readonly ShownBlock[]): readonly (readonly ShownBlock[])[] {
  const groups: ShownBlock[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (last?.at(-1)?.type === 'heading') last.push(block)
    else groups.push([block])
  }
  return groups
}

function drawBlock(block: ShownBlock, style: TextStyle): string {
  const { paint } = style
  if (block.type === 'heading') return paint.strong(renderText(block.text, style))
  const text = renderText(`${emphasised(block.text)}${placesOf(block)}`, style)
  if (block.type === 'text') return text
  const inner = { ...style, width: style.width - 2 }
  const title = paint.strong(renderText(block.title, inner))
  return prefix(
    paint.accent('▌ '),
    `${title}\n${renderText(`${emphasised(block.text)}${placesOf(block)}`, inner)}`,
  )
}

/** A term, said in a line or two below the paragraph that brings it up. */
function drawTerm({ term, text }: Term, style: TextStyle): string {
  const { paint } = style
  const words = renderText(`**${term}:** ${emphasised(text)}`, { ...style, width: Number.MAX_SAFE_INTEGER })
  return hang(paint.accent('✦ '), words, style.width)
}

/** Terms stand out; where they lead is said below. */
function emphasised(text: string): string {
  return text.replace(/\[([^\][]+)\]\(#[^)\s]+\)/g, '**$1**')
}

/** The paragraphs of the source that carry the text, and whether it needs more than these. */
function placesOf({ cited }: Exclude<ShownBlock, { readonly type: 'heading' }>): string {
  const { paragraphs, references } = cited
  const places = [
    paragraphs.length > 0 ? `¶${paragraphs.join(', ')}` : '',
    references.length > 0 ? 'general knowledge' : '',
  ].filter(place => place !== '')
  return places.length > 0 ? ` (${places.join('; ')})` : ''
}
