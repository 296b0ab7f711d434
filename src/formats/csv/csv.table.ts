/** A line of a table, and the line of the text that it begins in. */
export interface Line {
  readonly cells: readonly string[]
  readonly line: number
  /** True where a quotation mark opens in it that is never closed. */
  readonly isOpen: boolean
}

/**
 * The lines of a table as spreadsheets write them: a cell in quotation marks may hold separators, ends of lines and, where
 * it is written twice, the mark itself. A mark within a cell is text, and so are two around a part of it. Lines that say
 * nothing, as spreadsheets write them below, are passed over.
 */
export function* linesIn(text: string, separator: string): Generator<Line> {
  let at = 0
  let next = 1
  while (at < text.length) {
    const cells: string[] = []
    const line = next
    let isOpen = false
    for (let isLast = false; !isLast; ) {
      const start = afterBlanks(text, at)
      const close = text[start] === '"' ? closeOf(text, start) : null
      const isQuoted = close && afterBlanks(text, close) === endOf(text, close, separator)
      // A mark that closes on another line, and no cell with it, opens one there.
      const isUnclosed =
        close === undefined || (close !== null && !isQuoted && lineEnd.test(text.slice(start, close)))
      const end = endOf(text, isUnclosed ? at : (close ?? at), separator)
      isOpen ||= isUnclosed
      const cell = isQuoted ? text.slice(start + 1, close - 1) : text.slice(at, end)
      cells.push(isQuoted ? cell.replaceAll('""', '"') : cell)
      if (isQuoted) next += cell.split(lineEnd).length - 1
      isLast = text[end] !== separator
      at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    }
    next += 1
    if (cells.some(cell => cell.trim() !== '')) yield { cells, line, isOpen }
  }
}

const lineEnd = /\r\n|\r|\n/

function afterBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at += 1
  return at
}

/** The place behind the mark that closes one. */
function closeOf(text: string, open: number): number | undefined {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1
  return undefined
}

function endOf(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}
