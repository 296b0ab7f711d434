import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { type NumericQuestion, numeric } from './index.js'
import { checkNumeric } from './numeric.check.js'
import { numericSchema } from './numeric.schema.js'

const bare: NumericQuestion = { id: 'n', stem: 'How many?', type: 'numeric', key: [{ value: 7 }] }
const full: NumericQuestion = {
  ...fullQuestion,
  type: 'numeric',
  key: [
    {
      value: 1.25,
      tolerance: 0.001,
      toleranceType: 'relative',
      fraction: 1,
      feedback: 'Yes.',
      misconception: 'none',
    },
    { min: 1, max: 2, fraction: 0.5, feedback: 'Near.' },
  ],
  units: [
    { unit: 'm', factor: 1, before: false },
    { unit: 'cm', factor: 100 },
  ],
  unitPenalty: { share: 0.5, of: 'mark' },
  locale: 'en',
  marking: { rule: 'first-match', passAt: 1 },
}
const written: NumericQuestion = {
  ...fullQuestion,
  id: 'written',
  type: 'numeric',
  key: [{ value: 2 / 3, rounded: { decimals: 3 } }],
  form: { accept: ['fraction'], reduced: true, penalty: 0.5, again: false },
}
const precise: NumericQuestion = {
  ...fullQuestion,
  id: 'precise',
  type: 'numeric',
  key: [{ value: 1234.5, rounded: { significant: 2 } }],
  precision: { significant: 3, strict: true, penalty: 0.5 },
  locale: 'de',
}
const decimal: NumericQuestion = {
  ...bare,
  ...fullQuestion,
  id: 'decimal',
  type: 'numeric',
  precision: { decimals: 2 },
}

testInteraction<NumericQuestion>({
  interaction: numeric,
  schema: numericSchema,
  questions: [bare, full, written, precise, decimal],
  rekey: question => ({ ...question, key: [{ min: -100, max: 1e6 }], solution: 'Other.' }),
  responses: () =>
    fc.oneof(
      fc.double(),
      fc.constantFrom('1.25', '1,25', '2/3', '4/6', '1.25 m', '', '1e400', '0/0'),
      fc.record({ value: fc.oneof(fc.string(), fc.double()), unit: fc.constantFrom('m', 'cm', 'x', '') }),
    ),
  everything: () => null,
  markings: [{ rule: 'first-match' }],
})

const registry = createRegistry([numeric])
const scored = (question: Partial<NumericQuestion>, response: unknown) =>
  scoreWith(registry, { ...bare, ...question }, response)
const share = (question: Partial<NumericQuestion>, response: unknown) => scored(question, response).score.raw

describe('tolerance', () => {
  const of = (tolerance: number, toleranceType: 'nominal' | 'relative' | 'geometric', value = 7) => ({
    key: [{ value, tolerance, toleranceType }],
  })
  it.each([
    [of(1, 'nominal'), 5.99, 0],
    [of(1, 'nominal'), 6, 1],
    [of(1, 'nominal'), 8, 1],
    [of(1, 'nominal'), 8.01, 0],
    [of(0.1, 'relative'), 6.3, 1],
    [of(0.1, 'relative'), 7.71, 0],
    [of(1, 'geometric'), 3.5, 1],
    [of(1, 'geometric'), 14, 1],
    [of(1, 'geometric'), 14.01, 0],
    [of(1, 'geometric', -7), -14, 1],
    [of(0.1, 'relative', -7), -6.3, 1],
    [{ key: [{ min: 0.1, max: 0.3 }] }, '0.3', 1],
    [{ key: [{ min: 2 }] }, 1e9, 1],
    [{ key: [{ max: 2 }] }, 3, 0],
    [{ key: [{ min: 2000 }] }, 5, 0],
    [
      {
        key: [
          { value: 4, fraction: 0 },
          { value: 10, tolerance: 10 },
        ],
      },
      4,
      0,
    ],
  ])('%j and %j earn %d', (question, response, earned) => {
    expect(share(question, response)).toBe(earned)
  })
})

