import { describe, expect, it } from 'vitest'
import { moodleCertainty } from '../../../src/marking/index.js'
import type { Question } from '../../../src/question/index.js'
import {
  type AnsweringView,
  combineAttempts,
  createQuiz,
  type FinishedView,
  type Quiz,
  type QuizView,
  type RulesInput,
  resolveRules,
  type SummaryView,
} from '../../../src/quiz/index.js'
import { choose, chooseSeveral, quizOf, write } from './quiz.fixture.js'

const plainLetters = ['a', 'b'].map(id => ({ id, text: id.toUpperCase() }))
const three = [choose('1'), choose('2'), choose('3')]

type WithoutPhase<View> = Omit<View, 'phase' | 'refusal'>
type Seen = WithoutPhase<AnsweringView> &
  WithoutPhase<SummaryView> &
  WithoutPhase<FinishedView> & { readonly refusal: unknown }

/** A quiz that has begun, its questions in the order of the bank, on a clock that the test sets. */
function begin(
  rules: RulesInput,
  questions: readonly Question[] = three,
  more: Parameters<typeof quizOf>[2] = {},
) {
  const clock = { now: 1_000_000 }
  const fixed = { blueprint: { order: 'fixed' } } as const
  const input = typeof rules === 'string' ? { preset: rules, ...fixed } : { ...fixed, ...rules }
  const quiz = createQuiz(
    quizOf(questions, input.sections ? rules : input, { now: () => clock.now, ...more }),
    { seed: 1 },
  )
  quiz.start()
  return { quiz, clock }
}

function answer(quiz: Quiz, ...responses: readonly unknown[]): void {
  for (const response of responses) {
    quiz.respond(response)
    quiz.submit()
    quiz.next()
  }
}

/** Whatever there is to see, in any phase. */
const at = (quiz: Quiz) => quiz.getView() as unknown as Seen
const questionAt = (quiz: Quiz) => at(quiz).question?.id
const phaseOf = (quiz: Quiz): QuizView['phase'] => quiz.getView().phase

describe('moving about', () => {
  it('goes forward only where the rules say so, and only once a question is done', () => {
    const { quiz } = begin('checkpoint')
    expect([quiz.next(), quiz.previous(), quiz.goTo('3'), quiz.skip()]).toEqual([false, false, false, false])
    quiz.respond('b')
    quiz.submit()
    expect(quiz.next()).toBe(true)
    expect([questionAt(quiz), quiz.previous()]).toEqual(['2', false])
  })

  it('goes anywhere where the rules are free, and shows what is done as done', () => {
    const { quiz } = begin('practice')
    answer(quiz, 'a')
    expect(questionAt(quiz)).toBe('2')
    expect([quiz.goTo('3'), questionAt(quiz), phaseOf(quiz)]).toEqual([true, '3', 'answering'])
    expect([quiz.goTo('1'), questionAt(quiz), phaseOf(quiz)]).toEqual([true, '1', 'feedback'])
    expect(quiz.goTo('none')).toBe(false)
  })

  it('skips, flags, and tells of both before handing in', () => {
    const { quiz } = begin('exam')
    quiz.flag()
    quiz.skip()
    quiz.respond('b')
    quiz.next()
    quiz.next()
    expect(phaseOf(quiz)).toBe('summary')
    expect(at(quiz).questions).toMatchObject([
      { id: '1', answered: false, flagged: true, skipped: true, open: true, outcome: null },
      { id: '2', answered: true, flagged: false, skipped: false },
      { id: '3', answered: false },
    ])
    expect(at(quiz).progress).toEqual({ number: 3, total: 3, answered: 1, flagged: 1 })
    quiz.goTo('1')
    quiz.respond('a')
    quiz.finish()
    quiz.handIn()
    expect(at(quiz).result).toMatchObject({
      ending: 'handed-in',
      score: { raw: 1, max: 3 },
      counts: { correct: 1, incorrect: 1, unanswered: 1 },
    })
  })

  it('keeps responses changeable until they are handed in together', () => {
    const { quiz } = begin('exam')
    quiz.respond('b')
    quiz.next()
    quiz.previous()
    expect(at(quiz).response).toBe('b')
    quiz.respond('a')
    quiz.clear()
    expect(at(quiz).response).toBe(null)
    expect(quiz.submit()).toBe(false)
  })

  it('changes nothing on what is not allowed', () => {
    const { quiz } = begin('exam')
    const before = quiz.getView()
    expect([
      quiz.hint(),
      quiz.pause(),
      quiz.tryAgain(),
      quiz.retry(),
      quiz.resume(),
      quiz.certainty(1),
    ]).not.toContain(true)
    expect(quiz.getView()).toBe(before)
  })
})

