import { essay, multipleResponse, singleChoice } from '../../../src/interactions/index.js'
import type { Bank, Interaction, Question } from '../../../src/question/index.js'
import { type DefineQuizOptions, defineQuiz, type RulesInput } from '../../../src/quiz/index.js'

/** The kinds that the engine is tried with: one that is simple, one with parts, one that a person scores. */
export const interactions: readonly Interaction[] = [singleChoice, multipleResponse, essay]

const letters = ['a', 'b', 'c'].map(id => ({ id, text: id.toUpperCase(), feedback: `You picked ${id}.` }))

/** A question with the choices a, b and c. */
export function choose(id: string, more: object = {}): Question {
  return {
    id,
    type: 'single-choice',
    stem: `Which letter, ${id}?`,
    choices: letters,
    key: 'a',
    ...more,
  } as Question
}

export function chooseSeveral(id: string, more: object = {}): Question {
  return {
    id,
    type: 'multiple-response',
    stem: `Which letters, ${id}?`,
    choices: letters,
    key: ['a', 'b'],
    ...more,
  } as Question
}

export function write(id: string, more: object = {}): Question {
  return { id, type: 'essay', stem: `Say why, ${id}.`, ...more } as Question
}

export function bankOf(...questions: readonly Question[]): Bank {
  return { id: 'letters', title: 'Letters', questions }
}

export function quizOf(
  questions: readonly Question[],
  rules: RulesInput,
  options: Partial<DefineQuizOptions> = {},
) {
  return defineQuiz(bankOf(...questions), { interactions, rules, ...options })
}
