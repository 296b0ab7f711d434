import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { anyQuestion } from '../../../test/contract/awkward.js'
import { scoreResponse } from '../../index.js'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { bundledBanks } from '../../questions/index.js'
import { lossesBetween } from '../losses.js'
import { readZip } from '../zip.js'
import { readQtiPackage, writeQti } from './index.js'
import { fewTries, manyTries } from './qti.spaces.js'

const bankOf = (...questions: readonly BuiltInQuestion[]) => ({ id: 'b', title: 'B', questions })
const opened = (content: string | Uint8Array) => {
  const zip = typeof content === 'string' ? null : readZip(content)
  if (zip?.is !== 'read') throw new Error('no archive')
  return zip
}
const again = (question: BuiltInQuestion) =>
  readQtiPackage(opened(writeQti(bankOf(question)).content)).bank?.questions[0]
const choices = ['a', 'b', 'c', 'd'].map(id => ({ id, text: `Choice ${id}` }))
const shared = { id: 'one', stem: 'Which?' } as const

describe('a question through QTI 3 and back', () => {
  const several = { ...shared, type: 'multiple-response', choices, key: ['a', 'b', 'c'] } as const
  const order = { ...shared, type: 'ordering', items: choices, key: ['b', 'a', 'd', 'c'] } as const
  const pairs = {
    ...shared,
    type: 'matching',
    prompts: choices.slice(0, 3),
    choices: ['x', 'y'].map(id => ({ id, text: id })),
    key: { a: 'x', b: 'y' },
  } as const
  const groups = {
    ...shared,
    type: 'categorization',
    items: choices,
    categories: ['x', 'y'].map(id => ({ id, text: id })),
    key: { a: 'x', b: 'y', c: 'x' },
  } as const
  const gaps = {
    ...shared,
    type: 'cloze',
    text: 'It is {{one}} in {{two}}, of {{three}}.',
    gaps: [
      { id: 'one', type: 'text', key: [{ text: 'Warm' }], match: { case: true, space: 'exact' } },
      { id: 'two', type: 'numeric', key: [{ value: 12, tolerance: 0.5 }] },
      { id: 'three', type: 'choice', choices, key: 'b', weight: 2 },
    ],
    points: 4,
  } as const
  it.each<[string, BuiltInQuestion]>([
    ['one choice', { ...shared, type: 'single-choice', choices, key: 'b' }],
    [
      'one choice by shares, with feedback',
      {
        ...shared,
        type: 'single-choice',
        choices: choices.map(choice => ({ ...choice, feedback: `You took ${choice.id}.` })),
        key: 'b',
        points: 2,
        marking: { rule: 'fractions', fractions: { a: 0.5, b: 1 } },
        feedback: { correct: 'Yes.', partial: 'Nearly.', incorrect: 'No.', general: 'So it goes.' },
        hints: [{ text: 'Look again.' }],
        solution: 'It is **b**.',
      },
    ],
    ['a claim', { ...shared, type: 'true-false', key: false, choiceFeedback: { true: 'No.' } }],
    ['a claim for which there is little time', { ...shared, type: 'true-false', key: true, timeLimit: 7.5 }],
    ['several choices', several],
    ['all of them or nothing', { ...several, marking: { rule: 'all-or-nothing' }, choose: { max: 3 } }],
    ['every decision', { ...several, marking: { rule: 'every-decision' }, points: 2 }],
    ['decisions', { ...several, marking: { rule: 'decisions-right-minus-wrong' } }],
    ['coverage', { ...several, marking: { rule: 'coverage' } }],
    ['a cap', { ...several, key: ['a', 'b'], marking: { rule: 'capped' } }],
    [
      'shares',
      { ...several, marking: { rule: 'fractions', fractions: { a: 0.5, b: 0.25, c: 0.25, d: -0.5 } } },
    ],
    ['an order by place', order],
    ['the very order', { ...order, marking: { rule: 'all-or-nothing' } }],
    [
      'listed orders',
      {
        ...order,
        marking: { rule: 'listed-orders', orders: [{ order: ['a', 'b', 'd', 'c'], fraction: 0.5 }] },
      },
    ],
    ...(['next-excluding-last', 'next-including-last', 'all-previous-next', 'distance'] as const).map(
      rule => [rule, { ...order, points: 3, marking: { rule } }] as [string, BuiltInQuestion],
    ),
    ['pairs', pairs],
    ['pairs less what is wrong', { ...pairs, marking: { rule: 'right-minus-wrong' } }],
    ['groups', groups],
    [
      'groups by part',
      { ...groups, marking: { rule: 'per-part' }, weights: { a: 2, b: 1, c: 1, d: 3 }, points: 7 },
    ],
    ['gaps', gaps],
    ['gaps, all or nothing', { ...gaps, gaps: gaps.gaps.slice(0, 3), marking: { rule: 'all-or-nothing' } }],
    [
      'marked words',
      {
        ...shared,
        type: 'hot-text',
        text: 'A {{a|red}} fox and a {{b|blue}} one.',
        key: ['a'],
        marking: { rule: 'all-or-nothing' },
      },
    ],
    [
      'a text',
      {
        ...shared,
        type: 'short-answer',
        key: [{ text: 'York' }, { text: 'Yorks', fraction: 0.5, feedback: 'One of it.' }],
        match: { space: 'exact' },
      },
    ],
    [
      'a number',
      {
        ...shared,
        type: 'numeric',
        key: [
          { value: 9.81, tolerance: 0.01 },
          { value: 10, fraction: 0.5 },
        ],
      },
    ],
    ['a range', { ...shared, type: 'numeric', key: [{ min: 2, max: 5 }] }],
    ['an essay', { ...shared, type: 'essay', points: 3 }],
  ])('%s: scores alike, and the report names what else is lost', (_, question) => {
    const read = again(question)
    if (!read) throw new Error(JSON.stringify(writeQti(bankOf(question)).report))
    const lost = [...lossesBetween(question, read)]
    const { report } = writeQti(bankOf(question))
    expect(report.every(({ fate }) => fate === 'kept')).toBe(lost.length === 0)
    // Where all or nothing counts, what a gap counts beside the others says nothing.
    expect(lost.filter(field => field !== 'gaps.weight')).toEqual([])
  })

  it('scores any set of choices as before, under every rule', () => {
    const rules = [
      'all-or-nothing',
      'right-minus-wrong',
      'every-decision',
      'decisions-right-minus-wrong',
    ] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...rules, 'coverage' as const, 'capped' as const),
        fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
        fc.subarray(['a', 'b', 'c', 'd']),
        fc.constantFrom(1, 2, 0.7),
        (rule, key, picked, points) => {
          const question = { ...several, key, marking: { rule }, points } as const
          const read = again(question)
          if (!read) throw new Error('not read')
          const scores = [question, read].map(one => scoreResponse(one, picked).score.raw)
          expect(scores[1]).toBeCloseTo(scores[0] ?? Number.NaN, 6)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it.each([
    'next-excluding-last',
    'next-including-last',
    'one-previous-next',
    'all-previous-next',
    'distance',
    'relative-pairs',
    'absolute-position',
  ] as const)('scores any order as before, under %s', rule => {
    const question = { ...order, points: 2, marking: { rule } } as const
    const read = again(question)
    if (!read) throw new Error('not read')
    fc.assert(
      fc.property(fc.shuffledSubarray([...question.key], { minLength: 4 }), response => {
        const scores = [question, read].map(one => scoreResponse(one, response).score.raw)
        expect(scores[1]).toBeCloseTo(scores[0] ?? Number.NaN, 6)
      }),
    )
  })

  it('keeps any text, or names it', () => {
    const words = fc.string({ maxLength: 40 }).filter(text => /\w/.test(text) && text.trim() === text)
    fc.assert(
      fc.property(words, words, (stem, text) => {
        const question: BuiltInQuestion = {
          id: 'one',
          type: 'single-choice',
          stem,
          choices: [
            { id: 'a', text },
            { id: 'b', text: 'Other' },
          ],
          key: 'a',
        }
        const { report } = writeQti(bankOf(question))
        expect(report).toHaveLength(1)
        expect(report[0]?.fate).not.toBe('dropped')
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

describe('a package', () => {
  it('is well-formed by another parser, and its manifest names all files', () => {
    for (const bank of bundledBanks) {
      const zip = opened(writeQti(bank).content)
      const hrefs = new Set<string>()
      for (const path of zip.paths.filter(one => one.endsWith('.xml'))) {
        const file = zip.read(path)
        const text = file?.is === 'read' ? new TextDecoder().decode(file.bytes) : ''
        const open: string[] = []
        const parser = new Parser(
          {
            onopentag(name, { href }) {
              open.push(name)
              if (path === 'imsmanifest.xml' && href) hrefs.add(href)
            },
            onclosetag: (name, implied) => expect([open.pop(), implied]).toEqual([name, expect.any(Boolean)]),
            onerror: error => expect(error).toBeNull(),
          },
          { xmlMode: true },
        )
        parser.end(text)
        expect(open).toEqual([])
      }
      expect([...hrefs].sort()).toEqual(zip.paths.filter(path => path !== 'imsmanifest.xml').sort())
      expect(zip.paths.filter(path => path.startsWith('items/'))).toHaveLength(bank.questions.length)
    }
  })

  it('has the files that questions name, and names those that it lacks', () => {
    const question: BuiltInQuestion = {
      ...shared,
      type: 'single-choice',
      choices: [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
      key: 'a',
      media: [
        { type: 'image', src: 'maps/one two.png', alt: 'A map' },
        { type: 'image', src: 'gone.png', alt: 'Gone' },
      ],
    }
    const bytes = Uint8Array.of(1, 2, 3)
    const { content, report } = writeQti(bankOf(question), [{ path: 'maps/one two.png', bytes }])
    expect(report.map(({ code }) => code)).toContain('files-not-included')
    const { media } = readQtiPackage(opened(content))
    expect(media.map(file => [...file.bytes])).toEqual([[1, 2, 3]])
  })

  it('refuses a pattern that QTI has not, with its reason', () => {
    const question: BuiltInQuestion = {
      ...shared,
      type: 'short-answer',
      key: [{ text: 'a*b', wildcard: true }],
    }
    expect(writeQti(bankOf(question)).report).toEqual([
      expect.objectContaining({ fate: 'dropped', message: expect.stringContaining('a*b') }),
    ])
  })
})

it('keeps the languages of a bank and its questions, and says none where there is none', () => {
  const claim = (id: string, language?: string) =>
    ({ id, type: 'true-false', stem: `Claim ${id}.`, key: true, ...(language && { language }) }) as const
  const written = writeQti({ ...bankOf(claim('one'), claim('two', 'fr')), language: 'de' })
  expect(written.report.map(({ fate }) => fate)).toEqual(['kept', 'kept'])
  const read = readQtiPackage(opened(written.content))
  expect(read.bank?.questions.map(({ language }) => language)).toEqual(['de', 'fr'])
  const silent = readQtiPackage(opened(writeQti(bankOf(claim('one'))).content))
  expect(JSON.stringify(silent.bank)).not.toContain('language')
})

it('keeps questions apart whose ids differ by a colon alone', () => {
  const ids = ['a:b', 'a_b']
  const claims = ids.map((id, at) => ({ id, type: 'true-false' as const, stem: `Claim ${at}.`, key: true }))
  const { bank } = readQtiPackage(opened(writeQti(bankOf(...claims)).content))
  expect(bank?.questions.map(({ stem }) => stem)).toEqual(claims.map(({ stem }) => stem))
})

it('keeps its key beside a map that gives more for something else', () => {
  const [prompts, choices] = ['p', 'c'].map(side => [1, 2, 3].map(at => ({ id: side + at, text: side + at })))
  const map = { 'p1 c1': 1, 'p2 c2': 2 }
  const question = {
    ...shared,
    type: 'matching',
    prompts,
    choices,
    key: { p1: 'c1' },
    marking: { rule: 'map', map },
  }
  const archive = opened(writeQti(bankOf(question as BuiltInQuestion)).content)
  for (const tries of [fewTries, manyTries]) {
    const [read] = readQtiPackage(archive, {}, tries).bank?.questions ?? []
    expect(read).toHaveProperty('key', { p1: 'c1' })
  }
})

it('is told of after a few tries as after many', () => {
  fc.assert(
    fc.property(anyQuestion(), question => {
      const archive = opened(writeQti(bankOf(question)).content)
      expect(readQtiPackage(archive, {}, fewTries)).toEqual(readQtiPackage(archive))
    }),
    { numRuns: 100 },
  )
}, 60_000)

it('reads again what it writes of many choices', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ id: `c${at}`, text: `Choice ${at}` }))
  const key = many.slice(0, 100).map(({ id }) => id)
  const { report } = writeQti(bankOf({ ...shared, type: 'multiple-response', choices: many, key }))
  expect(report).toMatchObject([{ fate: 'kept' }])
})
