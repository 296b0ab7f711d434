import type { Answer, Block } from './gift.block.js'
import { pastSpaces } from './gift.lines.js'
import { readText, type Texts, wordsAt } from './gift.texts.js'

/** The answers of a block, where nothing before the first sign is no answer. */
export function answersIn(block: Block): readonly Answer[] {
  const [first] = block.answers
  return first && isNothing(block, first) ? block.answers.slice(1) : block.answers
}

/** A nought is nothing to PHP. */
function isNothing(block: Block, { from, to }: Answer): boolean {
  if (pastSpaces(block.text, from, to) === to) return true
  const words = wordsAt(block, from, to)
  return words === '' || words === '0'
}

/** The share of the points that an answer names, `%50%`, and where its text begins after that. */
export interface Weight {
  readonly fraction: number
  readonly from: number
}

const percentSign = 37
const weight = /%-*\d{1,2}\.?\d*%/y

/** The weight that an answer begins with; null where it has none. */
export function weightOf(text: string, { from, to }: Answer): Weight | null {
  const start = pastSpaces(text, from, to)
  if (text.charCodeAt(start) !== percentSign) return null
  weight.lastIndex = start
  if (!weight.test(text)) return null
  const percent = text.slice(start + 1, weight.lastIndex - 1)
  // Several minus signs count as one.
  const fraction = Number(percent.startsWith('--') ? percent.replace(/^-+/, '-') : percent) / 100
  return { fraction, from: weight.lastIndex }
}

/** What is said on an answer; empty where nothing is. */
export function feedbackOn(texts: Texts, { sharp, to, isFolded }: Answer): string {
  return sharp === -1 ? '' : readText(texts, sharp + 1, to, isFolded)
}

/** Where the text of an answer ends, and its feedback begins. */
export const textEnd = ({ sharp, to }: Answer) => (sharp === -1 ? to : sharp)
