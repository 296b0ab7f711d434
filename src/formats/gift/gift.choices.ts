import type { Media } from '../../question/index.js'
import { letter, type Note } from '../collect.js'
import { fractionsRule, pickedBy } from '../picked-fractions.js'
import { labelled } from '../shelf.js'
import { answersIn, feedbackOn, hasWeight, textEnd, weightOf } from './gift.answers.js'
import type { Answer } from './gift.block.js'
import { type Draft, fewerThanMoodleTakes, type Row, tooFew } from './gift.draft.js'
import { equals } from './gift.lines.js'
import { imageAfter, readText, type Texts } from './gift.texts.js'

interface Choice {
  readonly id: string
  readonly text: string
  readonly media?: Media
  readonly feedback?: string
}

const weightIsText = "A weight after the '=' of a choice is text, as for Moodle; write '~' where it is meant."

/** One right choice; or several, where no answer has a '=' or none is worth all the points. */
export const multichoice: Row = (texts, stem) => {
  const { block } = texts
  const answers = answersIn(block)
  if (answers.length < 2) return fewerThanMoodleTakes('A question to choose from needs two answers or more.')
  const fractions: number[] = []
  const read = answers.map((answer, index) => {
    const isRight = answer.sign === equals
    if (isRight && hasWeight(block.text, answer))
      texts.notes.push({ code: 'weight-is-text', message: weightIsText })
    const weight = isRight ? null : weightOf(texts, answer)
    const choice = choiceAt(texts, answer, weight?.from ?? answer.from, index)
    if (choice !== null) fractions.push(isRight ? 1 : (weight?.fraction ?? 0))
    return choice
  })
  const choices = read.every(isThere) ? read : read.filter(isThere)
  if (choices.length < 2) return tooFew('A question to choose from needs two choices with a text.')
  const best = answers.some(({ sign }) => sign === equals) ? choices[fractions.indexOf(1)] : undefined
  return best ? oneOf(stem, choices, best.id, fractions) : severalOf(texts, stem, choices, fractions)
}

const isThere = (choice: Choice | null) => choice !== null

function choiceAt(texts: Texts, answer: Answer, from: number, index: number): Choice | null {
  const id = letter(index)
  const before = texts.images.length
  const text = readText(texts, from, textEnd(answer), answer.isFolded)
  const media = imageAfter(texts, before)
  const feedback = feedbackOn(texts, answer)
  if (media) {
    const choice = { id, text: labelled(text, media, id.toUpperCase()), media }
    return feedback === '' ? choice : { ...choice, feedback }
  }
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
  if (isWeighed) question.marking = fractionsRule(choices, fractions)
  return question
}

function severalOf(
  { notes }: Texts,
  stem: string,
  choices: readonly Choice[],
  fractions: readonly number[],
): Draft | Note {
  const picked = pickedBy(choices, fractions, (code, message) => notes.push({ code, message }))
  if (picked === null) return { code: 'no-key', message: 'No choice is worth any points.' }
  const question: Draft = { id: '', type: 'multiple-response', stem, choices, key: picked.key }
  if (picked.marking) question.marking = picked.marking
  return question
}
