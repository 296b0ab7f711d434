/** A question's lines of a GIFT file, its comments apart. */
export interface Block {
  /** Line of the first text, from 1. */
  readonly line: number
  readonly text: string
  readonly comments: string
}

/**
 * Parts a GIFT file at its blank lines, as Moodle does (question/format.php, readquestions): a line that holds only
 * a nought is blank to PHP.
 */
export function blocksOf(file: string): readonly Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let comments: string[] = []
  let start = 0
  const close = () => {
    const text = lines.join('\n').trim()
    if (text !== '') blocks.push({ line: start, text, comments: comments.join('\n') })
    lines = []
    comments = []
    start = 0
  }
  const all = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  for (const [index, raw] of all.entries()) {
    const line = raw.trim()
    if (line === '' || line === '0') {
      close()
      continue
    }
    const isComment = line.startsWith('//')
    if (isComment) comments.push(line)
    else if (start === 0) start = index + 1
    lines.push(isComment ? ' ' : line)
  }
  close()
  return blocks
}
