import { describe, expect, it } from 'vitest'
import { parseBank } from '../../../src/bank/index.js'
import type { BuiltInQuestion } from '../../../src/interactions/index.js'
import { lintBank } from '../../../src/lint/index.js'
import { defineModule, type Module, type ModuleView } from '../../../src/module/index.js'
import type { Bank } from '../../../src/question/index.js'
import { banks, module, playQuiz, rivers, startModule } from './module.fixture.js'

type Lesson = Module['lessons'][number]

const phase = (view: ModuleView) => view.phase

describe('a way through a module', () => {
  it('goes from the pre-test over the lessons to the post-test', () => {
    const way = startModule()
    expect(way.getView()).toMatchObject({
      phase: 'overview',
      lessons: [{ status: 'open' }, { status: 'locked', lock: { lessons: ['lengths'] } }],
      preTest: { status: 'open', questions: 2 },
      postTest: { status: 'locked', questions: 3, pass: 0.8 },
      completed: false,
    })
    expect(way.startPostTest()).toBe(false)
    expect(way.startPreTest()).toBe(true)
    const pre = playQuiz(way.getQuiz(), () => true)
    expect(pre).toHaveLength(2)
    expect(way.getView()).toMatchObject({ phase: 'outcome', activity: 'preTest', missed: 2 })
    way.next()
    expect(way.startPreTest()).toBe(false)

    for (const { id } of module.lessons) {
      expect(way.openLesson(id)).toBe(true)
      readToEnd()
    }
    expect(way.getView()).toMatchObject({
      phase: 'overview',
      lessons: [{ status: 'done' }, { status: 'done' }],
      preTest: { status: 'done', share: 0 },
      postTest: { status: 'open' },
    })
    expect(way.finish()).toBe(false)
    way.startPostTest()
    const post = playQuiz(way.getQuiz())
    expect(post.filter(id => pre.includes(id))).toEqual([])
    expect(way.getView()).toMatchObject({
      phase: 'outcome',
      completed: true,
      gain: { pre: 0, post: 1, normalised: 1 },
    })
    expect(way.getView().objectives).toMatchObject([
      { id: 'tell-lengths', gain: { pre: 0, post: 1 } },
      { id: 'trace-courses', gain: { pre: 0, post: 1 } },
    ])
    way.next()
    expect(way.finish()).toBe(true)
    expect(way.getView()).toMatchObject({
      phase: 'finished',
      result: { completed: true, passed: true, lessonsDone: ['lengths', 'courses'] },
    })
    expect(way.openLesson('lengths')).toBe(false)

    function readToEnd() {
      for (;;) {
        const view = way.getView()
        if (view.phase !== 'lesson') return
        const { check } = view.lesson.parts[view.lesson.part] ?? {}
        if (check && !check.done) {
          way.startCheck(check.id)
          playQuiz(way.getQuiz())
        }
        way.next()
      }
    }
  })

  it('asks again only what was missed', () => {
    const way = startModule()
    expect(way.practise()).toBe(false)
    way.startPreTest()
    const [first = ''] = playQuiz(way.getQuiz(), () => true)
    way.next()
    way.practise()
    expect(playQuiz(way.getQuiz(), id => id !== first)).toHaveLength(2)
    expect(way.getView()).toMatchObject({ phase: 'outcome', activity: 'practice', missed: 1 })
    way.practise()
    expect(playQuiz(way.getQuiz())).toHaveLength(1)
    expect(way.getView()).toMatchObject({ missed: 0 })
    expect(way.practise()).toBe(false)
  })

  it('says what to see again, by objective and by misreading', () => {
    const way = startModule()
    way.openLesson('lengths')
    way.startCheck('longer')
    const quiz = way.getQuiz()
    quiz?.start()
    quiz?.respond('rhine')
    quiz?.submit()
    quiz?.tryAgain()
    quiz?.respond('danube')
    quiz?.submit()
    quiz?.next()
    quiz?.finish()
    expect(way.getView()).toMatchObject({
      phase: 'outcome',
      remedies: [
        { objective: 'tell-lengths', lesson: 'lengths', title: 'How long they are', practice: true },
      ],
    })
    way.practise({ objective: 'tell-lengths' })
    const asked = playQuiz(way.getQuiz())
    expect(asked).toEqual(expect.arrayContaining(['rivers/longer', 'rivers/by-length']))
    way.next()
    expect(phase(way.getView())).toBe('lesson')
  })

  it('unlocks by mastery, and practice leads there', () => {
    const way = startModule({ unlocking: 'mastery', mastery: { method: 'in-a-row', count: 2 } })
    expect(way.openLesson('courses')).toBe(false)
    expect(way.getView().lessons[1]).toMatchObject({
      status: 'locked',
      lock: { objectives: ['tell-lengths'] },
    })
    way.practise({ objective: 'tell-lengths' })
    playQuiz(way.getQuiz())
    way.next()
    expect(way.getView().objectives[0]?.mastery.mastered).toBe(true)
    expect(way.openLesson('courses')).toBe(true)
  })

  it('waits for the objectives of the lessons that it names, and not of the one before', () => {
    const [lengths, courses] = module.lessons as [Lesson, Lesson]
    const third = { ...courses, id: 'third', requires: ['lengths'], checks: [], body: 'More. [-]' }
    const way = startModule({ unlocking: 'mastery', lessons: [lengths, courses, third] })
    expect(way.getView().lessons[2]).toMatchObject({ lock: { objectives: ['tell-lengths'] } })
  })

  it('asks no pre-test once a lesson was begun', () => {
    const way = startModule()
    way.openLesson('lengths')
    way.leave()
    expect(way.startPreTest()).toBe(false)
    expect(way.getView()).toMatchObject({ preTest: { status: 'closed' } })
  })

  it('leaves to the post-test what it will ask, whatever is practised before', () => {
    for (let seed = 0; seed < 8; seed++) {
      const way = startModule({ unlocking: 'open' }, {}, seed)
      const practised = module.objectives.flatMap(({ id }) => {
        way.practise({ objective: id })
        const asked = playQuiz(way.getQuiz())
        way.next()
        return asked
      })
      way.startPostTest()
      const post = playQuiz(way.getQuiz())
      expect(post).toHaveLength(3)
      expect(post.filter(id => practised.includes(id))).toEqual([])
    }
  })

  it('leaves everything open where the author says so', () => {
    const way = startModule({ unlocking: 'open' })
    expect(way.getView()).toMatchObject({
      lessons: [{ status: 'open' }, { status: 'open' }],
      postTest: { status: 'open' },
    })
    expect(way.openLesson('courses')).toBe(true)
    expect(way.leave()).toBe(true)
    expect(way.startPostTest()).toBe(true)
  })

  it('asks other questions in the post-test whatever the seed, and when it is taken again', () => {
    for (let seed = 0; seed < 12; seed++) {
      const way = startModule({ unlocking: 'open' }, {}, seed)
      way.startPreTest()
      const pre = playQuiz(way.getQuiz(), () => true)
      way.next()
      const takes = [0, 1, 2].map(() => {
        way.startPostTest()
        const post = playQuiz(way.getQuiz(), () => true)
        expect(post).toHaveLength(3)
        expect(post.filter(id => pre.includes(id))).toEqual([])
        way.next()
        return post
      })
      // Of each objective a question is left over at first: what was asked least comes next.
      const others = takes[1]?.filter(id => !takes[0]?.includes(id))
      expect(others).toHaveLength(2)
    }
  }, 60_000)

  it('is completed once a post-test reached the pass mark, and not before', () => {
    const way = startModule({ unlocking: 'open' })
    const take = (missed: boolean) => {
      way.startPostTest()
      playQuiz(way.getQuiz(), () => missed)
      way.next()
      return way.getResult()
    }
    expect(take(true)).toMatchObject({ postTest: 0, passed: false, completed: false })
    expect(way.finish()).toBe(false)
    expect(take(false)).toMatchObject({ postTest: 1, passed: true, completed: true })
    expect(take(true)).toMatchObject({ postTest: 0, passed: true, completed: true })
    expect(way.finish()).toBe(true)
  })

  it('keeps what was handed in of a quiz that is abandoned or left, and goes on', () => {
    for (const end of ['abandon', 'leave'] as const) {
      const way = startModule()
      way.openLesson('lengths')
      way.startCheck('longer')
      const quiz = way.getQuiz()
      quiz?.start()
      quiz?.respond('danube')
      quiz?.submit()
      if (end === 'abandon') quiz?.abandon()
      else way.leave()
      expect(way.getView()).toMatchObject({ phase: 'outcome' })
      expect(way.getView().objectives[0]?.mastery.evidence).toBe(1)
      way.next()
      expect(way.getView()).toMatchObject({
        phase: 'lesson',
        lesson: { parts: [{ check: { done: false } }, {}] },
      })
    }
    const way = startModule()
    way.startPreTest()
    expect(way.leave()).toBe(true)
    expect(phase(way.getView())).toBe('overview')
    way.startPreTest()
    way.getQuiz()?.start()
    way.getQuiz()?.abandon()
    expect(phase(way.getView())).toBe('overview')
    expect(way.startPreTest()).toBe(true)
  })
})

