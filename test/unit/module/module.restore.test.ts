import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createModule,
  type LearningModule,
  type SavedModule,
  SavedModuleError,
} from '../../../src/module/index.js'
import { defineInteraction, type Question } from '../../../src/question/index.js'
import {
  banks,
  createClock,
  module,
  moves,
  playQuiz,
  responseFor,
  rivers,
  startModule,
} from './module.fixture.js'

const stored = (way: LearningModule): SavedModule => JSON.parse(JSON.stringify(way.save()))
const restore = (saved: unknown, from = banks) =>
  createModule(module, { banks: from, now: createClock().now, restore: saved as SavedModule })

const withStep = (saved: SavedModule, changes: object) => ({
  ...saved,
  log: [{ ...saved.log[0], ...changes }, ...saved.log.slice(1)],
})

describe('a saved module', () => {
  it('goes on from any moment just as the living one does', () => {
    const names = fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 30 })
    fc.assert(
      fc.property(names, fc.nat(50), (done, seed) => {
        const way = startModule({ unlocking: 'open' }, {}, seed)
        let again: LearningModule | null = null
        for (const name of done) {
          moves[name]?.(way)
          if (again) moves[name]?.(again)
          again ??= null
          const saved = stored(way)
          const restored = createModule(
            { ...module, unlocking: 'open' },
            { banks, now: createClock().now, restore: saved },
          )
          expect(restored.getView()).toEqual(way.getView())
          expect(stored(restored)).toEqual(saved)
          if (again) expect(stored(again)).toEqual(saved)
          again?.stop()
          again = restored
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('keeps the quiz inside at its question and its response', () => {
    const way = startModule()
    way.startPreTest()
    const quiz = way.getQuiz()
    quiz?.start()
    const view = quiz?.getView()
    const id = view && 'question' in view ? view.question.id : ''
    quiz?.respond(responseFor(id))
    const again = restore(stored(way))
    expect(again.getQuiz()?.getView()).toMatchObject({ phase: 'answering', question: { id } })
    playQuiz(again.getQuiz())
    expect(again.getView()).toMatchObject({ phase: 'outcome', preTest: { share: 1 } })
  })

  it('can be left before a quiz inside has begun', () => {
    const way = startModule()
    way.startPreTest()
    const again = restore(stored(way))
    expect(playQuiz(again.getQuiz())).toEqual(playQuiz(way.getQuiz()))
  })

  it.each<[string, (saved: SavedModule) => unknown, string]>([
    ['nothing', () => null, 'not-a-module'],
    ['of another version', saved => ({ ...saved, version: 2 }), 'unknown-version'],
    ['of another module', saved => ({ ...saved, module: 'other' }), 'other-module'],
    ['with a damaged seed', saved => ({ ...saved, seed: null }), 'bad-seed'],
    ['without a log', saved => ({ ...saved, log: null }), 'bad-log'],
    ['with a damaged quiz', saved => ({ ...saved, quiz: 3 }), 'bad-quiz'],
    ['with steps out of order', saved => ({ ...saved, log: saved.log.toReversed() }), 'bad-step'],
    [
      'with a step of no kind',
      saved => ({ ...saved, log: [{ ...saved.log[0], type: 'sleep' }] }),
      'bad-step',
    ],
    [
      'with a step named as what every object has',
      saved => withStep(saved, { type: 'toString' }),
      'bad-step',
    ],
    ['with a lesson of no name', saved => withStep(saved, { lesson: 3 }), 'bad-step'],
    ['with a part of no number', saved => withStep(saved, { part: -1 }), 'bad-step'],
    ['with questions of no name', saved => withStep(saved, { drew: [3] }), 'bad-step'],
    ['with no attempt', saved => withStep(saved, { type: 'quizEnded', attempt: 3 }), 'bad-step'],
    [
      'with a damaged tally',
      saved => withStep(saved, { type: 'quizEnded', attempt: null, tally: { evidence: [{}] } }),
      'bad-step',
    ],
  ])('%s is refused, and says why', (_, damage, code) => {
    const way = startModule()
    way.openLesson('lengths')
    way.startCheck('longer')
    way.getQuiz()?.start()
    const saved = damage(stored(way))
    let problems: readonly { readonly code: string }[] = []
    try {
      // Null stands for none, so it goes by way of the machine's own function.
      createModule(module, { banks, restore: (saved ?? 'null') as SavedModule })
    } catch (error) {
      problems = (error as SavedModuleError).problems
      expect(error).toBeInstanceOf(SavedModuleError)
    }
    expect(problems.map(problem => problem.code)).toContain(code)
  })

  it('whose key was mended reckons anew, and refuses nothing that was let pass', () => {
    const options = { unlocking: 'mastery', mastery: { method: 'in-a-row', count: 1 } } as const
    const rules = { check: 'checkpoint' } as const
    const way = startModule(options, { rules })
    way.openLesson('lengths')
    way.startCheck('longer')
    playQuiz(way.getQuiz())
    way.next()
    way.leave()
    expect(way.openLesson('courses')).toBe(true)
    const questions = rivers.questions.map(question =>
      question.id === 'longer' ? { ...question, key: 'rhine' } : question,
    )
    const again = createModule(
      { ...module, ...options },
      { banks: [{ ...rivers, questions }], rules, now: createClock().now, restore: stored(way) },
    )
    expect(again.getView()).toMatchObject({ phase: 'lesson', lesson: { id: 'courses' }, missed: 1 })
    expect(again.getView().lessons[1]?.status).toBe('locked')
  })
})

describe('a module whose quiz fails', () => {
  const breaking = defineInteraction<
    Question & { readonly type: 'breaking' },
    string,
    { rule: string },
    { type: 'breaking' }
  >({
    type: 'breaking',
    marking: { rule: 'none' },
    read(_, response) {
      if (response === 'break') throw new Error('The kind is broken.')
      return { status: 'answered', response: String(response), complete: true }
    },
    score: () => ({ fraction: 1, lowest: 0, highest: 1, parts: [], trace: [] }),
    solve: () => 'right',
    lists: () => [],
    present: () => ({ type: 'breaking' }),
    describe: (_, response) => response,
  })
  const questions = rivers.questions.map(({ id, stem }) => ({ id, stem, type: 'breaking' }))
  const start = () => {
    const way = createModule(module, {
      banks: [{ ...rivers, questions }],
      interactions: [breaking],
      now: createClock().now,
      seed: 7,
    })
    way.openLesson('courses')
    way.openLesson('lengths')
    way.startCheck('longer')
    way.getQuiz()?.start()
    return way
  }

  it('says so, and starts it again or goes on without', () => {
    const way = start()
    expect(way.getQuiz()?.respond('break')).toBe(false)
    expect(way.getView()).toMatchObject({
      phase: 'quizFailed',
      activity: 'check',
      problem: 'The kind is broken.',
    })
    expect(way.getQuiz()).toBeNull()
    const again = createModule(module, {
      banks: [{ ...rivers, questions }],
      interactions: [breaking],
      now: createClock().now,
      restore: stored(way),
    })
    for (const one of [way, again]) {
      expect(one.retry()).toBe(true)
      one.getQuiz()?.start()
      expect(one.getQuiz()?.getView()).toMatchObject({ phase: 'answering' })
      one.getQuiz()?.respond('break')
      expect(one.leave()).toBe(true)
      expect(one.getView()).toMatchObject({ phase: 'lesson', lesson: { id: 'lengths' } })
    }
  })

  it('keeps what was handed in before, and counts it once where the quiz is started again', () => {
    const way = createModule(module, {
      banks: [{ ...rivers, questions }],
      interactions: [breaking],
      now: createClock().now,
      seed: 7,
    })
    const evidence = () => way.getView().objectives[0]?.mastery.evidence
    const handIn = (response: string) => {
      way.getQuiz()?.start()
      way.getQuiz()?.respond(response)
      way.getQuiz()?.submit()
      way.getQuiz()?.next()
    }
    const breakDown = () => {
      way.getQuiz()?.respond('break')
      expect(way.getView()).toMatchObject({ phase: 'quizFailed' })
    }
    way.practise({ objective: 'tell-lengths' })
    handIn('fine')
    breakDown()
    expect(evidence()).toBe(1)

    way.retry()
    way.getQuiz()?.start()
    breakDown()
    expect(evidence()).toBe(1)

    way.retry()
    handIn('fine')
    way.leave()
    expect(way.getView()).toMatchObject({ phase: 'outcome' })
    expect(evidence()).toBe(1)
    expect(restored(way).getView().objectives).toEqual(way.getView().objectives)

    way.next()
    way.practise({ objective: 'tell-lengths' })
    handIn('fine')
    way.leave()
    expect(evidence()).toBe(2)
  })

  const restored = (way: LearningModule) =>
    createModule(module, {
      banks: [{ ...rivers, questions }],
      interactions: [breaking],
      now: createClock().now,
      restore: stored(way),
    })
})
