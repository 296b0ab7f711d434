import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createModule,
  type LearningModule,
  type Module,
  type SavedModule,
} from '../../../src/module/index.js'
import { banks, createClock, module, moves, playQuiz, rivers, startModule } from './module.fixture.js'

const stored = (way: LearningModule): SavedModule => JSON.parse(JSON.stringify(way.save()))
const restore = (saved: SavedModule, changes: Partial<Module>, from = banks) =>
  createModule({ ...module, ...changes }, { banks: from, now: createClock().now, restore: saved })

const [lengths, courses] = module.lessons as [Module['lessons'][number], Module['lessons'][number]]
const [first, second] = module.objectives as [Module['objectives'][number], Module['objectives'][number]]
const { preTest: _, ...withoutPreTest } = module
const without = (...ids: readonly string[]) => ({
  changes: {
    objectives: [first, second].map(one => ({
      ...one,
      questions: one.questions.filter(id => !ids.includes(id)),
    })),
    lessons: module.lessons.map(({ checks = [], ...lesson }) => ({
      ...lesson,
      checks: checks.map(check => ({ ...check, questions: check.questions.filter(id => !ids.includes(id)) })),
    })),
  },
  banks: [{ ...rivers, questions: rivers.questions.filter(({ id }) => !ids.includes(`rivers/${id}`)) }],
})

/** What authors do to a module that people are in the middle of. */
const edits: {
  readonly [what: string]: { readonly changes: Partial<Module>; readonly banks?: typeof banks }
} = {
  'a part added': {
    changes: { lessons: [{ ...lengths, body: `${lengths.body}\n{{check: more}}\n\nMore. [-]` }, courses] },
  },
  'a part taken out': {
    changes: { lessons: [{ ...lengths, body: 'Short. [-]', checks: [] }, courses] },
  },
  'the first lesson taken out': { changes: { lessons: [courses] } },
  'the second lesson taken out': { changes: { lessons: [lengths] } },
  'the lessons turned round': { changes: { lessons: [courses, lengths] } },
  'another unlocking': { changes: { unlocking: 'mastery' } },
  'a check’s question taken out': without('rivers/longer'),
  'most questions taken out': without(...first.questions.slice(0, 4), ...second.questions.slice(0, 4)),
}

/** The pre-test with everything missed, and the first lesson with its check right. */
function halfWay(): LearningModule {
  const way = startModule()
  way.startPreTest()
  playQuiz(way.getQuiz(), () => true)
  way.next()
  way.openLesson('lengths')
  way.startCheck('longer')
  playQuiz(way.getQuiz())
  way.next()
  way.next()
  way.next()
  expect(way.getView()).toMatchObject({
    phase: 'overview',
    lessons: [{ status: 'done' }, { status: 'open' }],
  })
  return way
}

