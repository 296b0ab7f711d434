import type { Writable } from '../collect.js'
import type { Answer, Block } from './gift.block.js'
import {
  backslash,
  brace,
  closing,
  colon,
  dollar,
  equals,
  greater,
  isBlank,
  isComment,
  lineEnd,
  newline,
  nextLine,
  nextMark,
  pastSpaces,
  sharp,
  skipSpace,
  tilde,
} from './gift.lines.js'

export const categorySign = '$CATEGORY:'

const escapable = new Set([...':#={}~n\\'].map(sign => sign.charCodeAt(0)))

/** Whatever may part something. A search by the engine is faster than a look at each character. */
const sign = /[\\{}=~#\n]|->|::/g

/**
 * Whatever Moodle's Markdown may mean otherwise than a bank's: images, elements, several languages. The engine finds
 * signs of up to six characters much faster than longer ones.
 */
const foreign = ['![', '!\\', '&lt;', '{mlang', '"multi']

/**
 * Parts a GIFT file at its blank lines, as Moodle does (question/format.php, readquestions), and finds the signs of
 * each part in the same pass. A line that holds only a nought is blank to PHP.
 */
export function eachBlock(file: string, take: (block: Block) => void): void {
  const plain = file.charCodeAt(0) === 0xfeff ? file.slice(1) : file
  // Where lines end with a newline, a return is space, however many there are.
  const text = plain.includes('\r') ? plain.replaceAll('\r', plain.includes('\n') ? ' ' : '\n') : plain
  let comments = ''
  let line = 1
  let markAt = -1
  const isBankMarkdown = !foreign.some(sign => text.includes(sign))
  for (let at = 0; at < text.length; ) {
    const first = skipSpace(text, at)
    const isBetween = isBlank(text, first)
    if (isBetween || isComment(text, first)) {
      at = nextLine(text, first)
      comments = isBetween ? '' : comments + text.slice(first, at)
      line += 1
    } else {
      // Looked for only where the last block has passed it, as it may be far away.
      if (markAt < first) markAt = nextMark(text, first)
      const block = scanBlock(text, first, line, comments, markAt, isBankMarkdown)
      take(block)
      comments = ''
      at = block.next
      line += block.lines
    }
  }
}

/**
 * @param first where the text of the block begins.
 * @param markAt where something stands that may be HTML or Markdown.
 * @param isBankMarkdown true where nothing in the file means something else in a bank, where it is Markdown.
 * @param isWhole the text is one block, whatever its lines look like.
 */
function scanBlock(
  text: string,
  first: number,
  line: number,
  before: string,
  markAt: number,
  isBankMarkdown: boolean,
  isWhole = false,
): Block {
  const isNamed = text.charCodeAt(first) === colon && text.charCodeAt(first + 1) === colon
  let start = isNamed ? first + 2 : first
  let end = text.length
  let comments = before
  let nameStart = -1
  let [open, close, lastClose, general] = [-1, -1, -1, -1]
  let answers: Writable<Answer>[] = []
  /** The answer that is being read; null outside of the braces. */
  let answer: Writable<Answer> | null = null
  let isNumerical = false
  let [firstSharp, secondSharp, lastSharp, sharps] = [-1, -1, -1, 0]
  let hasEscapes = false
  let lines = 1
  for (sign.lastIndex = start; sign.test(text); ) {
    let at = sign.lastIndex - 1
    // The space before a sign on the next line is none of the answer.
    const to = at
    let code = text.charCodeAt(at)
    if (code === newline) {
      lines += 1
      at = skipSpace(text, at + 1)
      code = text.charCodeAt(at)
      const isEnd = code === equals || code === tilde || code === closing
      if (answer !== null && !isEnd) answer.isFolded = true
      // Most answers begin a line, and so do the braces: no need to search for their signs.
      if (isEnd || code === brace) sign.lastIndex = at + 1
      // An empty line within a whole parts nothing.
      else if (!isWhole && isBlank(text, at)) {
        end = at
        break
      } else {
        const isNote = !isWhole && isComment(text, at)
        sign.lastIndex = isNote ? lineEnd(text, at) : at
        if (isNote) comments += text.slice(at, sign.lastIndex + 1)
        continue
      }
    }
    if (code === backslash) {
      if (!escapable.has(text.charCodeAt(at + 1))) continue
      hasEscapes = true
      sign.lastIndex += 1
    } else if (code === colon) {
      if (!isNamed || nameStart !== -1) continue
      nameStart = start
      start = at + 1
      open = close = lastClose = general = firstSharp = secondSharp = -1
      answers = []
      answer = null
    } else if (code === brace) {
      if (open !== -1) continue
      open = at
      const first = pastSpaces(text, at + 1)
      isNumerical = text.charCodeAt(first) === sharp
      const from = isNumerical ? first + 1 : at + 1
      answer = answerFrom(from, null)
      // Mostly a sign follows, and there is nothing before it.
      const next = text.charCodeAt(isNumerical ? pastSpaces(text, from) : first)
      if (next !== equals && next !== tilde) answers.push(answer)
    } else if (code === closing) {
      if (close === -1) close = at
      lastClose = at
      if (answer !== null) answer.to = to
      answer = null
    } else if (answer !== null) {
      // Outside of the braces these signs are text.
      if (code === equals || code === tilde) {
        answer.to = to
        answer = answerFrom(at + 1, code)
        answers.push(answer)
      } else if (code === greater) {
        if (answer.arrow === -1) answer.arrow = at - 1
      } else {
        sharps = lastSharp === at - 1 ? sharps + 1 : 1
        lastSharp = at
        if (sharps >= 4) general = at - 3
        if (at < answer.from) continue
        if (answer.sharp === -1) answer.sharp = at
        if (firstSharp === -1) firstSharp = at
        else if (secondSharp === -1) secondSharp = at
      }
    }
  }
  const next = nextLine(text, end)
  if (comments.length > before.length) {
    const whole = withoutComments(text.slice(first, end))
    return { ...scanBlock(whole, 0, line, comments, 0, isBankMarkdown, true), next, lines }
  }
  if (general !== -1) {
    cutAt(answers, general)
    if (firstSharp >= general) firstSharp = -1
    if (secondSharp >= general) secondSharp = -1
  }
  return {
    text,
    line,
    start,
    end,
    next,
    lines,
    comments,
    isCategory: text.charCodeAt(first) === dollar && text.startsWith(categorySign, first),
    nameStart,
    open,
    close,
    lastClose,
    answers,
    answersEnd: general === -1 ? close : general,
    isNumerical,
    firstSharp,
    secondSharp,
    hasEscapes,
    isPlain: markAt >= end,
    isBankMarkdown,
  }
}

function answerFrom(from: number, sign: Answer['sign']): Writable<Answer> {
  return { sign, from, to: from, sharp: -1, arrow: -1, isFolded: false }
}

/** Takes away what stands after the answers. */
function cutAt(answers: Writable<Answer>[], end: number): void {
  while ((answers.at(-1)?.from ?? end) > end) answers.pop()
  const last = answers.at(-1)
  if (!last) return
  last.to = end
  if (last.sharp >= end) last.sharp = -1
  if (last.arrow >= end) last.arrow = -1
}

/** As Moodle does: a blank line stands in place of each, which parts two paragraphs. */
function withoutComments(text: string): string {
  const lines = text.split('\n').map(line => line.trim())
  return lines.map(line => (line.startsWith('//') ? '' : line)).join('\n')
}
