import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createQuiz } from '../../../src/index.js'
import type { SingleChoiceQuestion } from '../../../src/interactions/index.js'
import { adaptive } from '../../../src/schedule/adaptive.js'
import { type Candidate, chooseNext } from '../../../src/schedule/choose.js'
import { informationAt } from '../../../src/schedule/irt.js'
import { parametersOf } from '../../../src/schedule/parameters.js'
import { weakSpots } from '../../../src/schedule/weak-spots.js'

const question = (id: string, more: Partial<SingleChoiceQuestion> = {}): SingleChoiceQuestion => ({
  id,
  type: 'single-choice',
  stem: 'S',
  choices: [
    { id: 'right', text: 'R' },
    { id: 'wrong', text: 'W' },
  ],
  key: 'right',
  ...more,
})
const bankOf = (questions: readonly SingleChoiceQuestion[]) => ({
  id: 'b',
  title: 'B',
  objectives: ['one', 'two', 'three'].map(id => ({ id, text: id })),
  questions,
})
const candidates: readonly Candidate[] = Array.from({ length: 60 }, (_, index) => ({
  id: `q${index}`,
  objective: ['one', 'two', 'three'][index % 3],
  item: { a: 0.5 + (index % 7) / 4, b: (index - 30) / 10, c: 0, d: 1 },
}))

/** Plays to the end. Gives the ids that were asked. */
function play(
  quiz: ReturnType<typeof createQuiz>,
  answer: (id: string, index: number) => boolean,
): readonly string[] {
  const asked: string[] = []
  quiz.start()
  for (let view = quiz.getView(); view.phase !== 'finished'; view = quiz.getView()) {
    if (view.phase === 'answering') {
      asked.push(view.question.id)
      quiz.respond(answer(view.question.id, asked.length - 1) ? 'right' : 'wrong')
      quiz.submit()
    } else if (!quiz.next() && !quiz.finish() && !quiz.handIn()) break
  }
  return asked
}

describe('choosing the next question', () => {
  it('takes the one that tells most', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), ability => {
        const chosen = chooseNext(candidates, { ability, seed: 1, asked: [] })
        const most = Math.max(...candidates.map(({ item }) => informationAt(item, ability)))
        expect(informationAt(chosen!.item, ability)).toBe(most)
      }),
    )
  })

  it('takes one of the five best, each as often, where that is asked for', () => {
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed++) {
      const { id } = chooseNext(candidates, { ability: 0, seed, asked: [], exposure: { randomesque: 5 } })!
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    expect(counts.size).toBe(5)
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(90)
  })

  it('asks a question as often as Sympson and Hetter’s probability says', () => {
    const best = chooseNext(candidates, { ability: 0, seed: 1, asked: [] })!.id
    const seeds = Array.from({ length: 2000 }, (_, seed) => seed)
    const exposure = { probabilities: { [best]: 0.3 } }
    const asked = seeds.filter(
      seed => chooseNext(candidates, { ability: 0, seed, asked: [], exposure })?.id === best,
    )
    expect(Math.abs(asked.length / 2000 - 0.3)).toBeLessThan(0.04)
    // Where every question was left, there is one all the same.
    const none = { probabilities: Object.fromEntries(candidates.map(({ id }) => [id, 0])) }
    expect(chooseNext(candidates, { ability: 0, seed: 1, asked: [], exposure: none })).not.toBeNull()
  })

  it('gives each objective its share', () => {
    const content = { one: 0.5, two: 0.3, three: 0.2 }
    const asked: (string | undefined)[] = []
    let left = candidates
    for (let count = 0; count < 20; count++) {
      const chosen = chooseNext(left, { ability: 0, seed: 1, asked, content })!
      asked.push(chosen.objective)
      left = left.filter(({ id }) => id !== chosen.id)
    }
    const had = (objective: string) => asked.filter(one => one === objective).length
    expect([had('one'), had('two'), had('three')]).toEqual([10, 6, 4])
  })
})