describe('tries and hints', () => {
  const hints = [{ text: 'First.', cost: 0.25 }, { text: 'Then.' }]

  it('takes a third off for each failed try, and shows the key only after the last', () => {
    const { quiz } = begin('practice')
    for (const [response, solution] of [
      ['b', null],
      ['c', null],
    ] as const) {
      quiz.respond(response)
      quiz.submit()
      expect(at(quiz).review).toMatchObject({
        outcome: 'incorrect',
        solution,
        feedbackOn: { [response]: `You picked ${response}.` },
      })
      quiz.tryAgain()
    }
    quiz.respond('a')
    quiz.submit()
    expect(at(quiz).review?.score?.raw).toBeCloseTo(1 / 3)
    expect(at(quiz).review?.solution).toMatchObject({ response: 'a', inWords: 'A' })
    expect(quiz.tryAgain()).toBe(false)
  })

  it('shows hints one by one, at their cost', () => {
    const { quiz } = begin('practice', [choose('1', { hints })])
    expect([quiz.hint(), at(quiz).hints, quiz.hint(), at(quiz).hints, quiz.hint()]).toEqual([
      true,
      ['First.'],
      true,
      ['First.', 'Then.'],
      false,
    ])
    quiz.respond('a')
    quiz.submit()
    expect(at(quiz).review?.score?.raw).toBe(0.75)
  })

  it('gives nothing once the solution was asked for', () => {
    const { quiz } = begin('practice')
    quiz.respond('b')
    quiz.submit()
    quiz.tryAgain()
    quiz.showSolution()
    expect(at(quiz).review).toMatchObject({ score: { raw: 0 }, solution: { response: 'a' } })
    expect(quiz.respond('a')).toBe(false)
  })

  it('starts one question afresh on redo', () => {
    const { quiz } = begin('practice')
    quiz.showSolution()
    quiz.redo()
    expect(at(quiz)).toMatchObject({ phase: 'answering', response: null, tries: { used: 0 }, review: null })
  })

  it('goes by how sure the learner is, where the rules ask', () => {
    const { quiz } = begin({ preset: 'checkpoint', certainty: moodleCertainty })
    expect([quiz.certainty(0), quiz.certainty(4), quiz.certainty(3)]).toEqual([false, false, true])
    quiz.respond('a')
    quiz.submit()
    expect(at(quiz).review?.score?.raw).toBe(3)
    quiz.next()
    quiz.certainty(3)
    quiz.respond('b')
    quiz.submit()
    expect(at(quiz).review?.score?.raw).toBe(-6)
  })

  it('names what keeps a response from being handed in, and keeps it', () => {
    const { quiz } = begin('practice', [chooseSeveral('1', { choose: { max: 1 } })])
    quiz.respond(['a', 'b'])
    expect(at(quiz)).toMatchObject({
      response: ['a', 'b'],
      problem: 'too-many-choices',
      can: { submit: false },
    })
    quiz.respond(['a'])
    expect(at(quiz)).toMatchObject({ problem: null, can: { submit: true } })
  })

  it('never tells by what it allows whether a response was right, where the outcome is hidden', () => {
    const hidden = {
      preset: 'practice',
      reveal: { ...resolveRules('practice').reveal, outcome: [], score: [], solution: [] },
    } as const
    const after = ['a', 'b'].map(response => {
      const { quiz } = begin(hidden, [choose('1', { choices: plainLetters })])
      quiz.respond(response)
      quiz.submit()
      return { ...at(quiz), response: null, review: { ...at(quiz).review, response: null, inWords: null } }
    })
    expect(after[1]).toEqual(after[0])
  })
})

