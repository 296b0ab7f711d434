import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { checkEssay } from './essay.check.js'
import { essaySchema } from './essay.schema.js'
import { countWords, type EssayQuestion, essay, scoreRubric } from './index.js'

const claim: EssayQuestion = {
  ...fullQuestion,
  type: 'essay',
  words: { min: 3, max: 6 },
  rubric: [
    { id: 'who', text: 'Names who said it', points: 2 },
    { id: 'what', text: 'Says what was promised', points: 1 },
  ],
}

testInteraction<EssayQuestion>({
  interaction: essay,
  schema: essaySchema,
  questions: [claim],
  rekey: question => ({
    ...question,
    rubric: [{ id: 'when', text: 'Says when', points: 3 }],
    solution: 'other',
  }),
  responses: () => fc.string(),
  everything: () => null,
  markings: [],
})

const registry = createRegistry([essay])

describe('what becomes of a text of three to six words', () => {
  it.each([
    [null, 'unanswered', undefined],
    [' \n', 'unanswered', undefined],
    ['Too short', 'invalid', 'too-short'],
    ['NATO, in 2008.', 'pending', undefined],
    ['One two three four five six', 'pending', undefined],
    ['One two three four five six seven', 'invalid', 'too-long'],
    [2008, 'invalid', 'not-a-text'],
  ])('%j: %s %s', (response, outcome, problem) => {
    const scored = scoreWith(registry, claim, response)
    expect(scored).toMatchObject({ outcome, score: { raw: 0, min: 0, max: 2 } })
    expect(scored.problem).toBe(problem)
  })

  it.each([
    [{ min: 3 }, 'One two', 'One two three four five six seven', 'too-short'],
    [{ max: 2 }, 'One two three', 'One', 'too-long'],
  ])('with only %j asked for, %j is not taken, and %j is', (words, refused, taken, code) => {
    expect(essay.read({ ...claim, words }, refused)).toEqual({ status: 'invalid', code })
    expect(essay.read({ ...claim, words }, taken).status).toBe('answered')
  })

  it('is not counted where the author asks for no number', () => {
    const { words, ...free } = claim
    expect(essay.read(free, 'One').status).toBe('answered')
  })
})

describe('words are counted', () => {
  it.each([
    ['en', "It isn't the US's plan – not yet.", 7],
    ['en', 'In 2008, 3.5 percent', 4],
    ['en', '… !', 0],
    ['ja', '東京に行く', 3],
    ['uk', 'Київ хоче до НАТО', 4],
  ])('in %s: %s', (language, text, count) => {
    expect(countWords(text, language)).toBe(count)
  })
})

describe('a person scores by the rubric', () => {
  it.each([
    [{ who: 2, what: 1 }, 1, ['correct', 'correct']],
    [{ who: 1, what: 1 }, 2 / 3, ['partial', 'correct']],
    [{ who: 0, what: 0.5 }, 1 / 6, ['incorrect', 'partial']],
    [{ who: 0, what: 0 }, 0, ['incorrect', 'incorrect']],
  ] as const)('%j gives %d', (levels, fraction, outcomes) => {
    const marks = scoreRubric(claim, levels)
    expect(marks.fraction).toBeCloseTo(fraction, 9)
    expect(marks.parts.map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(marks.parts.reduce((sum, { earned }) => sum + earned, 0)).toBeCloseTo(fraction, 9)
    expect(marks.parts.reduce((sum, { possible }) => sum + possible, 0)).toBeCloseTo(1, 9)
  })

  it.each([
    [{ who: 2 }, /needs a level for the criterion 'what'/],
    [{ who: 2, what: 1, when: 1 }, /no criterion 'when'; it has who, what/],
    [{ who: 3, what: 1 }, /'who' takes 0 to 2 points, not 3/],
    [{ who: -1, what: 1 }, /'who' takes 0 to 2 points, not -1/],
    [{ who: Number.NaN, what: 1 }, /'who' takes 0 to 2 points/],
  ])('refuses %j', (levels, message) => {
    expect(() => scoreRubric(claim, levels)).toThrow(message)
  })

  it('refuses where there is no rubric', () => {
    const { rubric, ...bare } = claim
    expect(() => scoreRubric(bare, {})).toThrow(/has no rubric/)
  })

  it('makes the question worth the sum of the rubric, where the author names no points', () => {
    const { points, ...unsaid } = claim
    expect(scoreWith(registry, unsaid, 'NATO in 2008').score.max).toBe(3)
  })
})

describe('an author hears of', () => {
  const twice = [claim.rubric, claim.rubric].flatMap(rubric => rubric ?? [])
  it.each([
    ['nothing in a sound question', claim, []],
    ['words that no text can have', { ...claim, words: { min: 9, max: 3 } }, ['bounds-crossed']],
    ['two criteria with one id', { ...claim, rubric: twice }, ['repeated-id', 'repeated-id']],
  ])('%s', (_, question, codes) => {
    expect(checkEssay(question).map(({ code }) => code)).toEqual(codes)
  })
})
