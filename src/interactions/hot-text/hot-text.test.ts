import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { checkHotText } from './hot-text.check.js'
import { hotTextSchema } from './hot-text.schema.js'
import { type HotTextQuestion, hotText } from './index.js'

const summit: HotTextQuestion = {
  ...fullQuestion,
  type: 'hot-text',
  text: '{{a|Poland}} and {{b|Hungary}} wanted more.\n\nThe {{c|US}} and {{d|Germany}} less.',
  key: ['b', 'c'],
  choose: { min: 1, max: 4 },
}
const mapped: HotTextQuestion = {
  ...summit,
  id: 'mapped',
  marking: {
    rule: 'map',
    map: { b: 1, c: 1, a: -1 },
    default: -2,
    lower: 0,
    upper: 2,
    unanswered: 'zero',
    passAt: 0.75,
  },
}
const weighed: HotTextQuestion = {
  ...summit,
  id: 'weighed',
  marking: { rule: 'fractions', fractions: { b: 0.5, c: 0.5, a: -0.5 } },
}

testInteraction<HotTextQuestion>({
  interaction: hotText,
  schema: hotTextSchema,
  questions: [summit, mapped, weighed],
  rekey: question => ({ ...question, key: ['a'], solution: 'other' }),
  responses: () => fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'constructor')),
  everything: () => ['a', 'b', 'c', 'd'],
  markings: [
    { rule: 'all-or-nothing' },
    { rule: 'right-minus-wrong' },
    { rule: 'every-decision' },
    { rule: 'decisions-right-minus-wrong' },
    { rule: 'coverage' },
    { rule: 'capped' },
  ],
})

const registry = createRegistry([hotText])

describe('b and c of four are to be marked', () => {
  it.each([
    [['b', 'c'], 'correct', 2],
    [['c', 'b'], 'correct', 2],
    [['b'], 'partial', 1],
    [['a', 'b', 'c'], 'partial', 1],
    [['a', 'd'], 'incorrect', 0],
    [[], 'unanswered', 0],
    [null, 'unanswered', 0],
    [['b', 'b'], 'invalid', 0],
    [['Hungary'], 'invalid', 0],
    ['b', 'invalid', 0],
  ])('%j is %s, for %d points', (response, outcome, raw) => {
    expect(scoreWith(registry, summit, response)).toMatchObject({ outcome, score: { raw, max: 2 } })
  })

  it.each([
    [['b'], 'too-few-choices'],
    [['a', 'b', 'c'], 'too-many-choices'],
  ])('%j is no response where two are asked for', (response, code) => {
    const two = { ...summit, choose: { min: 2, max: 2 } }
    expect(hotText.read(two, response)).toEqual({ status: 'invalid', code })
  })

  it('keeps a word right since the first try whole, and lets a late one cost', () => {
    const { points, penalty, ...one } = summit
    const scored = scoreWith(
      registry,
      one,
      ['b', 'c'],
      { triesRule: 'count-back', penalty: 0.2 },
      { earlier: [['b', 'd']] },
    )
    expect(scored.score.raw).toBeCloseTo(0.5 + 0.5 - 0.1, 9)
  })

  it('is told in words', () => {
    expect(hotText.describe(summit, ['b', 'c'])).toBe('Hungary; US')
  })
})

describe('the text in segments', () => {
  it('is whole, in order, with what can be marked told apart', () => {
    expect(hotText.present(summit, {}).segments).toEqual([
      { id: 'a', text: 'Poland' },
      { id: null, text: ' and ' },
      { id: 'b', text: 'Hungary' },
      { id: null, text: ' wanted more.\n\nThe ' },
      { id: 'c', text: 'US' },
      { id: null, text: ' and ' },
      { id: 'd', text: 'Germany' },
      { id: null, text: ' less.' },
    ])
  })
})

describe('an author hears of', () => {
  it.each<[string, Partial<HotTextQuestion>, readonly string[]]>([
    ['nothing in a sound question', {}, []],
    [
      'a mark without an end',
      { text: '{{a|A}} {{b|B}} {{c|C {{d|D}}', choose: { max: 3 }, key: ['a'] },
      ['broken-mark'],
    ],
    ['a mark without words', { text: '{{a|A}} {{b|B}} {{c|C}} {{d}}', choose: { max: 3 } }, ['broken-mark']],
    ['two marks with one id', { text: '{{b|A}} {{b|B}} {{c|C}}', choose: { max: 2 } }, ['repeated-id']],
    ['only one thing to mark', { text: '{{b|A}}', key: ['b'], choose: { max: 1 } }, ['too-few-marks']],
    [
      'braces without words alone',
      { text: '{{a}} {{b}}', choose: {}, key: ['a'] },
      ['broken-mark', 'too-few-marks', 'unknown-choice'],
    ],
    ['a key that marks nothing', { key: ['b', 'x'] }, ['unknown-choice']],
    ['a key out of reach', { choose: { max: 1 } }, ['key-out-of-reach']],
  ])('%s', (_, changes, codes) => {
    const faults = checkHotText({ ...summit, ...changes })
    expect(faults.map(({ code }) => code)).toEqual(codes)
    for (const { message } of faults) expect(message).not.toContain('none of .')
  })
})
