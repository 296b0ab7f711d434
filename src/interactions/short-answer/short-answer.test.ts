import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type ShortAnswerQuestion, shortAnswer } from './index.js'
import { checkShortAnswer } from './short-answer.check.js'
import { shortAnswerSchema } from './short-answer.schema.js'

const typos = [
  { longerThan: 3, allow: 1 },
  { longerThan: 9, allow: 2 },
]
const animal: ShortAnswerQuestion = {
  ...fullQuestion,
  type: 'short-answer',
  key: [
    { text: 'frog', fraction: 1, feedback: 'Yes.', misconception: 'none' },
    { text: 't*d', wildcard: true, fraction: 0.8, feedback: 'Nearly.' },
    { text: 'newt', fraction: 0 },
  ],
  match: { case: false, accents: true, punctuation: true, space: 'collapse', form: 'NFC', typos },
  marking: { rule: 'first-match', passAt: 0.9 },
}
const mapped: ShortAnswerQuestion = {
  ...animal,
  id: 'mapped',
  marking: {
    rule: 'map',
    map: { York: 1, york: 0.5 },
    default: 0,
    lower: 0,
    upper: 1,
    unanswered: 'zero',
    passAt: 0,
  },
  match: { case: true },
}

testInteraction<ShortAnswerQuestion>({
  interaction: shortAnswer,
  schema: shortAnswerSchema,
  questions: [animal, mapped],
  rekey: question => ({ ...question, key: [{ text: 'something much longer' }], match: { case: true } }),
  responses: () =>
    fc.oneof(fc.constantFrom('frog', 'toad', ' FROG ', 'x', ''), fc.string({ unit: 'grapheme' })),
  everything: () => null,
  markings: [{ rule: 'first-match' }],
})

const registry = createRegistry([shortAnswer])
const { points, marking, ...one } = animal
const bare: ShortAnswerQuestion = { id: 'b', stem: 'What?', type: 'short-answer', key: [] }
const share = (response: unknown, changes: Partial<ShortAnswerQuestion> = {}) =>
  scoreWith(registry, { ...one, ...changes }, response).score.raw

describe('an accepted text', () => {
  it.each([
    ['frog', 1],
    ['  FROG ', 1],
    ['toad', 0.8],
    ['td', 0.8],
    ['todd ling', 0],
    ['newt', 0],
    ['forg', 1],
    ['forgs', 0],
  ])('%j earns %d', (response, earned) => {
    expect(share(response)).toBe(earned)
  })

  it.each<[string, NonNullable<ShortAnswerQuestion['match']>, string, string, boolean]>([
    ['capitals count', { case: true }, 'Frog', 'frog', false],
    ['accents count', {}, 'départ', 'depart', false],
    ['accents do not count', { accents: false }, 'départ', 'DEPART', true],
    ['however accents are put together', {}, 'de\u0301part', 'd\u00e9part', true],
    ['letters that are no accented ones count', { accents: false }, 'Łódź', 'lodz', true],
    ['invisible characters do not count', {}, 'road map', 'road\u200b map', true],
    ['punctuation counts', {}, "don't", 'dont', false],
    ['punctuation does not count', { punctuation: false }, 'U.S. long-term', 'us long term', true],
    ['quotation marks are the same, however bent', {}, "don't", 'don’t', true],
    ['runs of space are one', {}, 'road map', ' road \u00a0 map ', true],
    ['space does not count', { space: 'ignore' }, 'road map', 'roadmap', true],
    ['space counts', { space: 'exact' }, 'road map', 'road  map', false],
    ['ligatures are their letters', { form: 'NFKC' }, 'official', 'oﬃcial', true],
    ['ligatures are their own', {}, 'official', 'oﬃcial', false],
    ['two slips in a long word', { typos }, 'photosynthesis', 'fotosynthesis', true],
    ['a swap is one slip', { typos }, 'Oslo', 'Osol', true],
    ['no slip in a short word', { typos }, 'NATO', 'NOTA', false],
    ['no slip where none is allowed', {}, 'Oslo', 'Osol', false],
  ])('%s', (_, match, text, response, accepted) => {
    expect(share(response, { key: [{ text }], match })).toBe(accepted ? 1 : 0)
  })

  it.each([
    ['F*og', 'Fog', true],
    ['F*og', 'Fabulous frogs', false],
    ['*', 'anything', true],
    ['\\*', '   *   ', true],
    ['\\*', 'x', false],
    ['a*b*c', 'a--b--b--c', true],
    ['a*bc*c', 'abc', false],
    ['ab*ba', 'aba', false],
    ['Road * map', 'road to a map', true],
  ])('the pattern %j and %j', (text, response, accepted) => {
    expect(share(response, { key: [{ text, wildcard: true }], match: {} })).toBe(accepted ? 1 : 0)
  })

  it('goes by the letter before it goes by slips', () => {
    const key = [
      { text: 'angle', fraction: 1 },
      { text: 'angel', fraction: 0.5 },
    ]
    expect(share('angel', { key, match: { typos } })).toBe(0.5)
  })

  it('has feedback of its own', () => {
    const parts = scoreWith(registry, one as ShortAnswerQuestion, 'toad').parts
    expect(shortAnswer.feedback?.(animal, 'toad', { parts })).toEqual({ text: 'Nearly.' })
  })

  it('knows the small and capital letters of the language', () => {
    expect(share('IĞDIR', { key: [{ text: 'ığdır' }], language: 'tr', match: {} })).toBe(1)
  })

  it('is found in bounded time, whatever the pattern', () => {
    const text = `${'*a'.repeat(300)}*b`
    expect(share('a'.repeat(1000), { key: [{ text, wildcard: true }], match: {} })).toBe(0)
  })
})

