import fc from 'fast-check'
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { createQuiz } from '../../../src/index.js'
import {
  createReview,
  exportCards,
  forecast,
  importCards,
  isReviewState,
  newReviews,
  queueOf,
  ratingOf,
  recallOf,
  replayReviews,
  spaced,
} from '../../../src/schedule/spaced/index.js'

const day = 86_400_000
const start = Date.UTC(2026, 0, 5, 9)
const ratings = ['Again', 'Hard', 'Good', 'Easy'] as const

describe('spaced review', () => {
  it('follows ts-fsrs’s own schedule, day for day, over 200 reviews', () => {
    const review = createReview()
    const scheduler = fsrs({ enable_short_term: false })
    let state = newReviews
    let card: Card = createEmptyCard(new Date(start))
    let at = start
    for (let count = 0; count < 200; count++) {
      const rating = ratings[(count * 7 + (count % 5)) % 4]!
      state = review(state, { question: 'q', rating, at })
      card = scheduler.next(card, new Date(at), Rating[rating] as Grade).card
      expect(state.cards.q).toMatchObject({
        due: card.due.getTime(),
        stability: card.stability,
        difficulty: card.difficulty,
        reps: card.reps,
        lapses: card.lapses,
      })
      at = Math.min(card.due.getTime(), at + 400 * day)
      // As it comes back from storage.
      state = JSON.parse(JSON.stringify(state))
    }
  })

  it('spreads what would fall due together by the seed: the same for the same one', () => {
    const due = (seed: string | number | undefined, question: string) => {
      const review = createReview(seed === undefined ? {} : { seed })
      let state = newReviews
      for (let count = 0, at = start; count < 5; count++) {
        state = review(state, { question, rating: 'Good', at })
        at = state.cards[question]!.due
      }
      return state.cards[question]!.due
    }
    const questions = Array.from({ length: 12 }, (_, index) => `q${index}`)
    expect(questions.map(id => due(1, id))).toEqual(questions.map(id => due(1, id)))
    expect(new Set(questions.map(id => due(1, id))).size).toBeGreaterThan(1)
    expect(questions.map(id => due(2, id))).not.toEqual(questions.map(id => due(1, id)))
    expect(new Set(questions.map(id => due(undefined, id))).size).toBe(1)
  })

  it('is the same when its log is gone through again', () => {
    const entries = fc.array(
      fc.record({
        question: fc.constantFrom('a', 'b', '__proto__x', 'toString'),
        rating: fc.constantFrom(...ratings),
        days: fc.nat(40),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(entries, steps => {
        let at = start
        const log = steps.map(({ question, rating, days }) => {
          at += days * day
          return { question, rating, at }
        })
        const review = createReview({ seed: 3 })
        const live = log.reduce(review, newReviews)
        expect(replayReviews(live.log, newReviews, { seed: 3 })).toEqual(live)
        expect(isReviewState(JSON.parse(JSON.stringify(live)))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('takes in and hands on what ts-fsrs reads', () => {
    const card = fsrs().next(createEmptyCard(new Date(start)), new Date(start), Rating.Good).card
    const state = importCards({ q: JSON.parse(JSON.stringify(card)) })
    const [mine, theirs] = [exportCards(state).q!, card].map(
      one => fsrs().next(one, new Date(start + 3 * day), Rating.Good).card,
    )
    expect(mine).toEqual(theirs)
    expect(() => importCards({ q: { due: 'never' } as never })).toThrow(/no card of ts-fsrs/)
  })

  it.each([
    [null, false],
    [{ ...newReviews, version: 2 }, false],
    [{ ...newReviews, cards: { q: { due: 'x' } } }, false],
    [{ ...newReviews, log: [null] }, false],
    [newReviews, true],
  ])('knows %j for state: %j', (value, expected) => expect(isReviewState(value)).toBe(expected))
})

describe('a rating', () => {
  const fine = { share: 1, tries: 1, hints: 0, certainty: null, solutionSeen: false }
  it.each([
    ['right', fine, 'Good'],
    ['right, and easy as the learner says', { ...fine, easy: true }, 'Easy'],
    ['right at the second try', { ...fine, tries: 2, easy: true }, 'Hard'],
    ['right with a hint', { ...fine, hints: 1 }, 'Hard'],
    ['right but unsure', { ...fine, certainty: 1 }, 'Hard'],
    ['right in most', { ...fine, share: 0.7 }, 'Hard'],
    ['right in little', { ...fine, share: 0.5 }, 'Again'],
    ['wrong, however sure and easy', { ...fine, share: 0, certainty: 3, easy: true }, 'Again'],
    ['left out', { ...fine, share: null }, 'Again'],
    ['looked up', { ...fine, solutionSeen: true }, 'Again'],
  ])('of what was %s', (_, recall, rating) => expect(ratingOf(recall)).toBe(rating))
})

const choices = [
  { id: 'a', text: 'A' },
  { id: 'b', text: 'B' },
]
const ids = ['q1', 'q2', 'q3', 'q4', 'q5']
const bank = {
  id: 'b',
  title: 'B',
  questions: ids.map(id => ({ id, type: 'single-choice' as const, stem: 'S', choices, key: 'a' })),
}

describe('the day’s questions', () => {
  const review = createReview()
  const state = [
    { question: 'q1', rating: 'Good', at: start },
    { question: 'q2', rating: 'Again', at: start + 1000 },
  ].reduce((now, entry) => review(now, entry as never), newReviews)

  it('are those due by the end of the day, then new ones up to the day’s count', () => {
    const at = (days: number, hours = 0) => start + days * day + hours * 3_600_000
    expect(queueOf(state, ids, { at: at(0, 1), newPerDay: 3 })).toEqual({ due: [], fresh: ['q3'] })
    // Due tomorrow at nine: from midnight on.
    expect(queueOf(state, ids, { at: at(1, -8), newPerDay: 2 })).toEqual({ due: ['q2'], fresh: ['q3', 'q4'] })
    expect(queueOf(state, ids, { at: at(30), newPerDay: 9 })).toEqual({
      due: ['q2', 'q1'],
      fresh: ['q3', 'q4', 'q5'],
    })
    expect(queueOf(state, ids, { at: at(30), limit: 1 })).toEqual({ due: ['q2'], fresh: [] })
    // Where it is tomorrow already.
    expect(queueOf(state, ids, { at: at(0, 5), newPerDay: 0, utcOffset: 12 * 60 }).due).toEqual(['q2'])
  })

  it('are forecast day by day, what is overdue for today', () => {
    const days = forecast(state, { at: start, days: 7 })
    expect(days[0]).toEqual({ date: '2026-01-05', due: 0 })
    expect(days.reduce((sum, { due }) => sum + due, 0)).toBe(2)
    expect(forecast(state, { at: start + 60 * day, days: 2 }).map(({ due }) => due)).toEqual([2, 0])
  })

  it('are asked by the engine, and their results become reviews', () => {
    let now = start + 30 * day
    const quiz = createQuiz(bank, {
      rules: 'checkpoint',
      select: spaced(state, { newPerDay: 1 }),
      now: () => now++,
    })
    quiz.start()
    const asked: string[] = []
    for (let view = quiz.getView(); view.phase !== 'finished'; view = quiz.getView()) {
      if (view.phase === 'answering') {
        asked.push(view.question.id)
        quiz.respond(view.question.id === 'q1' ? 'b' : 'a')
        quiz.submit()
      } else if (!quiz.next() && !quiz.finish()) break
    }
    expect(asked).toEqual(['q2', 'q1', 'q3'])
    expect(quiz.getResult().questions.map(one => ratingOf(recallOf(one)))).toEqual(['Good', 'Again', 'Good'])
  })
})
