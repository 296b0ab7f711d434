import { arrow, type Block, equals, sharp, tilde } from './gift.scan.js'
import { readText, skipSpaces, type Texts, wordsAt } from './gift.texts.js'

/** One answer among others: where it stands. */
export interface Answer {
  readonly from: number
  readonly to: number
  /** True where it follows a '='. */
  readonly isRight: boolean
  /** Its first `#`, which begins its feedback; -1 where there is none. */
  readonly sharp: number
  /** Its first `->`; -1 where there is none. */
  readonly arrow: number
  readonly weight: Weight | null
}

/** The share of the points that an answer names, `%50%`, and where its text begins after that. */
export interface Weight {
  readonly fraction: number
  readonly from: number
}

/** What stands after each '=' and each '~'; nothing before the first is no answer. */
export function answersIn(block: Block, from: number, to: number): readonly Answer[] {
  const { text, signs } = block
  const answers: Answer[] = []
  let start = from
  let isRight = false
  let sharpAt = -1
  let arrowAt = -1
  for (const at of signs) {
    if (at < from) continue
    if (at >= to) break
    const code = text.charCodeAt(at)
    if (code === equals || code === tilde) {
      if (start > from || !isNothing(block, start, at))
        answers.push(answerAt(text, start, at, isRight, sharpAt, arrowAt))
      start = at + 1
      isRight = code === equals
      sharpAt = arrowAt = -1
    } else if (code === sharp && sharpAt === -1) sharpAt = at
    else if (code === arrow && arrowAt === -1) arrowAt = at
  }
  if (start > from || !isNothing(block, start, to))
    answers.push(answerAt(text, start, to, isRight, sharpAt, arrowAt))
  return answers
}

function answerAt(
  text: string,
  from: number,
  to: number,
  isRight: boolean,
  sharp: number,
  arrow: number,
): Answer {
  return { from, to, isRight, sharp, arrow, weight: weightAt(text, skipSpaces(text, from, to)) }
}

/** A nought is nothing to PHP. */
function isNothing(block: Block, from: number, to: number): boolean {
  if (skipSpaces(block.text, from, to) === to) return true
  const words = wordsAt(block, from, to)
  return words === '' || words === '0'
}

const percentSign = 37
const weight = /%-*\d{1,2}\.?\d*%/y

function weightAt(text: string, start: number): Weight | null {
  if (text.charCodeAt(start) !== percentSign) return null
  weight.lastIndex = start
  if (!weight.test(text)) return null
  const percent = text.slice(start + 1, weight.lastIndex - 1)
  // Several minus signs count as one.
  const fraction = Number(percent.startsWith('--') ? percent.replace(/^-+/, '-') : percent) / 100
  return { fraction, from: weight.lastIndex }
}

/** What is said on an answer; empty where nothing is. */
export function feedbackOn(texts: Texts, { sharp, to }: Answer): string {
  return sharp === -1 ? '' : readText(texts, sharp + 1, to)
}

/** Where the text of an answer ends, and its feedback begins. */
export const textEnd = ({ sharp, to }: Answer) => (sharp === -1 ? to : sharp)