describe('time', () => {
  it.each([
    ['hand-in', 'time-up', 1],
    ['abandon', 'abandoned', 0],
  ] as const)('at its end: %s', (timeUp, ending, answered) => {
    const { quiz, clock } = begin({ preset: 'exam', timeLimit: 60, timeUp })
    quiz.respond('a')
    clock.now += 61_000
    expect(quiz.respond('b')).toBe(false)
    expect(at(quiz).result).toMatchObject({ ending, finishedAt: 1_060_000, counts: { correct: answered } })
  })

  it('gives grace to hand in, but not to change anything', () => {
    const { quiz, clock } = begin({ preset: 'exam', timeLimit: 60, timeUp: 'grace', grace: 30 })
    quiz.respond('a')
    clock.now += 61_000
    expect(quiz.respond('b')).toBe(false)
    expect(at(quiz)).toMatchObject({
      phase: 'summary',
      time: { overdue: true, deadline: 1_090_000 },
      can: { goTo: false },
    })
    clock.now += 10_000
    expect(quiz.handIn()).toBe(true)
    expect(at(quiz).result).toMatchObject({ ending: 'handed-in', score: { raw: 1 } })
  })

  it('abandons what was not handed in within the grace', () => {
    const { quiz, clock } = begin({ preset: 'exam', timeLimit: 60, timeUp: 'grace', grace: 30 })
    clock.now += 100_000
    expect(quiz.handIn()).toBe(false)
    expect(at(quiz).result).toMatchObject({ ending: 'abandoned', finishedAt: 1_090_000 })
  })

  it.each([
    ['submit', 'correct'],
    ['discard', 'unanswered'],
  ] as const)('at the end of a question: %s', (questionTimeUp, outcome) => {
    const { quiz, clock } = begin({ preset: 'checkpoint', questionTimeLimit: 10, questionTimeUp })
    quiz.respond('a')
    clock.now += 10_000
    quiz.retry()
    expect(at(quiz)).toMatchObject({ phase: 'feedback', review: { outcome } })
    expect(quiz.next()).toBe(true)
    expect(at(quiz).time.limits.question).toBe(1_020_000)
  })

  it('takes the stricter of the limits of rules and question, stretched for the learner who needs it', () => {
    const { quiz } = begin(
      { preset: 'exam', timeLimit: 100, questionTimeLimit: 50, extraTime: { factor: 1.5, seconds: 10 } },
      [choose('1', { timeLimit: 20 })],
    )
    expect(at(quiz).time.limits).toEqual({ quiz: 1_160_000, section: null, question: 1_040_000 })
  })

  it('moves every deadline by a pause, and hides the question meanwhile', () => {
    const { quiz, clock } = begin({ preset: 'practice', timeLimit: 60, questionTimeLimit: 30 })
    clock.now += 10_000
    quiz.pause()
    expect(at(quiz)).toMatchObject({ phase: 'paused' })
    expect(at(quiz).question).toBeUndefined()
    clock.now += 1_000_000
    quiz.resume()
    expect(at(quiz).time.limits).toMatchObject({ quiz: 2_060_000, question: 2_030_000 })
    clock.now += 5_000
    answer(quiz, 'a')
    expect(quiz.getResult().questions[0]?.spent).toBe(15_000)
  })

  it('lets nobody hand in too early, or with too little', () => {
    const { quiz, clock } = begin({ preset: 'exam', minTime: 30, minAnswered: 2 })
    quiz.respond('a')
    quiz.finish()
    expect([at(quiz).refusal, quiz.handIn()]).toEqual(['too-early', false])
    clock.now += 30_000
    expect([at(quiz).refusal, quiz.handIn()]).toEqual(['too-few-answered', false])
    quiz.goTo('2')
    quiz.respond('b')
    quiz.finish()
    expect([at(quiz).refusal, at(quiz).can.handIn, quiz.handIn()]).toEqual([null, true, true])
  })

  it('opens and closes when the rules say', () => {
    const { quiz, clock } = begin({
      preset: 'exam',
      opensAt: 2_000_000,
      closesAt: 3_000_000,
      timeLimit: 3600,
    })
    expect(quiz.getView()).toMatchObject({
      phase: 'ready',
      refusal: { code: 'not-open-yet', from: 2_000_000 },
      can: { start: false },
    })
    clock.now = 2_500_000
    expect(quiz.getView()).toMatchObject({ refusal: null, can: { start: true } })
    quiz.start()
    expect(quiz.getView().time.deadline).toBe(3_000_000)
  })

  it('is not turned back by a clock that jumps back', () => {
    const { quiz, clock } = begin({ preset: 'exam', timeLimit: 60 })
    clock.now += 30_000
    quiz.respond('a')
    clock.now -= 1_000_000
    quiz.respond('b')
    expect(at(quiz).time.deadline).toBe(1_060_000)
    clock.now = 1_060_000
    expect([quiz.respond('c'), phaseOf(quiz)]).toEqual([false, 'finished'])
    expect(quiz.getResult().duration).toBe(60_000)
  })
})

