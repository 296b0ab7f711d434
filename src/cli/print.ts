import { hang } from './terminal/layout.js'

/** Writes text: broken between words at a terminal that knows its width, elsewhere as it is. */
export function print(text: string, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(stream.isTTY && stream.columns > 0 ? folded(text, stream.columns) : text)
}

/** Lines of at most `width` columns. What goes on stands below the text of its line: of an entry, or of the second column. */
export function folded(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => foldedLine(line, width))
    .join('\n')
}

function foldedLine(line: string, width: number): string {
  const [list = ''] = /^ *(?:[-*] )?/.exec(line) ?? []
  const [columns = '', first = ''] = /^( *\S.*?) {2,}(?=\S)/.exec(line) ?? []
  const inColumns = columns.length > list.length && line.length > width
  if (!inColumns && line.length > width && isTyped.test(line)) return foldedTyped(line, width)
  if (!inColumns) return hang(list, line.slice(list.length), width)
  const second = line.slice(columns.length)
  return columns.length <= width * 0.6
    ? hang(columns, second, width)
    : `${foldedLine(first, width)}\n${hang(`${list}    `, second, width)}`
}

/** Something to type at a prompt: what goes on stands deeper than where the next begins. */
const isTyped = /^ *(?:quizwright |--)/

function foldedTyped(line: string, width: number): string {
  const [margin = ''] = /^ */.exec(line) ?? []
  const [first = '', ...others] = hang(`${margin}    `, line.trimStart(), width).split('\n')
  return [first.slice(4), ...others].join('\n')
}
