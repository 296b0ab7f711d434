import {
  type Bank,
  createQuiz,
  type QuizOptions,
  type SavedAttempt,
  SavedAttemptError,
  type SessionOptions,
} from '../index.js'
import { fill, type Messages, part } from '../ui/quiz/index.js'
import type { AttemptStore } from './attempts.store.js'

/** Goes on with what was saved. Where that can't be, it is kept aside, and the learner is told. */
export function begin(
  bank: Bank,
  options: QuizOptions & SessionOptions,
  store: AttemptStore<SavedAttempt>,
  messages: Messages,
) {
  const saved = store.load()
  try {
    const quiz = createQuiz(bank, { ...options, restore: saved })
    const { length } = quiz.changed
    return {
      quiz,
      news: length === 0 ? [] : [noticePart(fill(messages, messages.changed, { n: length }))],
    }
  } catch (error) {
    if (!(error instanceof SavedAttemptError)) throw error
    store.setAside()
    return { quiz: createQuiz(bank, options), news: [noticePart(messages.setAside)] }
  }
}

export const noticePart = (text: string) => part('notice', 'p', { role: 'status' }, text)
