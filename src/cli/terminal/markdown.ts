import { safeText } from '../plain-text.js'
import { hang, prefix, wrap } from './layout.js'
import type { Paint } from './paint.js'

/** How a text is to be drawn. */
export interface TextStyle {
  readonly paint: Paint
  readonly width: number
  /** Shown as it is, not read as Markdown. */
  readonly plain: boolean
  /** Drawn pieces that stand in the text by their sign: see `slotSign`. */
  readonly slots?: readonly string[]
}

/** The sign that a drawn piece has in a text: a private-use character, which no text of a bank gets to show. */
export function slotSign(index: number): string {
  return String.fromCharCode(0xe000 + index)
}

/** A text of a bank for the terminal: the Markdown subset of docs/questions.md, wrapped, without anything that controls. */
export function renderText(text: string, style: TextStyle): string {
  const safe = safeText(text).trim()
  if (style.plain) return wrapLines(safe, style)
  return renderBlocks(safe.split('\n'), style)
}

/** The same on one line: for a label. */
export function renderLine(text: string, { paint, plain }: Omit<TextStyle, 'width'>): string {
  const line = safeText(text).replace(/\s+/g, ' ').trim()
  return plain ? line : renderInline(line, paint)
}

function wrapLines(text: string, { width, slots = [] }: TextStyle): string {
  return text
    .replace(/[\ue000-\uf8ff]/g, sign => slots[sign.charCodeAt(0) - 0xe000] ?? '')
    .split('\n')
    .flatMap(line => wrap(line, width))
    .join('\n')
}

const fence = /^ {0,3}(`{3,}|~{3,})/
const quote = /^ {0,3}> ?/
const item = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/

/** A run of lines that makes a block, and how it is drawn. Tried in order; the last takes any line. */
const blocks: readonly {
  readonly starts: (line: string) => boolean
  readonly goesOn: (line: string, first: string) => boolean
  readonly draw: (lines: readonly string[], style: TextStyle) => string
}[] = [
  {
    starts: line => fence.test(line),
    goesOn: (line, first) => !isFenceEnd(line, first),
    draw: ([, ...lines], { paint, width }) =>
      lines
        .map(line =>
          prefix(
            '  ',
            wrap(line, width - 2)
              .map(paint.code)
              .join('\n'),
          ),
        )
        .join('\n'),
  },
  {
    starts: line => quote.test(line),
    goesOn: line => quote.test(line),
    draw: (lines, style) => {
      const inner = lines.map(line => line.replace(quote, ''))
      return prefix(style.paint.faint('▏ '), renderBlocks(inner, { ...style, width: style.width - 2 }))
    },
  },
  {
    starts: line => item.test(line),
    goesOn: line => item.test(line) || /^\s+\S/.test(line),
    draw: drawList,
  },
  {
    starts: () => true,
    goesOn: line => line.trim() !== '' && !isBlockStart(line),
    draw: (lines, style) => wrapLines(renderInline(joinParagraph(lines), style.paint), style),
  },
]

function renderBlocks(lines: readonly string[], style: TextStyle): string {
  const drawn: string[] = []
  let at = 0
  while (at < lines.length) {
    const first = lines[at] ?? ''
    if (first.trim() === '') {
      at++
      continue
    }
    const block = blocks.find(({ starts }) => starts(first))
    let end = at + 1
    while (end < lines.length && block?.goesOn(lines[end] ?? '', first)) end++
    if (block) drawn.push(block.draw(lines.slice(at, end), style))
    at = end + (fence.test(first) ? 1 : 0)
  }
  return drawn.join('\n\n')
}

function isBlockStart(line: string): boolean {
  return fence.test(line) || quote.test(line) || item.test(line)
}

function isFenceEnd(line: string, first: string): boolean {
  const mark = fence.exec(first)?.[1] ?? '```'
  return line.trim().startsWith(mark) && line.trim().replaceAll(mark.charAt(0), '') === ''
}

/** Lines of a paragraph run on; two spaces or a backslash at the end break them. */
function joinParagraph(lines: readonly string[]): string {
  return lines
    .map(line => (/( {2,}|\\)$/.test(line) ? `${line.replace(/\s*\\?$/, '').trim()}\n` : `${line.trim()} `))
    .join('')
    .trim()
}

function drawList(lines: readonly string[], { paint, width }: TextStyle): string {
  const items: string[][] = []
  for (const line of lines)
    if (item.test(line)) items.push([line])
    else items.at(-1)?.push(line)
  return items
    .map(([first = '', ...more]) => {
      const sign = item.exec(first)?.[2] ?? '-'
      const text = joinParagraph([first.replace(item, ''), ...more])
      return hang(/\d/.test(sign) ? `${sign} ` : '• ', renderInline(text, paint), width)
    })
    .join('\n')
}

/** What stands within a line: the pattern, and how what it caught is drawn. The earliest in the text counts. */
const spans: readonly {
  readonly pattern: RegExp
  readonly draw: (caught: RegExpExecArray, paint: Paint) => string
}[] = [
  { pattern: /\\([!-/:-@[-`{-~])/, draw: ([, sign = '']) => sign },
  { pattern: /(`+)(?!`)(.*?[^`])\1(?!`)/, draw: ([, , text = ''], paint) => paint.code(text.trim()) },
  {
    pattern: /\*\*(?=\S)(.*?\S)\*\*|(?<!\w)__(?=\S)(.*?\S)__(?!\w)/,
    draw: ([, stars, lines = ''], paint) => paint.strong(renderInline(stars ?? lines, paint)),
  },
  {
    pattern: /\*(?=[^\s*])(.*?[^\s*])\*(?!\*)|(?<!\w)_(?=[^\s_])(.*?[^\s_])_(?!\w)/,
    draw: ([, stars, lines = ''], paint) => paint.emphasis(renderInline(stars ?? lines, paint)),
  },
  {
    pattern: /\[([^\][]+)\]\(((?:https?:\/\/|mailto:)[^\s()]+)\)/,
    draw: ([, text = '', address = ''], paint) =>
      `${paint.link(renderInline(text, paint))} (${address.replace('mailto:', '')})`,
  },
]

function renderInline(text: string, paint: Paint): string {
  const found = spans
    .map(({ pattern, draw }) => ({ caught: pattern.exec(text), draw }))
    .filter(({ caught }) => caught !== null)
    .sort((a, b) => (a.caught?.index ?? 0) - (b.caught?.index ?? 0))[0]
  if (!found?.caught) return text
  const { caught, draw } = found
  const after = text.slice(caught.index + caught[0].length)
  return text.slice(0, caught.index) + draw(caught, paint) + renderInline(after, paint)
}