describe('numbers as they are written', () => {
  it.each([
    ['en', '16,500.00', 16500],
    ['en', '1 234 567', 1234567],
    ['en', "1'000", 1000],
    ['hi', '12,34,567', 1234567],
    ['fr', '16.500,00', 16500],
    ['fr', '16\u202f500,5', 16500.5],
    ['de', '3,14', 3.14],
    ['en', '−5', -5],
    ['en', '+.5', 0.5],
    ['en', '1.23e2', 123],
    ['en', '1.23 × 10^2', 123],
    ['en', '123x10^-2', 1.23],
    ['en', '9/3', 3],
    ['en', '1 1/2', 1.5],
    ['en', ' 42 ', 42],
    ['de', 1.5, 1.5],
    ['de', { value: 1.234 }, 1.234],
    ['de-abcde-abcde', '1.5', 1.5],
    ['ar', '٣٫٥', 3.5],
    ['en', '４２', 42],
    ['en', '1.2 × 10³', 1200],
  ])('%s: %j', (locale, response, value) => {
    expect(share({ locale, key: [{ value }] }, response)).toBe(1)
  })

  it.each([
    ['en', 'seven'],
    ['en', '3,14'],
    ['en', '1,23,4'],
    ['en', '0,123'],
    ['de', '0.500'],
    ['en', '7 or 8'],
    ['en', '120%'],
    ['en', '1/0'],
    ['de', '1.5'],
    ['en', 'NaN'],
    ['en', { value: [7] }],
    ['en', true],
  ])('%s: %j is no number', (locale, response) => {
    expect(numeric.read({ ...bare, locale }, response)).toEqual({ status: 'invalid', code: 'not-a-number' })
  })

  it('goes by the language of the question where no locale is named', () => {
    expect(share({ language: 'de', key: [{ value: 3.5 }] }, '3,5')).toBe(1)
  })
})

describe('digits that are asked for', () => {
  const key = (value: number) => [{ value }]
  it.each([
    [{ key: key(0.1), precision: { decimals: 2, penalty: 0.8 } }, '0.1000', 0.2],
    [{ key: key(1 / 3), precision: { decimals: 2 } }, '0.330', 0],
    [{ key: key(1 / 3), precision: { decimals: 2 } }, '0.33', 1],
    [{ key: key(0.1), precision: { decimals: 2, strict: true } }, '0.1', 0],
    [{ key: key(0.1), precision: { decimals: 2, strict: true } }, '0.10', 1],
    [{ key: key(0.1), precision: { decimals: 2 } }, '0.1', 1],
    [{ key: key(1.22), precision: { decimals: 1, strict: true, penalty: 0.5 } }, '1.2', 1],
    [{ key: key(12700), precision: { significant: 2, strict: true, penalty: 0.5 } }, '12700', 0.5],
    [{ key: key(12700), precision: { significant: 2, strict: true, penalty: 0.5 } }, '13000', 1],
    [{ key: key(12700), precision: { significant: 2, strict: true } }, '1.3e4', 1],
    [{ key: [{ value: 3.183, rounded: { significant: 3 } }] }, 3.175, 1],
    [{ key: [{ value: 3.183, rounded: { significant: 3 } }] }, 3.174, 0],
    [{ key: [{ value: 1.69, rounded: { decimals: 2 } }] }, 1.68572, 1],
  ])('%j: %j earns %d', (question, response, earned) => {
    expect(share(question, response)).toBeCloseTo(earned, 9)
  })

  it.each([
    [{ reduced: true, penalty: 0.5 }, '2/6', 0.5],
    [{ reduced: true, penalty: 0.5 }, '1/3', 1],
    [{ accept: ['scientific' as const] }, '0.3333', 0],
  ])('%j: %j earns %d', (form, response, earned) => {
    expect(share({ key: [{ value: 1 / 3, tolerance: 0.001 }], form }, response)).toBeCloseTo(earned, 9)
  })

  it('may let the learner write it again', () => {
    const question = { ...bare, key: key(0.5), form: { reduced: true, again: true } }
    expect(numeric.read(question, '2/4')).toEqual({ status: 'invalid', code: 'not-reduced' })
    expect(numeric.read({ ...question, form: { accept: ['fraction'], again: true } }, '0.5')).toEqual({
      status: 'invalid',
      code: 'wrong-form',
    })
  })
})

