import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ScoredResponse } from '../../../src/marking/index.js'
import {
  type AnsweringView,
  createQuiz,
  type RulesInput,
  type SavedAttempt,
  SavedAttemptError,
  type ScoreRequest,
} from '../../../src/quiz/index.js'
import { bankOf, choose, interactions, quizOf, write } from './quiz.fixture.js'

const three = [choose('1'), choose('2'), choose('3')]
const fixed = { blueprint: { order: 'fixed' } } as const
const full: ScoredResponse = {
  outcome: 'correct',
  score: { raw: 1, min: 0, max: 1, scaled: 1 },
  parts: [],
  trace: [],
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function begun(rules: RulesInput = 'practice') {
  const quiz = createQuiz(bankOf(...three), {
    interactions,
    rules: typeof rules === 'string' ? { preset: rules, ...fixed } : rules,
    seed: 1,
  })
  quiz.start()
  return quiz
}

const stored = (quiz: { save(): SavedAttempt }): SavedAttempt => JSON.parse(JSON.stringify(quiz.save()))
const restore = (saved: unknown, questions = three) =>
  createQuiz(bankOf(...questions), { interactions, restore: saved as SavedAttempt })

describe('a saved attempt', () => {
  it('keeps its deadline, and rings at it', () => {
    const quiz = begun({ preset: 'exam', timeLimit: 60, ...fixed })
    quiz.respond('a')
    const saved = stored(quiz)
    quiz.stop()
    vi.advanceTimersByTime(30_000)
    const again = restore(saved)
    const seen: string[] = []
    again.subscribe(() => seen.push(again.getView().phase))
    vi.advanceTimersByTime(29_999)
    expect(again.getView().phase).toBe('answering')
    vi.advanceTimersByTime(1)
    expect(seen).toEqual(['finished'])
    expect(again.getResult()).toMatchObject({ ending: 'time-up', score: { raw: 1 }, duration: 60_000 })
  })

  it('of the missed alone asks them again, though it was not begun', () => {
    const quiz = begun()
    for (const response of ['b', 'a', 'a']) {
      quiz.respond(response)
      quiz.submit()
      quiz.next()
    }
    quiz.finish()
    quiz.handIn()
    quiz.retake({ only: 'missed', seed: 2 })
    const again = restore(stored(quiz))
    again.start()
    expect(again.getOverview().map(({ id }) => id)).toEqual(['1'])
    expect(() => restore({ ...stored(quiz), only: ['9'] })).toThrow('does not have any more')
  })

  it('that is overdue ends at once, when it should have', () => {
    const quiz = begun({ preset: 'exam', timeLimit: 60, ...fixed })
    const saved = stored(quiz)
    vi.advanceTimersByTime(10_000_000)
    expect(restore(saved).getResult()).toMatchObject({ ending: 'time-up', finishedAt: 1_060_000 })
  })

  it('waits longer than a timer can', () => {
    const month = 31 * 24 * 3600
    const quiz = begun({ preset: 'exam', timeLimit: month, ...fixed })
    vi.advanceTimersByTime(month * 1000 - 1)
    expect(quiz.getView().phase).toBe('answering')
    vi.advanceTimersByTime(1)
    expect(quiz.getView().phase).toBe('finished')
  })

  it('wakes when handing in becomes possible', () => {
    const quiz = begun({ preset: 'exam', minTime: 60, ...fixed })
    quiz.finish()
    let told = 0
    quiz.subscribe(() => told++)
    expect(quiz.getView().can.handIn).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(told).toBeGreaterThan(0)
    expect(quiz.getView().can.handIn).toBe(true)
  })

  it('names the questions that were changed since, and goes on', () => {
    const saved = stored(begun())
    const again = restore(saved, [
      choose('1'),
      choose('2', { stem: 'Which one?' }),
      choose('3', { key: 'b' }),
    ])
    expect(again.changed).toEqual(['2'])
    expect(again.respond('a')).toBe(true)
  })

  const good = () => {
    const quiz = begun()
    quiz.respond('b')
    quiz.submit()
    return stored(quiz)
  }
  it.each<[string, (saved: SavedAttempt) => unknown, readonly string[]]>([
    ['a number', () => 42, ['not-an-attempt']],
    ['text', () => '{}', ['not-an-attempt']],
    ['another version', saved => ({ ...saved, version: 2 }), ['unknown-version']],
    ['another bank', saved => ({ ...saved, bank: 'numbers' }), ['other-bank']],
    ['a lost log', saved => ({ ...saved, log: undefined }), ['bad-log']],
    ['several faults', saved => ({ ...saved, bank: 1, seed: {}, log: [] }), ['other-bank', 'bad-seed']],
    ['a lost step', saved => ({ ...saved, log: saved.log.toSpliced(1, 1) }), ['bad-step']],
    [
      'time that runs back',
      saved => ({ ...saved, log: saved.log.map((step, i) => ({ ...step, at: 9 - i })) }),
      ['bad-step', 'bad-step'],
    ],
    [
      'a step that can not be',
      saved => ({
        ...saved,
        log: saved.log.map(step => (step.type === 'submit' ? { ...step, type: 'handIn' } : step)),
      }),
      ['step-refused'],
    ],
    [
      'a prototype for a step',
      saved => ({
        ...saved,
        log: saved.log.map(step => (step.type === 'submit' ? { ...step, type: 'constructor' } : step)),
      }),
      ['step-refused'],
    ],
    [
      'a damaged draw',
      saved => ({
        ...saved,
        log: saved.log.map(step =>
          step.drew ? { ...step, drew: [{ id: '1', orders: { choices: 'ab' } }] } : step,
        ),
      }),
      ['bad-draw'],
    ],
    [
      'a question that is gone',
      saved => JSON.parse(JSON.stringify(saved).replaceAll('"id":"2"', '"id":"9"')),
      ['question-missing'],
    ],
    ['lost rules', saved => ({ ...saved, rules: { name: 'practice' } }), ['bad-rules']],
  ])('is refused with all that is wrong: %s', (_, damage, codes) => {
    const damaged = damage(good())
    const before = JSON.stringify(damaged)
    try {
      restore(damaged)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(SavedAttemptError)
      expect((error as SavedAttemptError).problems.map(({ code }) => code)).toEqual(codes)
      expect((error as Error).message).toMatch(/can't be restored:\n- \w/)
    }
    expect(JSON.stringify(damaged)).toBe(before)
  })
})

describe('a scorer elsewhere', () => {
  type Answer = {
    resolve: (scored: ScoredResponse) => void
    reject: (error: Error) => void
    request: ScoreRequest
  }
  function remote(rules: RulesInput, questions = three) {
    const asked: Answer[] = []
    const scorer = (request: ScoreRequest) =>
      new Promise<ScoredResponse>((resolve, reject) => void asked.push({ resolve, reject, request }))
    const options = { interactions, rules, scorer }
    const quiz = createQuiz(bankOf(...questions), { ...options, seed: 1 })
    quiz.start()
    const again = (saved: SavedAttempt) => createQuiz(bankOf(...questions), { ...options, restore: saved })
    return { quiz, asked, again }
  }
  const settle = () => vi.advanceTimersByTimeAsync(1)

  it('is waited for, and asked once however often one submits', async () => {
    const { quiz, asked } = remote({ preset: 'practice', ...fixed })
    quiz.respond('b')
    expect([quiz.submit(), quiz.submit(), quiz.respond('a')]).toEqual([true, false, false])
    expect(quiz.getView()).toMatchObject({ phase: 'scoring', response: 'b' })
    expect(asked.map(({ request }) => request)).toEqual([{ id: '1', response: 'b', hints: 0 }])
    asked[0]?.resolve(full)
    await settle()
    expect(quiz.getView()).toMatchObject({
      phase: 'feedback',
      review: { outcome: 'correct', score: { raw: 1 } },
    })
    expect(asked).toHaveLength(1)
  })

  it('may fail: the response stays, and it can be asked again', async () => {
    const { quiz, asked } = remote({ preset: 'practice', ...fixed })
    quiz.respond('b')
    quiz.submit()
    asked[0]?.reject(new Error('No connection.'))
    await settle()
    expect(quiz.getView()).toMatchObject({
      phase: 'scoringFailed',
      scoringProblem: 'No connection.',
      response: 'b',
    })
    expect(quiz.retry()).toBe(true)
    asked[1]?.resolve(full)
    await settle()
    expect((quiz.getView() as AnsweringView).tries.used).toBe(1)
    expect(quiz.getView().phase).toBe('feedback')
  })

  it('is asked again by an attempt that was restored while it waited', async () => {
    const { quiz, asked, again } = remote({ preset: 'practice', ...fixed })
    quiz.respond('b')
    quiz.submit()
    const saved = stored(quiz)
    quiz.stop()
    const restored = again(saved)
    expect(restored.getView().phase).toBe('scoring')
    asked[1]?.resolve(full)
    await settle()
    expect(restored.getView().phase).toBe('feedback')
    expect(asked[1]?.request).toEqual(asked[0]?.request)
  })

  it('scores all at the end, each once, where nothing is shown before', async () => {
    const { quiz, asked } = remote({ preset: 'exam', ...fixed })
    quiz.respond('a')
    quiz.next()
    quiz.respond('b')
    quiz.finish()
    quiz.handIn()
    expect(quiz.getView().phase).toBe('finishing')
    expect(asked.map(({ request }) => request.id)).toEqual(['1', '2'])
    asked[0]?.resolve(full)
    asked[1]?.reject(new Error('Busy.'))
    await settle()
    expect(quiz.getView()).toMatchObject({
      phase: 'finishing',
      scoringProblem: 'Busy.',
      can: { retry: true },
    })
    quiz.retry()
    expect(asked.slice(2).map(({ request }) => request.id)).toEqual(['2'])
    asked[2]?.resolve({ ...full, outcome: 'incorrect', score: { raw: 0, min: 0, max: 1, scaled: 0 } })
    await settle()
    expect(quiz.getResult()).toMatchObject({
      score: { raw: 1, max: 3 },
      counts: { correct: 1, incorrect: 1, unanswered: 1 },
    })
  })

  it('is told what came before: tries, hints and how sure the learner is', async () => {
    const { quiz, asked } = remote({ preset: 'practice', ...fixed }, [
      choose('1', { hints: [{ text: 'First.' }] }),
    ])
    quiz.respond('b')
    quiz.submit()
    asked[0]?.resolve({ ...full, outcome: 'incorrect' })
    await settle()
    quiz.tryAgain()
    quiz.hint()
    quiz.respond('a')
    quiz.submit()
    expect(asked[1]?.request).toEqual({ id: '1', response: 'a', hints: 1, earlier: ['b'] })
  })

  it('still gets the last word when the time is up while it is asked', async () => {
    const { quiz, asked } = remote({ preset: 'practice', timeLimit: 60, ...fixed })
    quiz.respond('a')
    quiz.submit()
    vi.advanceTimersByTime(60_000)
    expect(quiz.getView().phase).toBe('finishing')
    asked[1]?.resolve(full)
    await settle()
    expect(quiz.getView()).toMatchObject({
      phase: 'finished',
      result: { ending: 'time-up', score: { raw: 1 } },
    })
  })
})

describe('a regrade', () => {
  const played = () => {
    const quiz = createQuiz(bankOf(...three, write('4', { points: 2 })), {
      interactions,
      rules: { preset: 'exam', ...fixed },
      seed: 1,
    })
    quiz.start()
    for (const response of ['a', 'b', 'b', 'Because.']) {
      quiz.respond(response)
      quiz.next()
    }
    quiz.handIn()
    return stored(quiz)
  }
  const quiz = quizOf([...three, write('4', { points: 2 })], { preset: 'exam', ...fixed })

  it('says what a mended key would change, and changes nothing', () => {
    const saved = played()
    const bank = bankOf(choose('1'), choose('2', { key: 'b' }), choose('3'), write('4', { points: 2 }))
    const { before, after, changes } = quiz.regrade(saved, { bank })
    expect([before.score?.raw, after.score?.raw]).toEqual([1, 2])
    expect(changes).toMatchObject([
      {
        id: '2',
        reason: 'rescored',
        before: { outcome: 'incorrect' },
        after: { outcome: 'correct', score: { raw: 1 } },
      },
    ])
    expect(saved).toEqual(played())
  })

  it('drops questions, gives everyone their points, and takes marks by hand', () => {
    const { after, changes } = quiz.regrade(played(), {
      drop: ['3'],
      fullPoints: ['2'],
      marks: { 4: { points: 1.5 } },
    })
    expect(after).toMatchObject({ score: { raw: 3.5, max: 4 }, pending: false })
    expect(changes.map(({ id, reason }) => [id, reason])).toEqual([
      ['2', 'full-points'],
      ['3', 'dropped'],
      ['4', 'marked-by-hand'],
    ])
  })

  it('names questions that the bank no longer has', () => {
    const { changes, after } = quiz.regrade(played(), { bank: bankOf(choose('1')) })
    expect(changes.map(({ id, reason }) => [id, reason])).toEqual([
      ['2', 'removed'],
      ['3', 'removed'],
      ['4', 'removed'],
    ])
    expect(after.score).toMatchObject({ raw: 1, max: 1 })
  })
})