describe('a map of texts', () => {
  const by = (response: unknown, changes: Partial<ShortAnswerQuestion> = {}) => {
    const { match, ...question } = { ...one, marking: { rule: 'map', map: { York: 1, york: 0.5 } } as const }
    return scoreWith(registry, { ...question, ...changes }, response).score.raw
  }
  it.each([
    ['York', 1],
    ['york', 0.5],
    ['Leeds', 0],
    [null, 0],
  ])('%j is worth %d', (response, worth) => {
    expect(by(response)).toBe(worth)
  })
  it('compares as the question says', () => {
    expect(by('YORK', { match: { case: false } })).toBe(1)
  })
})

it('reads one key by other options as asked', () => {
  const key = [{ text: 'Frog' }]
  expect([share('frog', { key, match: { case: true } }), share('frog', { key, match: {} })]).toEqual([0, 1])
})

it.each([
  [[{ text: '* Poland', wildcard: true }]],
  [[{ text: 'Viln *', wildcard: true }]],
  [[{ text: '*', wildcard: true }]],
  [[{ text: 'frog', fraction: 0.5 }, { text: 'frog' }, { text: 'toad' }]],
])('finds a response that earns the most: %j', key => {
  const question = { ...bare, key }
  expect(scoreWith(registry, question, shortAnswer.solve(question)).outcome).toBe('correct')
})

it('tells the author of what can never count', () => {
  const codes = (key: ShortAnswerQuestion['key']) =>
    checkShortAnswer({ ...one, key, match: {} }).map(({ code }) => code)
  expect(codes(animal.key)).toEqual([])
  expect(codes([{ text: '*', wildcard: true, fraction: 0 }, { text: 'Frog' }])).toEqual(['shadowed-answer'])
  expect(codes([{ text: 'frog', fraction: 0.5 }])).toEqual(['no-full-answer'])
  expect(
    checkShortAnswer({ ...bare, key: [{ text: '?' }], match: { punctuation: false } }).map(
      ({ code }) => code,
    ),
  ).toEqual(['empty-answer'])
  expect(
    codes([
      { text: 'a*', wildcard: true, fraction: 0 },
      { text: 'a*', wildcard: true },
    ]),
  ).toEqual(['shadowed-answer'])
})
