import { settle } from '../../question/index.js'
import { letter, type Note } from '../collect.js'
import { markingBy } from '../picked-fractions.js'
import { type Answer, answersIn, feedbackOn, textEnd } from './gift.answers.js'
import { type Draft, type Row, rounded, tooFew } from './gift.draft.js'
import { readText, type Texts } from './gift.texts.js'

interface Choice {
  readonly id: string
  readonly text: string
  readonly feedback?: string
}

/** One right choice; or several, where no answer has a '=' or none is worth all the points. */
export const multichoice: Row = (texts, stem) => {
  const { block } = texts
  const answers = answersIn(block, block.open + 1, block.answersEnd)
  if (answers.length < 2) return tooFew('A question to choose from needs two answers or more.')
  const shown = answers.map((answer, index) => choiceAt(texts, answer, index))
  const choices = shown.every(isChoice) ? shown : shown.filter(isChoice)
  if (choices.length < 2) return tooFew('A question to choose from needs two choices with a text.')
  const fractions = answers.map((answer, index) => (isChoice(shown[index]) ? fractionOf(answer) : 0))
  const best = answers.some(({ isRight }) => isRight) ? fractions.indexOf(1) : -1
  return best === -1
    ? severalOf(texts, stem, choices, fractions)
    : oneOf(stem, choices, letter(best), fractions)
}

const isChoice = (choice: Choice | null | undefined): choice is Choice => choice !== null

/** After a '=' Moodle takes a weight for text. */
const weightOf = ({ isRight, weight }: Answer) => (isRight ? null : weight)
const fractionOf = (answer: Answer) => (answer.isRight ? 1 : (answer.weight?.fraction ?? 0))

function choiceAt(texts: Texts, answer: Answer, index: number): Choice | null {
  const text = readText(texts, weightOf(answer)?.from ?? answer.from, textEnd(answer))
  const feedback = feedbackOn(texts, answer)
  const id = letter(index)
  if (text !== '') return feedback === '' ? { id, text } : { id, text, feedback }
  const hint = '\\# is a sharp sign, \\~ a tilde.'
  if (feedback === '') {
    const message = `Choice ${index + 1} has no text and is left out; ${hint}`
    texts.notes.push({ code: 'empty-choice', message })
    return null
  }
  const message = `Choice ${index + 1} has feedback but no text, and is ${id.toUpperCase()} now; ${hint}`
  texts.notes.push({ code: 'empty-choice', message })
  return { id, text: id.toUpperCase(), feedback }
}

function oneOf(stem: string, choices: readonly Choice[], key: string, fractions: readonly number[]): Draft {
  const question: Draft = { id: '', type: 'single-choice', stem, choices, key }
  const isWeighed = fractions.some((fraction, index) => fraction !== 0 && letter(index) !== key)
  if (isWeighed) question.marking = { rule: 'fractions', fractions: sharesOf(fractions, 1) }
  return question
}

function severalOf(
  { notes }: Texts,
  stem: string,
  choices: readonly Choice[],
  fractions: readonly number[],
): Draft | Note {
  const sum = fractions.reduce((total, fraction) => total + Math.max(0, fraction), 0)
  if (sum === 0) return { code: 'no-key', message: 'No choice is worth any points.' }
  const isShort = settle(sum) < 1
  if (isShort) {
    const message = `The right choices were worth ${rounded(sum)} together; they are worth all the points now.`
    notes.push({ code: 'fractions-raised', message })
  }
  const shares = sharesOf(fractions, isShort ? sum : 1)
  const key = choices.filter(({ id }) => (shares[id] ?? 0) > 0).map(({ id }) => id)
  return { id: '', type: 'multiple-response', stem, choices, key, ...markingBy(shares, choices, key) }
}

/** What each choice is worth that is worth anything, the whole being worth all the points. */
function sharesOf(fractions: readonly number[], whole: number) {
  const shares: { [choice: string]: number } = {}
  for (const [index, fraction] of fractions.entries())
    if (fraction !== 0)
      shares[letter(index)] = Math.max(-1, Math.min(1, fraction > 0 ? fraction / whole : fraction))
  return shares
}
