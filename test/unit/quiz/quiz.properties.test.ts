import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moodleCertainty } from '../../../src/marking/index.js'
import type { Question } from '../../../src/question/index.js'
import { commands, createQuiz, type Quiz, type RulesInput } from '../../../src/quiz/index.js'
import { bankOf, choose, chooseSeveral, interactions, quizOf, write } from './quiz.fixture.js'

const hints = [{ text: 'First.', cost: 0.25 }, { text: 'Then.' }]
const questions = [
  choose('1', { hints, objective: 'recall' }),
  chooseSeveral('2', { hints, points: 3, timeLimit: 30 }),
  write('3', { points: 2 }),
  choose('4', { tags: ['more'] }),
]
/** The same questions with other keys. */
const rekeyed = questions.map(question =>
  question.type === 'essay'
    ? question
    : ({ ...question, key: question.type === 'single-choice' ? 'c' : ['c'] } as Question),
)

const sections = [
  { id: 'one', title: 'One', pick: [{ count: 2 }], timeLimit: 60 },
  { id: 'two', pick: [{}], order: 'fixed' as const },
]
const allRules: readonly RulesInput[] = [
  'practice',
  'exam',
  'checkpoint',
  { preset: 'practice', navigation: 'forward', sections, triesRule: 'best' },
  { preset: 'practice', timeLimit: 100, certainty: moodleCertainty, incomplete: true },
  { preset: 'exam', timeLimit: 100, timeUp: 'grace', grace: 20, pause: true, minAnswered: 1, minTime: 5 },
  { preset: 'exam', timeUp: 'abandon', timeLimit: 50, summary: false, rounding: { decimals: 0 } },
  { preset: 'exam', submit: 'each', maxTries: 2, hints: true, questionTimeLimit: 10, sections },
  { preset: 'checkpoint', skip: true, questionTimeLimit: 20, questionTimeUp: 'discard', pass: 0.5 },
]

const anyRules = fc.constantFrom(...allRules)
const anyResponse = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 3, arbitrary: fc.subarray(['a', 'b', 'c']) },
  { weight: 1, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.constant('Because it is so.') },
)
type Action = (quiz: Quiz, clock: { now: number }) => void
const anyCommand = fc
  .constantFrom(...commands)
  .filter(name => !['respond', 'certainty', 'goTo', 'abandon'].includes(name))
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: anyCommand.map(
      (name): Action =>
        quiz =>
          void quiz[name as 'start'](),
    ),
  },
  { weight: 3, arbitrary: fc.constant<Action>(quiz => void quiz.submit()) },
  {
    weight: 5,
    arbitrary: anyResponse.map(
      (response): Action =>
        quiz =>
          void quiz.respond(response),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -1, max: 5 }).map(
      (level): Action =>
        quiz =>
          void quiz.certainty(level),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1', '2', '3', '4', '5').map(
      (id): Action =>
        quiz =>
          void quiz.goTo(id),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, 900, 11_000, 40_000, -5_000, -(10 ** 9), 10 ** 9).map(
      (by): Action =>
        (_, clock) => {
          clock.now += by
        },
    ),
  },
  {
    weight: 0.1 * 10,
    arbitrary: fc.constant<Action>(quiz => void (quiz.getView().phase === 'summary' && quiz.handIn())),
  },
)
const anyActions = fc.array(anyAction, { minLength: 5, maxLength: 40 })

function play(
  source: readonly Question[],
  rules: RulesInput,
  actions: readonly Action[],
  look: (quiz: Quiz, clock: { now: number }) => void,
): void {
  const clock = { now: 1_000_000 }
  const quiz = createQuiz(quizOf(source, rules, { now: () => clock.now }), { seed: 7 })
  quiz.start()
  try {
    for (const action of actions) {
      action(quiz, clock)
      look(quiz, clock)
    }
  } finally {
    quiz.stop()
  }
}