describe('units', () => {
  const metres = {
    key: [{ value: 3.14 }],
    units: [{ unit: 'm' }, { unit: 'cm', factor: 100 }],
    unitPenalty: { share: 0.2 },
  }
  const dollars = {
    key: [{ value: 1332 }],
    units: [{ unit: '$', before: true }],
    unitPenalty: { share: 0.2, of: 'maximum' as const },
  }
  it.each([
    [metres, '3.14 m', 1],
    [metres, '314cm', 1],
    [metres, '3.14 frogs', 0.8],
    [metres, '3.14', 0.8],
    [metres, '3.14 cm', 0.8],
    [metres, '314000000x10^-8m', 1],
    [metres, '314 m', 0],
    [metres, { value: '314', unit: 'cm' }, 1],
    [metres, { value: 3.14, unit: '' }, 0.8],
    [dollars, '$1332', 1],
    [dollars, '1332', 0.8],
    [dollars, '1332 $', 0],
    [{ ...dollars, key: [{ value: -3 }] }, '-$3', 1],
    [{ ...dollars, key: [{ value: -3 }] }, '$-3', 1],
    [dollars, '€1332', 0.8],
  ])('%j: %j earns %d', (question, response, earned) => {
    expect(share(question, response)).toBeCloseTo(earned, 9)
  })

  it('takes the penalty off what was earned, or off all there is', () => {
    const key = [{ value: 1.25 }, { value: 1.25, tolerance: 0.05, fraction: 0.5 }]
    expect(share({ ...metres, key, unitPenalty: { share: 0.5 } }, '1.23')).toBe(0.25)
    expect(share({ ...metres, key, unitPenalty: { share: 0.5, of: 'maximum' } }, '1.23')).toBe(0)
    expect(share({ ...metres, key }, '123 cm')).toBe(0.5)
  })

  it('can be left out, but not be wrong, where they cost nothing', () => {
    const { unitPenalty, ...free } = metres
    expect([share(free, '3.14'), share(free, '314 cm')]).toEqual([1, 1])
    expect(numeric.read({ ...bare, ...free }, '3.14 frogs')).toEqual({
      status: 'invalid',
      code: 'unknown-unit',
    })
  })

  it('says on the trace what was lost to what', () => {
    expect(scored(metres, '3.14 frogs').trace).toMatchObject([
      { step: 'rule', fraction: 1 },
      { step: 'penalty', reason: 'unit', amount: 0.2 },
      { step: 'points' },
    ])
  })
})

it('tells the author of keys that say two things, or none', () => {
  const codes = (changes: Partial<NumericQuestion>) =>
    checkNumeric({ ...bare, ...changes }).map(({ code }) => code)
  expect([bare, full, written, precise, decimal].flatMap(question => checkNumeric(question))).toEqual([])
  expect(codes({ key: [{}] })).toEqual(['value-or-range'])
  expect(codes({ key: [{ min: 2, max: 1 }] })).toEqual(['bounds-crossed'])
  expect(codes({ key: [{ value: 1, tolerance: 1, rounded: {} }] })).toEqual([
    'rounded-and-tolerance',
    'digits',
  ])
  expect(codes({ key: [{ value: 1, fraction: 0.5 }] })).toEqual(['no-full-answer'])
  expect(codes({ precision: { decimals: 1, significant: 1 } })).toEqual(['digits'])
  expect(
    codes({
      units: [
        { unit: 'm', factor: 2 },
        { unit: 'm', factor: 3 },
      ],
    }),
  ).toEqual(['repeated-unit', 'no-base-unit'])
  expect(codes({ locale: 'de-abcde-abcde' })).toEqual(['unknown-locale'])
  expect(codes({ key: [{ min: 0, fraction: 0.5 }, { value: 3 }] })).toEqual(['key-out-of-reach'])
  expect(codes({ key: [{ value: Math.PI }], form: { accept: ['fraction'] } })).toEqual(['key-out-of-reach'])
  expect(codes({ unitPenalty: { share: 1 } })).toEqual(['penalty-without-units'])
})

it.each([[-0], [{ value: -0, unit: '' }]])('keeps %j as JSON does', response => {
  const reading = numeric.read({ id: 'q', type: 'numeric', stem: 'How many?', key: [{ value: 0 }] }, response)
  expect(JSON.parse(JSON.stringify(reading))).toStrictEqual(reading)
})