describe('an adaptive quiz', () => {
  const bank = bankOf(
    Array.from({ length: 40 }, (_, index) => question(`q${index}`, { irt: { a: 1.5, b: (index - 20) / 8 } })),
  )

  it('asks harder questions of those who are right, and easier ones of the others', () => {
    const difficulty = (id: string) => parametersOf(bank.questions.find(one => one.id === id)!).b
    const stop = { length: 8 }
    const right = play(createQuiz(bank, { rules: 'checkpoint', select: adaptive({ stop }) }), () => true)
    const wrong = play(createQuiz(bank, { rules: 'checkpoint', select: adaptive({ stop }) }), () => false)
    expect(right).toHaveLength(8)
    expect(difficulty(right.at(-1)!)).toBeGreaterThan(1)
    expect(difficulty(wrong.at(-1)!)).toBeLessThan(-1)
    expect(new Set(right).size).toBe(8)
  })

  it('ends by its error, its cut, its time or for want of questions', () => {
    const run = (stop: Parameters<typeof adaptive>[0], seconds = 1) => {
      let now = 0
      const quiz = createQuiz(bank, {
        rules: 'checkpoint',
        select: adaptive(stop),
        now: () => {
          now += seconds * 250
          return now
        },
      })
      return play(quiz, (_, index) => index % 2 === 0).length
    }
    expect(run({ stop: { error: 0.5 } })).toBeLessThan(run({ stop: { error: 0.4 } }))
    expect(run({ stop: { cut: 3 } })).toBeLessThan(15)
    expect(run({ stop: { time: 20 } }, 4)).toBeLessThan(10)
    expect(run({})).toBe(40)
    expect(run({ stop: { error: 5, least: 6 } })).toBe(6)
    expect(run({ stop: { information: 0.3 } })).toBeLessThan(run({ stop: { information: 0.2 } }))
    expect(run({ stop: { information: 0 } })).toBe(40)
  })

  it('goes on as it began where it is saved at any moment', () => {
    const select = () => adaptive({ stop: { length: 10 }, exposure: { randomesque: 4 } })
    const options = { rules: 'checkpoint', seed: 5 } as const
    const whole = play(createQuiz(bank, { ...options, select: select() }), id => id.length > 2)
    const first = createQuiz(bank, { ...options, select: select() })
    first.start()
    for (let count = 0; count < 4; count++) {
      const view = first.getView()
      if (view.phase === 'answering') first.respond(view.question.id.length > 2 ? 'right' : 'wrong')
      first.submit()
      first.next()
    }
    const restored = createQuiz(bank, { select: select(), restore: JSON.parse(JSON.stringify(first.save())) })
    const rest = play(restored, id => id.length > 2)
    expect([...whole.slice(0, 4), ...rest]).toEqual(whole)
  })

  it('takes stated difficulty and choices for parameters where nobody has calibrated', () => {
    expect(parametersOf(question('q', { difficulty: 'hard' }))).toEqual({ a: 1, b: 1, c: 0.5, d: 1 })
    expect(parametersOf(question('q', { irt: { b: 0.4, c: 0.2 } }))).toEqual({ a: 1, b: 0.4, c: 0.2, d: 1 })
  })
})

describe('practice of weak spots', () => {
  const bank = bankOf(
    Array.from({ length: 30 }, (_, index) =>
      question(`q${index}`, { objective: ['one', 'two', 'three'][index % 3] }),
    ),
  )
  const objective = (id: string) => bank.questions.find(one => one.id === id)?.objective

  it('never asks the same objective or question twice in a row while there is another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (seed, answers) => {
        const quiz = createQuiz(bank, { rules: 'checkpoint', seed, select: weakSpots({ length: 12 }) })
        const asked = play(quiz, (_, index) => answers[index]!)
        expect(asked).toHaveLength(12)
        for (const [index, id] of asked.entries()) {
          expect(asked[index + 1]).not.toBe(id)
          expect(objective(asked[index + 1] ?? '')).not.toBe(objective(id))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('asks most on what is mastered least', () => {
    const evidence = bank.questions.map(({ id }, index) => ({
      question: id,
      at: index,
      share: objective(id) === 'two' ? 0 : 1,
      attempt: 'before',
      mixed: true,
    }))
    const quiz = createQuiz(bank, {
      rules: 'checkpoint',
      seed: 3,
      select: weakSpots({ length: 10, evidence }),
    })
    const asked = play(quiz, id => objective(id) !== 'two')
    expect(asked.filter(id => objective(id) === 'two')).toHaveLength(5)
    // What ended the last attempt does not begin this one.
    expect(asked[0]).not.toBe('q29')
  })
})
