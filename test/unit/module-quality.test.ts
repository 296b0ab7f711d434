import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type BuiltInQuestion, builtInInteractions } from '../../src/interactions/index.js'
import { createModule } from '../../src/module/index.js'
import { blocksOf, marksIn, sentencesIn, withoutMarks, withoutTerms } from '../../src/module/lesson.blocks.js'
import { countsOf, reservedOf } from '../../src/module/module.tests.js'
import { type Module, parseModule } from '../../src/module/parse/index.js'
import type { Interaction } from '../../src/question/index.js'
import { bundledBanks } from '../../src/questions/index.js'
import { natoRoadMap, natoRoadMapBanks } from '../../src/questions/nato-ukraine/module.js'
import type { Quiz } from '../../src/quiz/index.js'
import { readingGrade, words } from '../../src/text/index.js'

const folder = new URL('../../questions/nato-ukraine/', import.meta.url)
const text = readFileSync(new URL('module.yaml', folder), 'utf8')
const misconceptions = parse(readFileSync(new URL('misconceptions.yaml', folder), 'utf8')) as object
const { issues, module: parsed } = parseModule(text, { banks: bundledBanks })
if (!parsed) throw new Error(issues.map(({ line, message }) => `${line}: ${message}`).join('\n'))
const module: Module = parsed

const lessons = module.lessons.map(lesson => [lesson.id, lesson] as const)
const questions = new Map<string, BuiltInQuestion>(
  bundledBanks.flatMap(bank =>
    bank.questions.map(question => [`${bank.id}/${question.id}`, question] as const),
  ),
)
const figures = module.lessons.flatMap(lesson => lesson.figures ?? [])
/** A text as learners read it. */
const readable = (body: string) => sentencesIn(body).map(sentence => withoutTerms(withoutMarks(sentence)))

it('has nothing wrong, nothing to warn of, and is bundled as it is', () => {
  expect(issues).toEqual([])
  expect(natoRoadMap).toEqual(module)
})

describe.each(lessons)('the lesson %s', (_, { body, checks = [] }) => {
  it('has 250 to 500 words', () => {
    const count = words(readable(body).join(' ')).length
    expect(count).toBeGreaterThanOrEqual(250)
    expect(count).toBeLessThanOrEqual(500)
  })

  it('reads as for the grade that the module states, in sentences of at most 25 words', () => {
    expect(readingGrade(readable(body).join(' '))).toBeLessThanOrEqual(module.readability?.grade ?? 0)
    expect(readable(body).filter(sentence => sentence.split(/\s+/).length > 25)).toEqual([])
  })

  it('rests on the source for most of what it says, and asks about it on the way and at its end', () => {
    const marked = sentencesIn(body).map(sentence => marksIn(sentence).flat())
    const cited = marked.filter(marks => marks.some(mark => mark.startsWith('¶')))
    expect(cited.length).toBeGreaterThan(marked.length / 2)
    expect(blocksOf(body).at(-1)).toMatchObject({ type: 'check' })
    expect(checks.length).toBeGreaterThanOrEqual(2)
  })
})

describe('each objective', () => {
  it.each(module.objectives.map(objective => [objective.id, objective] as const))(
    '%s has a lesson, a check, three questions, and enough for both tests that a machine can mark',
    (id, objective) => {
      const teaching = module.lessons.filter(lesson => lesson.objectives.includes(id))
      const asked = teaching.flatMap(({ checks = [] }) => checks.flatMap(check => check.questions))
      const reserved = reservedOf(module)
      const free = objective.questions.filter(name => !reserved.has(name))
      expect(teaching).toHaveLength(1)
      expect(asked.filter(name => objective.questions.includes(name)).length).toBeGreaterThan(0)
      expect(objective.questions.length).toBeGreaterThanOrEqual(3)
      expect(free.length).toBeGreaterThanOrEqual(countsOf(module.preTest, id) + countsOf(module.postTest, id))
      expect(free.filter(name => questions.get(name)?.type === 'essay')).toEqual([])
    },
  )

  it('says what a learner does, so that one can see it done', () => {
    const verbs = /^(?:Trace|Place|Tell|Put|Separate|Sort|Name|Match|Explain|Compare) /
    expect(module.objectives.filter(objective => !verbs.test(objective.text))).toEqual([])
  })
})

