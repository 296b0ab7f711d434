import type { Bank } from '../../../src/index.js'
import { webQuestions } from './questions.js'

/** The quiz in the element; it starts at once, as the other player has no start either. */
export function playElement(count: number): void {
  const element = document.createElement('quiz-wright') as HTMLElement & {
    bank: Bank
    readonly quiz: { start(): boolean } | null
  }
  element.setAttribute('storage', 'none')
  element.bank = {
    id: 'sevens',
    title: 'Times seven',
    questions: webQuestions(count).map(question => ({ type: 'single-choice', ...question })),
  } as Bank
  document.querySelector('#quiz')?.append(element)
  const start = () => element.quiz?.start() || setTimeout(start)
  start()
}