describe('sections', () => {
  const sections = [
    { id: 'one', title: 'Part one', pick: [{ ids: ['1', '2'] }], order: 'fixed', timeLimit: 60 },
    { id: 'two', pick: [{ ids: ['3'] }], timeLimit: 60 },
  ] as const

  it('have a heading and a time of their own, that starts when they are entered', () => {
    const { quiz, clock } = begin({ preset: 'exam', sections })
    expect(at(quiz)).toMatchObject({
      section: { id: 'one', title: 'Part one' },
      time: { limits: { section: 1_060_000 } },
    })
    clock.now += 20_000
    quiz.goTo('3')
    expect(at(quiz)).toMatchObject({
      section: { id: 'two', title: null },
      time: { limits: { section: 1_080_000 } },
    })
  })

  it('lock when their time is up, and lead to the next', () => {
    const { quiz, clock } = begin({ preset: 'exam', sections })
    quiz.respond('a')
    clock.now += 60_000
    quiz.respond('b')
    expect(questionAt(quiz)).toBe('3')
    expect([quiz.goTo('1'), quiz.getOverview().map(({ open }) => open)]).toEqual([
      false,
      [false, false, true],
    ])
    quiz.finish()
    quiz.handIn()
    expect(quiz.getResult().counts).toMatchObject({ correct: 1 })
  })
})

describe('choosing questions', () => {
  const bank = [
    choose('1', { tags: ['a'], difficulty: 'easy', objective: 'o' }),
    choose('2', { tags: ['a', 'b'], difficulty: 'hard' }),
    chooseSeveral('3', { tags: ['b'], objective: 'p' }),
    write('4'),
    choose('5', { tags: ['b'] }),
  ]
  const drawnBy = (rules: object, more: Parameters<typeof quizOf>[2] = {}) => {
    const { quiz } = begin({ preset: 'exam', ...rules }, bank, more)
    return quiz.getOverview().map(({ id }) => id)
  }

  it.each<[string, object, readonly string[]]>([
    ['tag', { tags: ['b'] }, ['2', '3', '5']],
    ['objective', { objectives: ['o', 'p'] }, ['1', '3']],
    ['difficulty', { difficulties: ['easy', 'hard'] }, ['1', '2']],
    ['kind', { types: ['essay', 'multiple-response'] }, ['3', '4']],
    ['several at once', { tags: ['b'], types: ['single-choice'] }, ['2', '5']],
  ])('picks by %s', (_, pick, ids) => {
    expect(drawnBy({ blueprint: { pick: [pick], order: 'fixed' } })).toEqual(ids)
  })

  it('picks as many as are asked for, the required ones among them', () => {
    for (let seed = 0; seed < 20; seed++) {
      const quiz = createQuiz(
        quizOf(bank, { preset: 'exam', blueprint: { pick: [{ count: 3 }], require: ['4'] } }),
        { seed },
      )
      quiz.start()
      quiz.stop()
      const ids = quiz.getOverview().map(({ id }) => id)
      expect(ids).toHaveLength(3)
      expect(ids).toContain('4')
    }
  })

  it('refuses a bank that is too small for what is to be picked, all of it in one message', () => {
    expect(() => drawnBy({ blueprint: { pick: [{ tags: ['a'], count: 3 }], require: ['9'] } })).toThrow(
      /9[\s\S]*3/,
    )
  })

  it('keeps pinned choices in their place', () => {
    const pinned = choose('1', {
      choices: ['a', 'b', 'c', 'd'].map(id => ({ id, text: id, pinned: id === 'd' })),
    })
    const orders = new Set<string>()
    for (let seed = 0; seed < 30; seed++) {
      const quiz = createQuiz(quizOf([pinned], 'exam'), { seed })
      quiz.start()
      quiz.stop()
      const { choices } = at(quiz).question as unknown as { choices: readonly { id: string }[] }
      orders.add(choices.map(({ id }) => id).join(''))
    }
    expect(orders.size).toBeGreaterThan(3)
    expect([...orders].every(order => order.endsWith('d'))).toBe(true)
  })

  it('puts questions first that earlier attempts have not shown', () => {
    const rules = { preset: 'exam', unseenFirst: true, blueprint: { pick: [{ count: 2 }] } } as const
    const quiz = createQuiz(quizOf(bank, rules), { seed: 1 })
    const seen: string[] = []
    for (let attempt = 0; attempt < 2; attempt++) {
      quiz.start()
      seen.push(...quiz.getOverview().map(({ id }) => id))
      quiz.finish()
      quiz.handIn()
      quiz.retake({ seed: attempt })
    }
    quiz.stop()
    expect(new Set(seen).size).toBe(4)
  })

  it('asks a selector of the host after each question, and writes down what it drew', () => {
    const asked: number[] = []
    const select = ({ attempt }: { attempt: { slots: readonly { id: string; response: unknown }[] } }) => {
      asked.push(attempt.slots.length)
      const last = attempt.slots.at(-1)
      if (attempt.slots.length === 3) return []
      return [
        { id: last?.response === 'a' ? '5' : String(attempt.slots.length + 1), section: null, orders: {} },
      ]
    }
    const { quiz } = begin({ preset: 'checkpoint' }, bank, { select })
    expect(questionAt(quiz)).toBe('1')
    answer(quiz, 'b')
    expect(questionAt(quiz)).toBe('2')
    answer(quiz, 'a')
    expect(questionAt(quiz)).toBe('5')
    answer(quiz, 'b')
    expect(phaseOf(quiz)).toBe('finished')
    expect(quiz.save().log.flatMap(({ drew = [] }) => drew.map(({ id }) => id))).toEqual(['1', '2', '5'])
  })
})