it('leaves no question of the banks out', () => {
  const taken = module.objectives.flatMap(objective => objective.questions)
  expect([...taken].sort()).toEqual([...questions.keys()].sort())
})

it('says what to see again for each objective and each misreading', () => {
  const remedies = module.remediation ?? []
  const helped = remedies.flatMap(remedy => ('objective' in remedy ? [remedy.objective] : []))
  const cured = remedies.flatMap(remedy => ('misconception' in remedy ? [remedy.misconception] : []))
  expect(helped.sort()).toEqual(module.objectives.map(({ id }) => id).sort())
  expect(cured.sort()).toEqual(Object.keys(misconceptions).sort())
})

describe.each(figures.map(figure => [figure.id, figure] as const))('the figure %s', (_, { svg, title }) => {
  it('has its title, a description, and words that can be read and picked', () => {
    expect(svg).toContain(`<title>${title}</title>`)
    expect(svg).toMatch(/<desc>[^<]{40,}<\/desc>/)
    expect(svg.match(/<text /g)?.length).toBeGreaterThan(5)
  })

  it('follows the page in light and dark, and has letters that stay legible on a phone', () => {
    expect(svg).toMatch(/<svg[^>]*fill="currentColor"/)
    expect(svg).not.toMatch(/(?:black|white|#000|#fff)/i)
    const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
    const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size))
    // 360 pixels are a narrow phone, 11 pixels about the least that most can read.
    expect(Math.min(...sizes) * (360 / width)).toBeGreaterThanOrEqual(11)
  })
})

describe('gone through with every question right', () => {
  const solve = (id: string) => {
    const question = questions.get(id)
    const kind = (builtInInteractions as readonly Interaction[]).find(({ type }) => type === question?.type)
    return question && kind?.solve(question)
  }

  /** Plays the quiz that runs; gives what it asked. */
  function play(quiz: Quiz | null): readonly string[] {
    const asked: string[] = []
    quiz?.start()
    for (let view = quiz?.getView(); quiz && view && view.phase !== 'finished'; view = quiz.getView()) {
      if (view.phase === 'answering') {
        asked.push(view.question.id)
        quiz.respond(solve(view.question.id))
        if (!quiz.submit() && !quiz.next()) quiz.finish()
      } else if (!quiz.next() && !quiz.finish()) quiz.handIn()
    }
    return asked
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'has two tests with nothing in common, and is mastered at the end: seed %i',
    seed => {
      const learning = createModule(natoRoadMap, { banks: natoRoadMapBanks, seed })
      learning.startPreTest()
      const before = play(learning.getQuiz())
      learning.next()
      for (const { id, checks = [] } of module.lessons) {
        expect(learning.openLesson(id), id).toBe(true)
        for (const check of checks) {
          expect(learning.startCheck(check.id), check.id).toBe(true)
          expect(play(learning.getQuiz())).toEqual(check.questions)
          learning.next()
          learning.next()
        }
        learning.leave()
      }
      expect(learning.startPostTest()).toBe(true)
      const after = play(learning.getQuiz())
      expect([before.length, after.length]).toEqual([10, 15])
      expect(after.filter(id => before.includes(id))).toEqual([])
      const { objectives, completed } = learning.getView()
      expect(objectives.filter(({ mastery }) => !mastery.mastered)).toEqual([])
      expect(completed).toBe(true)
      learning.stop()
    },
  )
})

it('spells Kyiv, and says once how the article spells it', () => {
  expect(text.match(/Kiev/g)).toHaveLength(1)
})
