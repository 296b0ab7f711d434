import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import { testInteraction } from '../../../test/contract/interaction.contract.js'
import { type PartsMarking, scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { checkCloze } from './cloze.check.js'
import { clozeSchema } from './cloze.schema.js'
import { type ClozeQuestion, cloze } from './index.js'

const media = { type: 'image', src: 'a.svg', alt: 'A', caption: 'A' } as const
const summit: ClozeQuestion = {
  ...fullQuestion,
  type: 'cloze',
  text: 'They met in {{city}} in {{year}}, with {{who}} there.',
  gaps: [
    {
      id: 'city',
      type: 'text',
      weight: 1,
      key: [
        { text: 'Vilnius', feedback: 'Yes.', misconception: 'none' },
        { text: 'Viln*', wildcard: true, fraction: 0.5 },
      ],
      match: {
        case: true,
        accents: false,
        punctuation: false,
        space: 'ignore',
        form: 'NFKC',
        typos: [{ longerThan: 3, allow: 1 }],
      },
    },
    {
      id: 'year',
      type: 'numeric',
      key: [
        {
          value: 2023,
          tolerance: 0,
          toleranceType: 'nominal',
          fraction: 1,
          feedback: 'Yes.',
          misconception: 'none',
        },
        { min: 2000, max: 2022, fraction: 0.5 },
        { value: 1, rounded: { decimals: 1 }, fraction: 0 },
        { value: 2, rounded: { significant: 1 }, fraction: 0 },
      ],
      precision: { decimals: 0, strict: false, penalty: 1 },
      form: { accept: ['decimal'], reduced: false, penalty: 1, again: true },
      units: [{ unit: 'AD', factor: 1, before: false }],
      unitPenalty: { share: 0, of: 'mark' },
      locale: 'en',
    },
    {
      id: 'who',
      type: 'choice',
      weight: 2,
      choices: [
        { id: 'a', text: 'Poland', feedback: 'Yes.', misconception: 'none', pinned: false, media },
        { id: 'b', text: 'Hungary', feedback: 'No.' },
      ],
      key: 'a',
    },
  ],
}
const figures: ClozeQuestion = {
  ...summit,
  id: 'figures',
  text: '{{n}}',
  gaps: [{ id: 'n', type: 'numeric', key: [{ value: 12 }], precision: { significant: 2 } }],
}
const rules = ['per-part', 'all-or-nothing', 'minus-surplus', 'right-minus-wrong'] as const

testInteraction<ClozeQuestion>({
  interaction: cloze,
  schema: clozeSchema,
  questions: [summit, figures, ...rules.map(rule => ({ ...summit, id: rule, marking: { rule, passAt: 1 } }))],
  rekey: question => ({
    ...question,
    gaps: question.gaps.map(gap =>
      gap.type === 'text'
        ? { ...gap, key: [{ text: 'Somewhere far away' }] }
        : gap.type === 'numeric'
          ? { ...gap, key: [{ value: 5 }] }
          : {
              ...gap,
              key: 'b',
              choices: gap.choices.map(({ feedback, misconception, ...choice }) => choice),
            },
    ),
  }),
  responses: () =>
    fc.record({
      city: fc.constantFrom('Vilnius', 'vilnius', '', null, 1),
      year: fc.constantFrom('2023', 2023, '2010', 'soon', null),
      who: fc.constantFrom('a', 'b', 'c', null),
    }),
  everything: () => null,
  markings: rules.map(rule => ({ rule })),
})

const registry = createRegistry([cloze])
const { points, ...one } = summit
const share = (response: unknown, marking: PartsMarking = { rule: 'per-part' }) =>
  scoreWith(registry, { ...one, marking }, response).score.raw

describe('three gaps that weigh 1, 1 and 2', () => {
  it.each([
    [{ city: 'Vilnius', year: '2023', who: 'a' }, 1],
    [{ city: 'Vilnius' }, 1 / 4],
    [{ who: 'a' }, 2 / 4],
    [{ city: 'Vilna', year: 2010, who: 'b' }, (0.5 + 0.5) / 4],
    [{ city: 'Vilnius', year: '2,023' }, 2 / 4],
    [{ city: ' ', year: null }, 0],
  ])('%j earns %d', (response, earned) => {
    expect(share(response)).toBeCloseTo(earned, 9)
  })

  it('reads numbers by the language of the question, and those that are numbers as they are', () => {
    const german = {
      ...figures,
      language: 'de',
      gaps: [{ id: 'n', type: 'numeric', key: [{ value: 3.5 }] }],
    } as const
    for (const n of ['3,5', 3.5]) expect(scoreWith(registry, german, { n }).outcome).toBe('correct')
  })

  it('takes ids that every object inherits', () => {
    const gaps = [{ id: 'toString', type: 'text', key: [{ text: 'x' }] }] as const
    const question = { ...summit, text: '{{toString}}', gaps }
    expect(scoreWith(registry, question, {}).outcome).toBe('unanswered')
    expect(cloze.describe(question, {})).toBe('')
  })

  it('all or nothing', () => {
    expect(share({ city: 'Vilnius', year: 2023, who: 'b' }, { rule: 'all-or-nothing' })).toBe(0)
    expect(share({ city: 'Vilna', year: 2023, who: 'a' }, { rule: 'all-or-nothing' })).toBe(0)
    expect(share({ city: 'Vilnius', year: 2023, who: 'a' }, { rule: 'all-or-nothing' })).toBe(1)
  })

  it.each([
    [{ year: 'soon' }, 'not-a-number'],
    [{ who: 'c' }, 'unknown-choice'],
    [{ when: 'x' }, 'unknown-gap'],
    [{ city: true }, 'not-a-text'],
    [['Vilnius'], 'not-a-record'],
  ])('%j can not be read', (response, code) => {
    expect(cloze.read(summit, response)).toEqual({ status: 'invalid', code })
  })

  it('counts back by gap: a late one loses only its own', () => {
    const { penalty, ...question } = one
    const scored = scoreWith(
      registry,
      question,
      { city: 'Vilnius', year: 2023, who: 'a' },
      { triesRule: 'count-back', penalty: 0.2 },
      { earlier: [{ city: 'x', year: 2023, who: 'a' }] },
    )
    expect(scored.score.raw).toBeCloseTo(1 - 0.2 / 4, 9)
  })

  it('has feedback by gap, and is told in words', () => {
    const response = { city: 'Vilnius', who: 'b' }
    expect(cloze.feedback?.(summit, response, { parts: [] })).toEqual({ city: 'Yes.', who: 'No.' })
    expect(cloze.describe(summit, response)).toBe('Vilnius; Hungary')
  })

  it('presents its text in order, with choices but without a key', () => {
    expect(cloze.present(summit, { who: ['b', 'a'] }).segments).toMatchObject([
      { text: 'They met in ' },
      { gap: 'city', type: 'text', choices: null },
      { text: ' in ' },
      { gap: 'year', type: 'numeric', choices: null },
      { text: ', with ' },
      { gap: 'who', type: 'choice', choices: [{ id: 'b' }, { id: 'a' }] },
      { text: ' there.' },
    ])
  })
})

describe('an author hears of', () => {
  const gap = { id: 'x', type: 'text', key: [{ text: 'X' }] } as const
  it.each<[string, Partial<ClozeQuestion>, readonly string[]]>([
    ['nothing in a sound question', {}, []],
    ['a gap that the text lacks', { text: 'None.', gaps: [gap] }, ['gap-not-in-text']],
    ['braces that make no gap', { text: '{{x}} {{y z}} }}', gaps: [gap] }, ['broken-gap']],
    ['a gap that is not described', { text: '{{x}} {{y}}', gaps: [gap] }, ['unknown-gap']],
    ['a gap that stands twice', { text: '{{x}} {{x}}', gaps: [gap] }, ['repeated-gap']],
    ['two gaps with one id', { text: '{{x}}', gaps: [gap, gap] }, ['repeated-id']],
    [
      'a key that is none of the choices',
      {
        text: '{{x}}',
        gaps: [
          {
            id: 'x',
            type: 'choice',
            key: 'q',
            choices: [
              { id: 'a', text: 'A' },
              { id: 'b', text: 'B' },
            ],
          },
        ],
      },
      ['unknown-choice'],
    ],
    [
      'a key that gives nobody all points',
      { text: '{{x}}', gaps: [{ ...gap, key: [{ text: 'X', fraction: 0.5 }] }] },
      ['no-full-answer'],
    ],
  ])('%s', (_, changes, codes) => {
    expect(checkCloze({ ...summit, ...changes }).map(({ code }) => code)).toEqual(codes)
  })
})