describe('a way through a module that was changed meanwhile', () => {
  it.each(Object.entries(edits))(
    'goes on after any moment: %s',
    (_, { changes, banks: left = banks }) => {
      const names = fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 25 })
      fc.assert(
        fc.property(names, fc.nat(50), (done, seed) => {
          const way = startModule({ unlocking: 'open' }, {}, seed)
          for (const name of done) moves[name]?.(way)
          const saved = stored(way)
          const again = restore(saved, { unlocking: 'open', ...changes }, left)
          const read = way.getView().lessons.filter(({ status }) => status === 'done' || status === 'read')
          for (const { id, status } of again.getView().lessons)
            if (read.some(lesson => lesson.id === id)) expect(['read', 'done']).toContain(status)
          // Nothing is thrown away: with the module as it was, all is there again.
          const back = restore(stored(again), { unlocking: 'open' })
          // A quiz that ran may have been ended by the change: what was handed in counts then, as when one leaves it.
          for (const one of [way, back]) moves.abandon?.(one)
          expect(back.getResult().objectives).toEqual(way.getResult().objectives)
          expect(back.getResult().lessonsDone).toEqual(way.getResult().lessonsDone)
          for (const name of done) moves[name]?.(again)
          expect(() =>
            restore(stored(again), { unlocking: 'open', ...changes }, left).getView(),
          ).not.toThrow()
        }),
        { numRuns: 15 },
      )
    },
    60_000,
  )

  it('keeps a lesson open that was read, though it would be closed now', () => {
    const way = startModule({ unlocking: 'open' })
    for (const name of ['courses', 'next', 'next']) moves[name]?.(way)
    const again = restore(stored(way), { unlocking: 'mastery' })
    expect(again.getView().lessons[1]?.status).toBe('read')
    expect(again.openLesson('courses')).toBe(true)
  })

  it('starts no test for which no question is left, and says so', () => {
    const { changes, banks: left } = edits['most questions taken out'] ?? { changes: {} }
    const way = restore(stored(startModule()), { unlocking: 'open', ...changes }, left)
    way.startPostTest()
    expect(way.getQuiz()?.start()).toBe(false)
    expect(way.getQuiz()?.getView()).toMatchObject({ phase: 'ready', refusal: { code: 'nothing-to-ask' } })
    expect(way.leave()).toBe(true)
  })

  it('keeps lessons read, checks gone through, and the share of the pre-test', () => {
    const saved = stored(halfWay())
    expect(restore(saved, edits['a part added']!.changes).getView().lessons[0]?.status).toBe('done')
    const again = createModule(withoutPreTest, { banks, now: createClock().now, restore: saved })
    expect(again.getResult()).toMatchObject({ preTest: 0, lessonsDone: ['lengths'] })
    expect(again.problems).toEqual([])
  })

  it.each<[string, (way: LearningModule) => void]>([
    ['while it is read', () => {}],
    ['in its check', way => void way.startCheck('longer')],
    [
      'after its check',
      way => {
        way.startCheck('longer')
        playQuiz(way.getQuiz())
      },
    ],
  ])('leads to the overview where the lesson at hand is gone, and names it: %s', (_, lead) => {
    const way = startModule()
    way.openLesson('lengths')
    lead(way)
    const again = restore(stored(way), { lessons: [courses] })
    expect(again.problems).toMatchObject([{ code: 'lesson-gone', path: ['lessons', 'lengths'] }])
    for (const one of [again, restore(stored(again), { lessons: [courses] })]) {
      if (one.getQuiz()) playQuiz(one.getQuiz())
      one.next()
      expect(one.getView().phase).toBe('overview')
    }
  })

  it('shows the last part where a lesson has become shorter', () => {
    const way = startModule()
    way.openLesson('lengths')
    way.next()
    const again = restore(stored(way), edits['a part taken out']!.changes)
    expect(again.getView()).toMatchObject({ phase: 'lesson', lesson: { part: 0, parts: [{}] } })
    expect(again.previous()).toBe(false)
    expect(again.next()).toBe(true)
    expect(again.getView().phase).toBe('overview')
  })

  it('takes an attempt that lost a question by what it came to then, and names it', () => {
    const saved = stored(halfWay())
    const asked = saved.log.find(({ drew }) => drew)?.drew ?? []
    const lost = without(asked[0] ?? '')
    const again = restore(saved, lost.changes, lost.banks)
    expect(again.problems).toMatchObject([
      { code: 'attempt-unread', message: expect.stringContaining('does not have any more') },
    ])
    expect(again.getResult()).toMatchObject({ preTest: 0, lessonsDone: ['lengths'] })
    expect(again.getView().objectives.map(({ mastery }) => mastery.evidence)).toEqual([1, 1])
    // What was missed is asked again, as far as it is there.
    expect(again.getView().missed).toBe(1)
    again.practise()
    expect(playQuiz(again.getQuiz())).toEqual([asked[1]])
  })

  it('ends a running quiz that lost a question with what was handed in', () => {
    const way = startModule()
    way.practise({ objective: 'tell-lengths' })
    const quiz = way.getQuiz()
    quiz?.start()
    playOne()
    const view = quiz?.getView()
    const lost = without(view && 'question' in view ? view.question.id : '')
    const again = restore(stored(way), lost.changes, lost.banks)
    expect(again.getView()).toMatchObject({ phase: 'outcome', activity: 'practice', quiz: null })
    expect(again.getView().objectives[0]?.mastery.evidence).toBe(1)
    expect(again.problems).toMatchObject([{ code: 'attempt-unread' }])
    again.next()
    expect(again.getView().phase).toBe('overview')

    function playOne() {
      quiz?.showSolution()
      quiz?.next()
    }
  })

  it('drops a quiz that was never begun and asks what is gone', () => {
    const way = startModule()
    way.openLesson('lengths')
    way.startCheck('longer')
    const lost = without('rivers/longer')
    for (const saved of [stored(way), { ...stored(way), quiz: null }]) {
      const again = restore(saved, lost.changes, lost.banks)
      expect(again.getView()).toMatchObject({ phase: 'lesson', lesson: { id: 'lengths' } })
      expect(again.problems).toEqual([])
    }
  })
})
