import { settle } from '../../question/index.js'
import { letter, type Note } from '../collect.js'
import { type Answer, answersIn, feedbackOn, textEnd, weightOf } from './gift.answers.js'
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
  const answers = answersIn(block, block.open + 1, block.answersEnd, true)
  if (answers.length < 2) return tooFew('A question to choose from needs two answers or more.')
  const choices: Choice[] = []
  const fractions: number[] = []
  for (let index = 0; index < answers.length; index++) {
    const answer = answers[index] as Answer
    // After a '=' Moodle takes a weight for text.
    const weight = answer.isRight ? null : weightOf(block, answer)
    const choice = choiceAt(texts, answer, weight?.from ?? answer.from, index)
    if (choice === null) continue
    choices.push(choice)
    fractions.push(answer.isRight ? 1 : (weight?.fraction ?? 0))
  }
  if (choices.length < 2) return tooFew('A question to choose from needs two choices with a text.')
  const best = answers.some(({ isRight }) => isRight) ? fractions.indexOf(1) : -1
  return best === -1
    ? severalOf(texts, stem, choices, fractions)
    : oneOf(stem, choices, choices[best]?.id ?? '', fractions)
}

function choiceAt(texts: Texts, answer: Answer, from: number, index: number): Choice | null {
  const text = readText(texts, from, textEnd(answer))
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
  const isWeighed = fractions.some((fraction, index) => fraction !== 0 && choices[index]?.id !== key)
  if (isWeighed) question.marking = { rule: 'fractions', fractions: sharesOf(choices, fractions, 1) }
  return question
}

function severalOf(
  { notes }: Texts,
  stem: string,
  choices: readonly Choice[],
  fractions: readonly number[],
): Draft | Note {
  const key = choices.filter((_, index) => (fractions[index] ?? 0) > 0).map(({ id }) => id)
  if (key.length === 0) return { code: 'no-key', message: 'No choice is worth any points.' }
  const sum = fractions.reduce((total, fraction) => total + Math.max(0, fraction), 0)
  const isShort = settle(sum) < 1
  if (isShort) {
    const message = `The right choices were worth ${rounded(sum)} together; they are worth all the points now.`
    notes.push({ code: 'fractions-raised', message })
  }
  const shares = sharesOf(choices, fractions, isShort ? sum : 1)
  return {
    id: '',
    type: 'multiple-response',
    stem,
    choices,
    key,
    marking: { rule: 'fractions', fractions: shares },
  }
}

/** What each choice is worth that is worth anything, the whole being worth all the points. */
function sharesOf(choices: readonly Choice[], fractions: readonly number[], whole: number) {
  const shares: { [choice: string]: number } = {}
  for (const [index, { id }] of choices.entries()) {
    const fraction = fractions[index] ?? 0
    if (fraction !== 0) shares[id] = Math.max(-1, Math.min(1, fraction > 0 ? fraction / whole : fraction))
  }
  return shares
}
