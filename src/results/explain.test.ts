import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moodleCertainty, scoreResponse } from '../index.js'
import { builtInInteractions } from '../interactions/index.js'
import { createRegistry, presentQuestion } from '../question/index.js'
import { bundledBanks } from '../questions/index.js'
import { english, explainScore } from './index.js'

const registry = createRegistry(builtInInteractions)
const questions = bundledBanks.flatMap(bank => bank.questions)
const ids = questions.map(question =>
  [...JSON.stringify(question).matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id),
)

/** A question and a response made of its ids: a list, pairs, a text or a number. */
const answered = fc.nat(questions.length - 1).chain(index => {
  const id = fc.constantFrom(...(ids[index] ?? ['a']))
  const response = fc.oneof(
    fc.array(id),
    fc.dictionary(id, id),
    id,
    fc.boolean(),
    fc.string(),
    fc.integer(),
    fc.constant(null),
  )
  return fc.record({ question: fc.constant(questions[index] ?? questions[0]), response })
})
const rules = fc.record(
  {
    penalty: fc.double({ min: 0, max: 1, noNaN: true }),
    triesRule: fc.constantFrom('penalty', 'best', 'count-back', 'last'),
    certainty: fc.constant(moodleCertainty),
    negativeMarks: fc.constantFrom('keep', 'floor'),
    outcomePoints: fc.constant({ incorrect: -1 }),
    rounding: fc.constant({ decimals: 1 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Parameters<typeof scoreResponse>[2]>
const circumstances = fc.record({
  hints: fc.nat(3),
  certainty: fc.integer({ min: 1, max: 3 }),
  solutionSeen: fc.boolean(),
  earlier: fc.array(fc.constant(null), { maxLength: 2 }),
})

describe('why a score is what it is', () => {
  it('is told in words for every kind, rule, reason and step', () => {
    fc.assert(
      fc.property(answered, rules, circumstances, ({ question, response }, rules, circumstances) => {
        if (!question) return
        const scored = scoreResponse(question, response, rules, circumstances)
        const { title, parts, steps } = explainScore(scored, {
          question: presentQuestion(registry, question),
        })
        expect(parts).toHaveLength(scored.parts.length)
        expect(steps).toHaveLength(scored.trace.length)
        for (const text of [title, ...parts, ...steps]) expect(text).not.toMatch(/\{\w+\}|undefined|NaN/)
        for (const { reason } of scored.parts) expect(Object.keys(english.parts)).toContain(reason)
        for (const step of scored.trace) {
          if (step.step === 'rule') expect(Object.keys(english.rules)).toContain(step.rule)
          if (step.step === 'penalty') expect(Object.keys(english.penalties)).toContain(step.reason)
        }
        expect(Object.keys(english.outcomes)).toContain(scored.outcome)
        if (scored.problem !== undefined) expect(Object.keys(english.problems)).toContain(scored.problem)
      }),
      { numRuns: 1000 },
    )
  })

  const question = {
    id: 'q',
    type: 'multiple-response',
    stem: 'Which?',
    choices: ['one', 'two', 'three'].map(text => ({ id: text[0] as string, text })),
    key: ['o'],
    points: 3,
  }

  const two = {
    ...question,
    key: ['o', 't'],
    choices: [
      { id: 'o', text: 'one' },
      { id: 't', text: 'two' },
      { id: 'x', text: 'three' },
    ],
  }

  it('goes from the parts over each step to the points', () => {
    const scored = scoreResponse(
      two,
      ['o'],
      { rounding: { decimals: 1 }, penalty: 0.1 },
      { earlier: [['x']] },
    )
    expect(explainScore(scored)).toEqual({
      title: 'Why 1.2 of 3?',
      parts: ['o: right, 0.5.', 't: missed, 0.', 'x: rightly left alone, 0.'],
      steps: [
        'Right ones less wrong ones, by the number of right ones: 0.5.',
        'Earlier tries cost 0.1: 0.4 is left.',
        '0.4 of 3 points: 1.2.',
      ],
    })
  })

  it('names parts as the question does, and figures as the locale does', () => {
    const scored = scoreResponse(question, ['o', 't'])
    const presented = presentQuestion(registry, question)
    expect(explainScore(scored, { question: presented, locale: 'de' }).parts[0]).toBe('one: right, 1.')
    expect(explainScore({ ...scored, score: { ...scored.score, raw: 0.5 } }, { locale: 'de' }).title).toBe(
      'Why 0,5 of 3?',
    )
  })

  it('is told in another language, and by its code where a row is missing', () => {
    const scored = scoreResponse(question, ['o'])
    const messages = { ...english, title: 'Warum {raw} von {max}?', rules: {} }
    expect(explainScore(scored, { messages })).toMatchObject({
      title: 'Warum 3 von 3?',
      steps: ['right-minus-wrong: 1', expect.any(String)],
    })
  })
})