it('shows a lesson in blocks, without marks', () => {
  const way = startModule()
  way.openLesson('lengths')
  const view = way.getView()
  expect(view.phase === 'lesson' && view.lesson).toMatchObject({
    part: 0,
    parts: [
      {
        blocks: [
          { type: 'text', text: 'In this lesson you learn two figures.', cited: { paragraphs: [] } },
          { type: 'heading', text: 'Two figures' },
          { type: 'text', cited: { paragraphs: [1, 2], references: [] } },
          { type: 'figure', id: 'two-bars', cited: { paragraphs: [1] } },
        ],
        check: { id: 'longer', questions: 1, done: false },
      },
      {
        blocks: [{ type: 'heading' }, { type: 'text', cited: { paragraphs: [2], references: ['atlas'] } }],
        check: null,
      },
    ],
    terms: [{ id: 'source', text: 'The place where a river starts.' }],
  })
  expect(JSON.stringify(view)).not.toMatch(/¶|\[-\]/)
})

it('has an example bank with nothing wrong', () => {
  expect(parseBank(rivers).issues).toEqual([])
  expect(lintBank(rivers as Bank<BuiltInQuestion>).filter(({ severity }) => severity === 'error')).toEqual([])
})

describe('what was learnt', () => {
  it('is told by the definition that looks at it', () => {
    const way = startModule()
    way.startPreTest()
    playQuiz(way.getQuiz())
    way.next()
    const one = defineModule(module, { banks })
    const other = defineModule({ ...module, mastery: { method: 'in-a-row', count: 9 } }, { banks })
    const seen = one.replay(way.save())
    const estimates = [one, other, one].map(({ view }) =>
      view(seen).objectives.map(({ mastery }) => mastery.estimate),
    )
    expect(estimates[1]).not.toEqual(estimates[0])
    expect(estimates[2]).toEqual(estimates[0])
  })
})
