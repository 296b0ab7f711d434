import { expect, it } from 'vitest'
import { defineQuiz, type Question, type SavedAttempt } from '../index.js'
import { createQuiz } from '../quiz/index.js'
import { evidenceIn, priorsOf } from './index.js'

const pick = (
  id: string,
  difficulty: 'easy' | 'medium' | 'hard',
): Question & { readonly [name: string]: unknown } => ({
  id,
  type: 'single-choice',
  stem: 'Which?',
  difficulty,
  choices: ['a', 'b', 'c', 'd'].map(choice => ({ id: choice, text: choice })),
  key: 'a',
})
const bank = {
  id: 'bank',
  title: 'Bank',
  questions: [pick('one', 'easy'), pick('two', 'hard'), { id: 'three', type: 'essay', stem: 'Why?' }],
}

it.each(['practice', 'exam'] as const)('reads what an attempt under %s tells, shown or not', preset => {
  const quiz = defineQuiz(bank, {
    rules: { preset, blueprint: { order: 'fixed' }, summary: false },
    now: () => 1000,
  })
  const session = createQuiz(quiz, { seed: 1 })
  session.start()
  session.respond('a')
  session.submit()
  session.next()
  session.respond('b')
  session.submit()
  if (preset === 'exam') {
    expect(read(session.save())).toEqual([])
    session.finish()
  }
  const told = read(session.save()).filter(({ question }) => question !== 'three')
  expect(told.map(({ question, share }) => [question, share])).toEqual([
    ['one', 1],
    ['two', 0],
  ])
  expect(told[0]).toEqual({
    question: 'one',
    at: 1000,
    share: 1,
    attempt: 'first',
    mixed: true,
    difficulty: -1,
    guess: 0.25,
  })

  function read(saved: SavedAttempt) {
    return evidenceIn(quiz, quiz.replay(JSON.parse(JSON.stringify(saved))), { attempt: 'first', mixed: true })
  }
})

it('counts what a whole attempt left open as missed, and an abandoned one’s open questions not at all', () => {
  const quiz = defineQuiz(bank, { rules: { preset: 'exam', summary: false }, now: () => 1000 })
  const read = (end: 'finish' | 'abandon') => {
    const session = createQuiz(quiz, { seed: 1 })
    session.start()
    session[end]()
    return evidenceIn(quiz, quiz.replay(session.save()), { attempt: 'a', mixed: false })
  }
  expect(read('finish').map(({ share }) => share)).toEqual(expect.arrayContaining([0, 0]))
  expect(read('abandon')).toEqual([])
})

it('knows how easily a question is guessed', () => {
  expect(priorsOf(pick('one', 'medium'))).toEqual({ difficulty: 0, guess: 0.25 })
  const sides: Question & { readonly key: boolean } = { id: 'x', type: 'true-false', stem: 'So?', key: true }
  expect(priorsOf(sides)).toEqual({ difficulty: 0, guess: 0.5 })
  expect(priorsOf({ id: 'x', type: 'essay', stem: 'Why?' })).toEqual({ difficulty: 0, guess: 0 })
})