describe('what is shown when', () => {
  const shownAs = {
    outcome: 'incorrect',
    score: { raw: 0 },
    feedback: ['No.'],
    solution: { response: 'a' },
    response: 'b',
  }
  const question = choose('1', { feedback: { incorrect: 'No.' } })
  const never = { response: [], outcome: [], score: [], feedback: [], solution: [] }

  it.each(['response', 'outcome', 'score', 'feedback', 'solution'] as const)('%s', what => {
    for (const moment of ['after-question', 'after-attempt', 'after-close'] as const) {
      const reveal = { ...never, [what]: [moment] }
      const rules = { preset: 'practice', maxTries: 1, closesAt: 2_000_000, reveal } as const
      const { quiz, clock } = begin(rules, [question, choose('2')])
      const seen: Record<string, unknown> = {}
      const look = (now: string) => {
        const view = at(quiz)
        seen[now] = view.reviews?.[0]?.[what] ?? view.review?.[what] ?? null
      }
      quiz.respond('b')
      quiz.submit()
      quiz.goTo('1')
      look('after-question')
      quiz.abandon()
      look('after-attempt')
      clock.now = 2_000_000
      look('after-close')
      for (const [now, value] of Object.entries(seen)) {
        if (now === moment) expect({ value }, now).toMatchObject({ value: shownAs[what] })
        else expect(value, `${what} for ${moment}, at ${now}`).toBe(null)
      }
    }
  })

  it('holds back what is said to everyone until no try is left, as it may tell the key', () => {
    const asked = choose('1', { feedback: { incorrect: 'No.', general: 'It was A.' } })
    const { quiz } = begin({ preset: 'practice', maxTries: 2 }, [asked])
    const said = ['b', 'c'].map(response => {
      quiz.respond(response)
      quiz.submit()
      const { review } = at(quiz)
      quiz.tryAgain()
      return review?.feedback
    })
    expect(said).toEqual([['No.'], ['No.', 'It was A.']])
  })

  it('shows overall feedback by band, and whether it was passed', () => {
    const bands = [
      { from: 0, text: 'Read it again.' },
      { from: 0.5, text: 'Well read.' },
    ]
    const { quiz } = begin({ preset: 'checkpoint', pass: 0.6, bands })
    answer(quiz, 'a', 'a', 'b')
    expect(at(quiz).result).toMatchObject({ passed: true, band: 'Well read.', score: { scaled: 2 / 3 } })
  })
})

