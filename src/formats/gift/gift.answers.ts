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
}

/** What stands after each '=', and each '~' where that parts answers too; nothing before the first is no answer. */
export function answersIn(block: Block, from: number, to: number, partsAtTilde = false): readonly Answer[] {
  const { text, signs } = block
  const answers: Answer[] = []
  let start = from
  let isRight = false
  let sharpAt = -1
  let arrowAt = -1
  const close = (end: number) => {
    if (start > from || !isNothing(block, start, end))
      answers.push({ from: start, to: end, isRight, sharp: sharpAt, arrow: arrowAt })
  }
  for (const at of signs) {
    if (at < from) continue
    if (at >= to) break
    const code = text.charCodeAt(at)
    if (code === equals || (partsAtTilde && code === tilde)) {
      close(at)
      start = at + 1
      isRight = code === equals
      sharpAt = arrowAt = -1
    } else if (code === sharp && sharpAt === -1) sharpAt = at
    else if (code === arrow && arrowAt === -1) arrowAt = at
  }
  close(to)
  return answers
}

/** A nought is nothing to PHP. */
function isNothing(block: Block, from: number, to: number): boolean {
  const words = wordsAt(block, from, to)
  return words === '' || words === '0'
}

const percent = 37

/** The share of the points that an answer names, `%50%`, and where its text begins after that. */
export interface Weight {
  readonly fraction: number
  readonly from: number
}

export function weightOf({ text }: Block, { from, to }: Answer): Weight | null {
  const start = skipSpaces(text, from, to)
  if (text.charCodeAt(start) !== percent) return null
  const weight = /^%(-*\d{1,2}\.?\d*)%/.exec(text.slice(start, to))
  if (!weight) return null
  return { fraction: Number(weight[1]?.replace(/^--+/, '-')) / 100, from: start + weight[0].length }
}

/** What is said on an answer; empty where nothing is. */
export function feedbackOn(texts: Texts, { sharp, to }: Answer): string {
  return sharp === -1 ? '' : readText(texts, sharp + 1, to)
}

/** Where the text of an answer ends, and its feedback begins. */
export const textEnd = ({ sharp, to }: Answer) => (sharp === -1 ? to : sharp)
