/** A question's lines, from its heading on. */
export interface Part {
  readonly line: number
  readonly stem: string
  readonly lines: readonly string[]
}

/** Something that no question can be made of, with its line. */
interface Fault {
  readonly line: number
  readonly kind: string
  readonly code: string
  readonly message: string
}

/** A comment which says that the stem is not in the heading, and stands below it to the letter; and where it ends. */
export const stemBelow = /^<!--(?:[^>]*;)?\s*stem:\s*below\s*(?:;[^>]*)?-->$/
export const stemEnd = '<!-- answers -->'

/** A box to tick, with its sign and its text. */
export const box = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\]\s+(.*)$/s

/** A name with a colon, as in `**Hint:**`, `**Hint**:` and `Hint:`, that begins a line. */
export const named =
  /^ {0,3}(?:>\s*)?[*_]{0,2}(Answer|Number|True or false|Essay|Hint|Feedback|Solution)(?::[*_]{0,2}|[*_]{1,2}:)\s*(.*)$/is

/** Follows code between fences, as CommonMark has them: true for each line of it, and for the fences. */
export function createFences(): (line: string) => boolean {
  let open: string | null = null
  return line => {
    const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    const isAlone = line.trim() === fence
    if (open !== null) {
      if (isAlone && fence.startsWith(open)) open = null
      return true
    }
    // Backticks behind backticks are code within a line.
    if (fence !== '' && (isAlone || !line.trim().slice(fence.length).includes('`'))) open = fence
    return open !== null
  }
}

/** The title of a page, its questions, and what stands where no question can take it. */
export function partsOf(lines: readonly string[]): {
  readonly title: string | null
  readonly parts: readonly Part[]
  readonly faults: readonly Fault[]
} {
  let title: string | null = null
  const parts: { line: number; stem: string; lines: string[] }[] = []
  const faults: Fault[] = []
  /** Null between a heading of the page and the next question. */
  let part: (typeof parts)[number] | null = null
  let isFaulty = false
  const isInFence = createFences()
  let isVerbatim = false
  let comment: number | null = null
  let code: number | null = null
  const lastEnd = lines.lastIndexOf(stemEnd)
  for (const [index, line] of lines.entries()) {
    if (isVerbatim || (comment === null && index < lastEnd && stemBelow.test(line))) {
      isVerbatim = line !== stemEnd
      part?.lines.push(line)
      continue
    }
    const isCode = comment === null && isInFence(line)
    if (comment === null) code = isCode ? (code ?? index + 1) : null
    if (!isCode && comment === null && /^ {0,3}<!--(?!.*-->)/.test(line)) comment = index + 1
    if (comment !== null) {
      if (line.includes('-->')) comment = null
      continue
    }
    const [, mark = '', rest = ''] = isCode ? [] : (/^ {0,3}(##?)\s(.*)$/s.exec(line) ?? [])
    const heading = rest
      .trim()
      .replace(/(?<=\s)#+$/, '')
      .trim()
    if (heading !== '' && mark === '#') {
      title ??= heading
      part = null
      isFaulty = false
    } else if (heading !== '') {
      part = { line: index + 1, stem: heading, lines: [] }
      parts.push(part)
    } else if (part) part.lines.push(line)
    else if (!isCode && !isFaulty && box.test(line)) {
      isFaulty = true
      const message = 'Choices stand under no question, and are left out. A question begins with ##.'
      faults.push({ line: index + 1, kind: 'choices', code: 'no-question-heading', message })
    }
  }
  if (comment !== null) {
    const message =
      'The comment that starts here has no end: all below it is left out. Write --> where it ends.'
    faults.push({ line: comment, kind: 'comment', code: 'unclosed-comment', message })
  }
  if (code !== null && isInFence('')) {
    const message =
      'The code that starts here has no end: all below it is code. Write its fence again where it ends.'
    faults.push({ line: code, kind: 'code', code: 'unclosed-code', message })
  }
  return { title, parts, faults }
}
