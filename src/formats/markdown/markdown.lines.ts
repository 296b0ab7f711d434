/** Something that no question can be made of, with its line. */
export interface Fault {
  readonly line: number
  readonly kind: string
  readonly code: string
  readonly message: string
}

/** A line of a page; a comment of several lines is one. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
  /** A stem runs from the comment that says so to the line that ends it. */
  readonly is: 'text' | 'code' | 'comment' | 'stem'
}

/** What a comment may say of a question. */
export const settingNames = ['id', 'points', 'tags', 'pick', 'stem']

/** What stands in a comment, of one line or several; null where it is none, or has text beside it. */
export function commentIn(line: string): string | null {
  const text = line.trim()
  return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3 ? text.slice(4, -3) : null
}

/** `id: longest; points: 2`, or a line each. Empty where a comment names nothing of the kind, and where it is none. */
export function settingsIn(line: string): ReadonlyMap<string, string> {
  const pairs = (commentIn(line) ?? '').split(/[;\n]/).map(pair => {
    const [name = '', ...rest] = pair.split(':')
    return [name.trim().toLowerCase(), rest.join(':').trim()] as const
  })
  const isOf = pairs.some(([name]) => settingNames.includes(name))
  return new Map(isOf ? pairs.filter(([name]) => name !== '') : [])
}

/** Whether a comment says that the stem is not in the heading, and stands below it to the letter; and where it ends. */
export const isStemBelow = (line: string) => settingsIn(line).get('stem') === 'below'
export const stemEnd = '<!-- answers -->'

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

/** The lines of a page by what they are in; and comments and code that have no end. */
export function linesOf(page: readonly string[]): {
  readonly lines: readonly Line[]
  readonly unclosed: readonly Fault[]
} {
  const lines: Line[] = []
  const unclosed: Fault[] = []
  const isInFence = createFences()
  let isInStem = false
  let comment: { readonly number: number; text: string } | null = null
  let code: number | null = null
  const lastEnd = page.lastIndexOf(stemEnd)
  for (const [index, given] of page.entries()) {
    let [number, text] = [index + 1, given]
    if (comment) {
      comment.text += `\n${given}`
      if (!given.includes('-->')) continue
      number = comment.number
      text = comment.text
      comment = null
    }
    if (isInStem || (index < lastEnd && isStemBelow(text))) {
      isInStem = text !== stemEnd
      lines.push({ number, text, is: 'stem' })
      continue
    }
    const isCode = isInFence(text)
    code = isCode ? (code ?? number) : null
    if (!isCode && /^ {0,3}<!--/.test(text) && !text.includes('-->')) comment = { number, text }
    else lines.push({ number, text, is: isCode ? 'code' : commentIn(text) === null ? 'text' : 'comment' })
  }
  if (comment !== null) {
    const message =
      'The comment that starts here has no end: all below it is left out. Write --> where it ends.'
    unclosed.push({ line: comment.number, kind: 'comment', code: 'unclosed-comment', message })
  }
  if (code !== null && isInFence('')) {
    const message =
      'The code that starts here has no end: all below it is code. Write its fence again where it ends.'
    unclosed.push({ line: code, kind: 'code', code: 'unclosed-code', message })
  }
  return { lines, unclosed }
}