describe('further attempts', () => {
  it('are limited in number and by a delay', () => {
    const { quiz, clock } = begin({ preset: 'checkpoint', attempts: { max: 2, delay: 60 } })
    answer(quiz, 'a', 'b', 'b')
    quiz.retake()
    expect(quiz.getView()).toMatchObject({ phase: 'ready', refusal: { code: 'too-soon', from: 1_060_000 } })
    clock.now += 60_000
    expect(quiz.start()).toBe(true)
    answer(quiz, 'a', 'a', 'b')
    quiz.retake()
    expect(quiz.getView()).toMatchObject({
      refusal: { code: 'no-attempts-left' },
      about: { attempts: { used: 2, max: 2 } },
    })
  })

  it('ask only what was missed, if that is wanted', () => {
    const { quiz } = begin('checkpoint')
    answer(quiz, 'a', 'b', 'c')
    expect(quiz.retake({ only: 'missed', seed: 3 })).toBe(true)
    quiz.start()
    expect(
      quiz
        .getOverview()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['2', '3'])
    answer(quiz, 'a', 'a')
    expect(quiz.getResult().score).toMatchObject({ raw: 2, max: 2 })
    quiz.retake()
    quiz.start()
    expect(quiz.getOverview()).toHaveLength(3)
    quiz.stop()
  })

  it('build on the last, if the rules say so', () => {
    const { quiz } = begin({ preset: 'exam', attempts: { buildOnLast: true } })
    quiz.respond('b')
    quiz.finish()
    quiz.handIn()
    quiz.retake()
    quiz.start()
    expect(at(quiz)).toMatchObject({ question: { id: '1' }, response: 'b' })
    quiz.stop()
  })

  it.each([
    ['best', 1],
    ['last', 0],
    ['first', 1 / 3],
    ['average', 4 / 9],
  ] as const)('count together: %s', (method, share) => {
    const results = [
      ['a', 'b', 'b'],
      ['a', 'a', 'a'],
      ['b', 'b', 'b'],
    ].map(responses => {
      const { quiz } = begin('checkpoint')
      answer(quiz, ...responses)
      return quiz.getResult()
    })
    expect(combineAttempts(results, method)).toBeCloseTo(share)
    expect(combineAttempts([], method)).toBe(null)
  })
})

describe('marks by hand', () => {
  it('wait for a person where only a person can tell', () => {
    const { quiz } = begin({ preset: 'checkpoint', pass: 0.5 }, [write('1', { points: 4 }), choose('2')])
    answer(quiz, 'Because.', 'a')
    expect(quiz.getResult()).toMatchObject({ pending: true, passed: null, score: { raw: 1, max: 5 } })
    quiz.mark('1', { points: 3, comment: 'Good.' })
    expect(at(quiz)).toMatchObject({
      result: { pending: false, passed: true, score: { raw: 4 } },
      reviews: [{ outcome: 'partial', comment: 'Good.' }, {}],
    })
    expect(() => quiz.mark('1', { points: 5 })).toThrow(RangeError)
    expect(() => quiz.mark('9', { points: 1 })).toThrow(/no question '9'/)
  })
})

describe('rules that contradict one another', () => {
  it('are refused by name, all at once', () => {
    const wrong = {
      preset: 'exam',
      maxTries: 0,
      redo: true,
      timeUp: 'grace',
      pass: 2,
      timeLimit: -1,
      reveal: resolveRules('practice').reveal,
    } as const
    expect(() => resolveRules(wrong)).toThrow(
      /together[\s\S]*redo[\s\S]*maxTries[\s\S]*grace[\s\S]*time limit[\s\S]*pass/,
    )
    expect(() => resolveRules('quick' as 'exam')).toThrow(/no preset 'quick'.*practice, exam, checkpoint/)
  })

  it('are none in the presets', () => {
    for (const name of ['practice', 'exam', 'checkpoint'] as const) expect(resolveRules(name).name).toBe(name)
  })
})
