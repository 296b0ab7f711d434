/** What stands between two blank lines of a GIFT file. Its places are indices in `text`. */
export interface Block {
  /** The file; where comments stand in the midst of the block, its lines alone, without them. */
  readonly text: string
  /** Line of the first text, from 1. */
  readonly line: number
  /** Where the text begins, after the colons and the name, and where the block ends. */
  readonly start: number
  readonly end: number
  /** Where the first line begins that is none of the block's, and how many lines there are before. */
  readonly next: number
  readonly lines: number
  readonly comments: string
  readonly isCategory: boolean
  /** Where the name begins that stands between `::` and `::`, the latter right before `start`; -1 where there is none. */
  readonly nameStart: number
  /** The first brace of its sort that isn't escaped, and the last that closes; -1 where there is none. */
  readonly open: number
  readonly close: number
  readonly lastClose: number
  /** Each `=`, `~`, `#` and `->` between the braces that isn't escaped, up to the feedback on all answers. */
  readonly signs: readonly number[]
  /** Where the answers end: at the last `####`, which begins that feedback, or at the brace. */
  readonly answersEnd: number
  /** True where a sign is escaped. */
  readonly hasEscapes: boolean
}

export const categorySign = '$CATEGORY:'

const newline = 10
export const sharp = 35
export const arrow = 45
const slash = 47
const nought = 48
const colon = 58
export const equals = 61
const greater = 62
export const backslash = 92
const brace = 123
const closing = 125
export const tilde = 126
const escapable = new Set([...':#={}~n\\'].map(sign => sign.charCodeAt(0)))

/** Whatever may part something. A search by the engine is faster than a look at each character. */
const sign = /[\\{}=~#\n]|->|::/g

/** What PHP's trim takes away, and no more. */
export function isSpace(code: number): boolean {
  return code === 32 || (code <= 13 && (code >= 9 ? code !== 12 : code === 0))
}

/**
 * Parts a GIFT file at its blank lines, as Moodle does (question/format.php, readquestions), and finds the signs of
 * each part in the same pass. A line that holds only a nought is blank to PHP.
 */
export function* blocksOf(file: string): Generator<Block> {
  const plain = file.charCodeAt(0) === 0xfeff ? file.slice(1) : file
  const text = plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
  let comments = ''
  let line = 1
  for (let at = 0; at < text.length; ) {
    const first = skipSpace(text, at)
    let next = lineEnd(text, first) + 1
    let lines = 1
    if (isBlank(text, first)) comments = ''
    else if (isComment(text, first)) comments += text.slice(first, next)
    else {
      const block = scanBlock(text, first, line, comments)
      yield block
      comments = ''
      next = block.next
      lines = block.lines
    }
    line += lines
    at = next
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (let code = text.charCodeAt(at); code !== newline && isSpace(code); code = text.charCodeAt(at)) at += 1
  return at
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** @param at where the line begins, but for space. */
function isBlank(text: string, at: number): boolean {
  const past = text.charCodeAt(at) === nought ? skipSpace(text, at + 1) : at
  return past >= text.length || text.charCodeAt(past) === newline
}

const isComment = (text: string, at: number) =>
  text.charCodeAt(at) === slash && text.charCodeAt(at + 1) === slash

/**
 * @param first where the text of the block begins.
 * @param isWhole the text is one block, whatever its lines look like.
 */
function scanBlock(text: string, first: number, line: number, before: string, isWhole = false): Block {
  const isNamed = text.charCodeAt(first) === colon && text.charCodeAt(first + 1) === colon
  let start = isNamed ? first + 2 : first
  let end = text.length
  let comments = before
  let nameStart = -1
  let [open, close, lastClose, general] = [-1, -1, -1, -1]
  let signs: number[] = []
  let signsBeforeGeneral = 0
  let sharps = 0
  let hasEscapes = false
  let lines = 1
  for (sign.lastIndex = start; sign.test(text); ) {
    const at = sign.lastIndex - 1
    const code = text.charCodeAt(at)
    if (code === backslash) {
      if (!escapable.has(text.charCodeAt(at + 1))) continue
      hasEscapes = true
      sign.lastIndex += 1
    } else if (code === colon) {
      if (!isNamed || nameStart !== -1) continue
      nameStart = start
      start = at + 1
      open = close = lastClose = general = -1
      signs = []
    } else if (code === brace) {
      if (open === -1) open = at
    } else if (code === closing) {
      if (close === -1) close = at
      lastClose = at
    } else if (code === equals || code === tilde || code === sharp || code === greater) {
      if (open === -1 || close !== -1) continue
      sharps = code === sharp && signs.at(-1) === at - 1 ? sharps + 1 : Number(code === sharp)
      signs.push(code === greater ? at - 1 : at)
      if (sharps < 4) continue
      general = at - 3
      signsBeforeGeneral = signs.length - 4
    } else {
      lines += 1
      // An empty line within a whole parts nothing.
      if (isWhole) continue
      const begin = skipSpace(text, at + 1)
      if (isBlank(text, begin)) {
        end = begin
        break
      }
      if (isComment(text, begin)) {
        sign.lastIndex = lineEnd(text, begin)
        comments += text.slice(begin, sign.lastIndex + 1)
      }
    }
  }
  const next = lineEnd(text, end) + 1
  if (comments.length > before.length) {
    const whole = withoutComments(text.slice(first, end))
    return { ...scanBlock(whole, 0, line, comments, true), next, lines }
  }
  if (general !== -1) signs.length = signsBeforeGeneral
  const isCategory = text.startsWith(categorySign, first)
  const answersEnd = general === -1 ? close : general
  return {
    text,
    line,
    start,
    end,
    next,
    lines,
    comments,
    isCategory,
    nameStart,
    open,
    close,
    lastClose,
    signs,
    answersEnd,
    hasEscapes,
  }
}

/** The first sign of its sort from a place on; -1 where there is none. */
export function signIn({ text, signs }: Block, code: number, from = 0): number {
  for (const at of signs) if (at >= from && text.charCodeAt(at) === code) return at
  return -1
}

/** As Moodle does: a blank line stands in place of each, which parts two paragraphs. */
function withoutComments(text: string): string {
  const lines = text.split('\n').map(line => line.trim())
  return lines.map(line => (line.startsWith('//') ? '' : line)).join('\n')
}
