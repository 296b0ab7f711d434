import { listedShare, wholeShare } from '../moodle-grades.js'
import { rounded } from '../picked-fractions.js'
import type { Answer, Block } from './gift.block.js'
import { pastSpaces } from './gift.lines.js'
import { readText, type Texts, wordsAt } from './gift.texts.js'

/** The answers of a block, where nothing before the first sign is no answer. */
export function answersIn(block: Block): readonly Answer[] {
  const [first] = block.answers
  return first?.sign === null && isNothing(block, first) ? block.answers.slice(1) : block.answers
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

/** True where an answer begins with a weight, as Moodle takes it. */
export function hasWeight(text: string, { from, to }: Answer): boolean {
  return weightEnd(text, pastSpaces(text, from, to)) !== -1
}

/** Where a weight ends that begins at a place; -1 where none does. */
function weightEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== percentSign) return -1
  weight.lastIndex = start
  return weight.test(text) ? weight.lastIndex : -1
}

/** The same with what is meant by weights that are text to Moodle, such as `%33,3%` and `% 50 %`, and no more than all. */
export function weightOf({ block: { text }, notes }: Texts, answer: Answer): Weight | null {
  const start = pastSpaces(text, answer.from, answer.to)
  if (text.charCodeAt(start) !== percentSign) return null
  const end = weightEnd(text, start)
  if (end === -1) return oddWeightAt(text, start, notes)
  const percent = text.slice(start + 1, end - 1)
  return { fraction: listedShare(percent) ?? shareOf(percent, notes), from: end }
}

const oddWeight = /%\s*([+-]?)\s*(\d{1,3}(?:[.,]\d*)?)\s*%/y

function oddWeightAt(text: string, start: number, notes: Texts['notes']): Weight | null {
  oddWeight.lastIndex = start
  const [said, sign, percent = ''] = oddWeight.exec(text) ?? []
  if (said === undefined) return null
  const number = `${sign}${percent.replace(',', '.')}`
  const message = `The weight '${said}' is text to Moodle, and is taken for what is meant; write %${Number(number)}%.`
  notes.push({ code: 'weight-as-meant', message })
  return { fraction: shareOf(number, notes), from: start + said.length }
}

function shareOf(percent: string, notes: Texts['notes']): number {
  // Several minus signs count as one. Divided by a hundred, 33.3 would be 0.33299999999999996.
  const said = Number(`${percent.replace(/^-+/, '-')}e-2`)
  const share = wholeShare(Math.max(-1, Math.min(1, said)))
  if (Math.abs(said) > 1) {
    const message = `A weight of ${rounded(said * 100)} % is ${share * 100} % now, as there is no more.`
    notes.push({ code: 'weight-cut', message })
  }
  return share
}

/** What is said on an answer; empty where nothing is. */
export function feedbackOn(texts: Texts, { sharp, to, isFolded }: Answer): string {
  return sharp === -1 ? '' : readText(texts, sharp + 1, to, isFolded)
}

/** Where the text of an answer ends, and its feedback begins. */
export const textEnd = ({ sharp, to }: Answer) => (sharp === -1 ? to : sharp)