describe('any attempt', () => {
  it('goes on after each event as if it had been saved and restored', () => {
    fc.assert(
      fc.property(anyRules, anyActions, (rules, actions) => {
        play(questions, rules, actions, (quiz, { now }) => {
          quiz.retry() // refused, but lets the quiz see what the time is: no timer runs on this clock
          const saved = JSON.parse(JSON.stringify(quiz.save()))
          const view = quiz.getView()
          const restored = createQuiz(bankOf(...questions), { interactions, restore: saved, now: () => now })
          expect(restored.getView()).toEqual(view)
          expect(restored.save()).toEqual(quiz.save())
          expect(restored.changed).toEqual([])
          restored.stop()
        })
      }),
      { numRuns: 60 },
    )
  })

  it('is replayed to the same bit', () => {
    fc.assert(
      fc.property(anyRules, anyActions, (rules, actions) => {
        const defined = quizOf(questions, rules)
        play(questions, rules, actions, quiz => {
          const once = defined.replay(quiz.save())
          expect(defined.save(defined.replay(defined.save(once)))).toEqual(quiz.save())
          expect(JSON.parse(JSON.stringify(once.context))).toEqual(once.context)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('shows a possible view, and points within bounds', () => {
    fc.assert(
      fc.property(anyRules, anyActions, (rules, actions) => {
        let last = 0
        play(questions, rules, actions, quiz => {
          const view = quiz.getView()
          expect(JSON.parse(JSON.stringify(view))).toEqual(view)
          const { number, total, answered } = view.progress
          expect(number).toBeLessThanOrEqual(total)
          expect(answered).toBeLessThanOrEqual(total)
          const { log } = quiz.save()
          expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index))
          const at = log.at(-1)?.at ?? 0
          expect(at).toBeGreaterThanOrEqual(last)
          last = at
          const { score, questions: results } = quiz.getResult()
          for (const one of [score, ...results.map(result => result.score)]) {
            if (!one) continue
            expect(one.raw).toBeGreaterThanOrEqual(one.min - 0.5)
            expect(one.raw).toBeLessThanOrEqual(one.max)
            expect(Math.abs(one.scaled)).toBeLessThanOrEqual(1)
          }
          for (const { spent } of results) expect(spent).toBeGreaterThanOrEqual(0)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('gives what it shows only by events: the same view until something changes', () => {
    fc.assert(
      fc.property(anyRules, anyActions, (rules, actions) => {
        play(questions, rules, actions, quiz => expect(quiz.getView()).toBe(quiz.getView()))
      }),
      { numRuns: 40 },
    )
  })
})

describe('keys', () => {
  const secret = {
    reveal: {
      response: ['after-attempt'],
      outcome: ['after-close'],
      score: ['after-close'],
      feedback: ['after-close'],
      solution: ['after-close'],
    },
    closesAt: 10 ** 15,
  } as const
  const secretive: readonly RulesInput[] = [
    { preset: 'exam', ...secret },
    { preset: 'exam', ...secret, submit: 'each', maxTries: 2, hints: true, sections },
    { preset: 'practice', ...secret, showSolution: false },
    { preset: 'checkpoint', ...secret, questionTimeLimit: 20 },
  ]

  it('show in no view, saved attempt or log before their reveal: with other keys, all of it is the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...secretive), anyActions, (rules, actions) => {
        const shown: unknown[] = []
        play(questions, rules, actions, quiz =>
          shown.push([quiz.getView(), quiz.getOverview(), quiz.save(), quiz.getResult()]),
        )
        const other: unknown[] = []
        play(rekeyed, rules, actions, quiz =>
          other.push([quiz.getView(), quiz.getOverview(), quiz.save(), quiz.getResult()]),
        )
        expect(other).toEqual(shown)
      }),
      { numRuns: 150 },
    )
  })

  it('show in nothing of a question that was not handed in, whatever the rules', () => {
    fc.assert(
      fc.property(anyRules, fc.array(anyResponse), (rules, responses) => {
        const actions = responses.map(
          (response): Action =>
            quiz =>
              void quiz.respond(response),
        )
        const shown: unknown[] = []
        play(questions, rules, actions, quiz => shown.push([quiz.getView(), quiz.save()]))
        const other: unknown[] = []
        play(rekeyed, rules, actions, quiz => other.push([quiz.getView(), quiz.save()]))
        expect(other).toEqual(shown)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a seed', () => {
  it('makes the same quiz', () => {
    fc.assert(
      fc.property(anyRules, fc.oneof(fc.string(), fc.integer()), (rules, seed) => {
        const [one, other] = [0, 1].map(() => {
          const quiz = createQuiz(quizOf(questions, rules, { now: () => 1 }), { seed })
          quiz.start()
          quiz.stop()
          return quiz.save()
        })
        expect(other).toEqual(one)
      }),
    )
  })

  it('shuffles what the score does not depend on', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), anyResponse, (seed, otherSeed, response) => {
        const [one, other] = [seed, otherSeed].map(seed => {
          const quiz = createQuiz(quizOf([choose('1')], 'checkpoint', { now: () => 1 }), { seed })
          quiz.start()
          quiz.respond(response)
          quiz.submit()
          quiz.stop()
          return quiz.getResult().score
        })
        expect(other).toEqual(one)
      }),
    )
  })
})
