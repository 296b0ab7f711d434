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

/** A line across, as people draw it between questions. */
export const ruler = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/

/** An id where other dialects have it. */
export const idInHeading = /(?:<!--[^<>`]*-->|\{#[^{}\s`]+\})$/

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
  /** What was told since the heading of the page. */
  let told = new Set<string>()
  const tell = (line: number, kind: string, code: string, message: string) => {
    if (told.has(kind)) return
    told.add(kind)
    faults.push({ line, kind, code, message })
  }
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
      part = null
      told = new Set()
      if (title === null) title = heading
      else {
        const message = `'${heading}' is a second title, and is left out. Questions below it are of the same bank.`
        faults.push({ line: index + 1, kind: 'text', code: 'left-out', message })
      }
    } else if (heading !== '') {
      part = { line: index + 1, stem: heading, lines: [] }
      parts.push(part)
    } else if (part) part.lines.push(line)
    else if (!isCode && box.test(line)) {
      const message = 'Choices stand under no question, and are left out. A question begins with ##.'
      tell(index + 1, 'choices', 'no-question-heading', message)
    } else if (line.trim() !== '' && !ruler.test(line) && !/^\s*<!--.*-->\s*$/.test(line)) {
      const message = `'${line.trim()}' stands under no question, and is left out with the text below it. A question begins with ##.`
      tell(index + 1, 'text', 'left-out', message)
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
