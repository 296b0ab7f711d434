import { describe, expect, it } from 'vitest'
import { createQuiz, type RulesInput } from '../index.js'
import { positions } from '../questions/index.js'
import { readingFor, reportOf } from './index.js'

const choices = positions.questions.filter(({ type }) => type === 'single-choice').slice(0, 3)
const bank = { ...positions, questions: choices }

/** The view at the end, where the first question was answered rightly, the second wrongly, the third not at all. */
function finished(rules: RulesInput) {
  const quiz = createQuiz(bank, { rules, seed: 1 })
  quiz.start()
  for (const [index, { id, key, choices }] of (bank.questions as readonly ChoiceQuestion[]).entries()) {
    quiz.goTo(id)
    const wrong = choices.find(choice => choice.id !== key)
    if (index < 2) quiz.respond(index === 0 ? key : wrong?.id)
  }
  quiz.finish()
  quiz.handIn()
  const view = quiz.getView()
  if (view.phase !== 'finished') throw new Error(view.phase)
  return view
}

interface ChoiceQuestion {
  readonly id: string
  readonly stem: string
  readonly key: string
  readonly choices: readonly { readonly id: string; readonly text: string }[]
}

describe('a report', () => {
  const [, second] = bank.questions as readonly ChoiceQuestion[]

  it('tells the points, those of each objective, and what to look at again', () => {
    const report = reportOf(finished({ preset: 'exam', pass: 0.5 }), bank)
    expect(report).toMatchObject({ score: { raw: 1, max: 3 }, passed: false, pending: false })
    expect(report.objectives.length).toBeGreaterThan(0)
    expect(report.objectives.reduce((sum, { score }) => sum + (score?.max ?? 0), 0)).toBe(3)
    expect(report.missed.map(({ outcome }) => outcome).sort()).toEqual(['incorrect', 'unanswered'])
    expect(report.missed.find(({ id }) => id === second?.id)).toMatchObject({
      stem: second?.stem,
      right: second?.choices.find(({ id }) => id === second.key)?.text,
      read: {
        title: expect.stringContaining('NATO'),
        paragraphs: expect.arrayContaining([expect.any(Number)]),
      },
    })
  })

  it('holds back what the rules hold back', () => {
    const never = { response: [], outcome: [], score: [], feedback: [], solution: [] } as const
    const report = reportOf(finished({ preset: 'exam', reveal: never }), bank)
    expect(report).toMatchObject({ score: null, passed: null, missed: [] })
  })

  it('survives JSON', () => {
    const report = reportOf(finished('exam'), bank)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})

describe('where to read', () => {
  const source = { title: 'An article', url: 'https://example.org' }
  const question = { id: 'q', type: 'true-false', stem: 'Is it?' }
  it.each([
    ['nothing without a source', question, null],
    ['the only source', { ...question, source: { paragraphs: [2] } }, { ...source, paragraphs: [2] }],
    [
      'the named source',
      { ...question, source: { document: 'two', paragraphs: [1] } },
      { title: 'Two', url: null, paragraphs: [1] },
    ],
    ['nothing where it is unknown', { ...question, source: { document: 'three', paragraphs: [1] } }, null],
  ])('is %s', (_, question, expected) => {
    const sources = [
      { id: 'one', ...source },
      { id: 'two', title: 'Two' },
    ]
    expect(readingFor({ id: 'b', title: 'B', sources, questions: [question] }, 'q')).toEqual(expected)
  })
})
