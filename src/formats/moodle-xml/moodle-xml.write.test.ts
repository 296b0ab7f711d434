import { describe, expect, it } from 'vitest'
import { fullQuestion } from '../../../test/contract/full-question.js'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { bundledBanks } from '../../questions/index.js'
import { readMoodleXml, writeMoodleXml } from './index.js'

const bankOf = (...questions: readonly BuiltInQuestion[]) => ({ id: 'b', title: 'B', questions })
const again = (question: BuiltInQuestion) =>
  readMoodleXml(String(writeMoodleXml(bankOf(question)).content)).bank?.questions[0]
const fates = (question: BuiltInQuestion) =>
  writeMoodleXml(bankOf(question)).report.map(({ fate, code }) => `${fate} ${code}`)

const base = { id: 'one', stem: 'Where *was* it?', tags: ['nato'], penalty: 0.25 } as const
const whole = {
  ...base,
  points: 2,
  hints: [{ text: 'Baltic.' }],
  feedback: { general: 'See 1.', correct: 'Right.', partial: 'In part.', incorrect: 'Wrong.' },
} as const
const choices = [
  { id: 'a', text: 'A & **B** <i>', feedback: 'Yes.' },
  { id: 'b', text: '`}~#=`' },
] as const
const sound: readonly BuiltInQuestion[] = [
  { ...whole, type: 'single-choice', choices, key: 'b', shuffle: false },
  {
    ...whole,
    type: 'single-choice',
    choices: [
      { id: 'a', text: 'x', media: { type: 'image', src: 'https://example.org/a.png', alt: 'A map' } },
      { id: 'b', text: 'y' },
    ],
    key: 'a',
    marking: { rule: 'fractions', fractions: { a: 1, b: 1 / 3 } },
  },
  {
    ...whole,
    type: 'multiple-response',
    choices,
    key: ['a', 'b'],
    marking: { rule: 'fractions', fractions: { a: 1 / 6, b: 5 / 6 } },
  },
  { ...base, type: 'true-false', key: false, choiceFeedback: { true: 'No.', false: 'Yes.' } },
  {
    ...base,
    type: 'short-answer',
    key: [{ text: 'a*b' }, { text: 'Viln*', wildcard: true, fraction: 0.5, feedback: 'Nearly.' }],
    match: { case: true },
    feedback: { incorrect: 'No.' },
  },
  {
    ...base,
    type: 'numeric',
    key: [
      { value: 1.5e-7, tolerance: 1e-8 },
      { value: -3, fraction: 0.5 },
    ],
    units: [{ unit: 'm' }, { unit: 'cm', factor: 100 }],
    unitPenalty: { share: 0.2, of: 'maximum' },
    feedback: { incorrect: 'No.' },
  },
  {
    ...whole,
    type: 'ordering',
    items: [
      { id: 'a', text: 'one' },
      { id: 'b', text: 'two' },
    ],
    key: ['a', 'b'],
    marking: { rule: 'distance' },
  },
  {
    ...whole,
    type: 'matching',
    prompts: [
      { id: 'p1', text: 'A' },
      { id: 'p2', text: '*B*' },
    ],
    choices: [
      { id: 'a', text: 'x \\* <i> &amp; y' },
      { id: 'b', text: 'z' },
      { id: 'c', text: 'spare' },
    ],
    key: { p1: 'b', p2: 'a' },
  },
  { ...base, type: 'essay', words: { min: 30, max: 120 }, points: 3 },
  {
    ...base,
    type: 'cloze',
    text: 'In {{gap1}} in {{gap2}}, {{gap3}}.',
    points: 4,
    gaps: [
      {
        id: 'gap1',
        type: 'text',
        match: { case: true },
        key: [
          { text: 'a}b~c#d&lt;\\' },
          { text: '=50%*', wildcard: true, fraction: 0.5, feedback: 'x } y & <z>' },
        ],
      },
      { id: 'gap2', type: 'numeric', weight: 2, key: [{ value: -2.5, tolerance: 0.5 }] },
      {
        id: 'gap3',
        type: 'choice',
        choices: [
          { id: 'a', text: '<b> & %c', feedback: 'No.' },
          { id: 'b', text: '=d' },
        ],
        key: 'b',
      },
    ],
  },
]

describe('writing Moodle XML', () => {
  it.each(sound.map(question => [question.type, question] as const))('carries a whole %s', (_, question) => {
    const read = again(question)
    // The choices of a pair come in the order of the pairs, and get ids by it.
    if (question.type !== 'matching') expect(read).toEqual(question)
    else expect(read).toMatchObject({ ...whole, prompts: question.prompts, key: { p1: 'a', p2: 'b' } })
  })

  it('says of what is carried whole that it is kept', () => {
    for (const question of sound.filter(({ type }) => type !== 'matching'))
      expect(fates(question)).toEqual(['kept kept'])
  })

  it.each<[string, BuiltInQuestion, readonly string[]]>([
    [
      'words to mark',
      { ...base, type: 'hot-text', text: '{{a|x}} {{b|y}}', key: ['a'] },
      ['dropped cannot-be-written'],
    ],
    ['a range that is open', { ...base, type: 'numeric', key: [{ min: 3 }] }, ['dropped cannot-be-written']],
    ['a range', { ...base, type: 'numeric', key: [{ min: 2, max: 4 }] }, ['changed turned']],
    [
      'one pair',
      {
        ...base,
        type: 'matching',
        prompts: [{ id: 'p1', text: 'A' }],
        choices: [{ id: 'a', text: 'x' }],
        key: { p1: 'a' },
      },
      ['dropped cannot-be-written'],
    ],
    [
      'a right side that is longer than Moodle takes',
      {
        ...base,
        type: 'matching',
        prompts: [
          { id: 'p1', text: 'A' },
          { id: 'p2', text: 'B' },
        ],
        choices: [
          { id: 'a', text: 'x'.repeat(256) },
          { id: 'b', text: 'y'.repeat(255) },
        ],
        key: { p1: 'a', p2: 'b' },
      },
      ['changed too-long'],
    ],
    [
      'groups',
      {
        ...base,
        type: 'categorization',
        items: [
          { id: 'p1', text: 'A' },
          { id: 'p2', text: 'B' },
        ],
        categories: [
          { id: 'a', text: 'x' },
          { id: 'b', text: 'y' },
        ],
        key: { p1: 'a', p2: 'b' },
      },
      ['changed turned'],
    ],
    [
      'a share that Moodle does not list',
      {
        ...base,
        type: 'single-choice',
        choices,
        key: 'a',
        marking: { rule: 'fractions', fractions: { a: 1, b: 0.35 } },
      },
      ['changed unlisted-grades'],
    ],
    [
      'a file',
      { ...base, type: 'essay', media: [{ type: 'image', src: 'maps/a (1).png', alt: 'A' }] },
      ['changed files-not-included'],
    ],
    [
      'what Moodle has not',
      { ...fullQuestion, type: 'essay' },
      ['changed fields-lost', 'changed files-not-included'],
    ],
  ])('says what becomes of %s', (_, question, report) => expect(fates(question)).toEqual(report))

  it('names each field that Moodle has not', () => {
    const { report } = writeMoodleXml(bankOf({ ...fullQuestion, type: 'true-false', key: true }))
    for (const field of [
      'objective',
      'solution',
      'timeLimit',
      'feedback.correct',
      'hints.cost',
      'media.caption',
    ])
      expect(report[0]?.message).toContain(field)
  })

  it('holds the images whose bytes are given, and gives them back', () => {
    const image = (src: string) => ({ type: 'image', src, alt: 'A' }) as const
    const questions: readonly BuiltInQuestion[] = [
      { ...base, type: 'essay', media: [image('maps/a (1)#.png'), image('gone.png')] },
      {
        ...base,
        id: 'two',
        type: 'single-choice',
        choices: [
          { id: 'a', text: 'x', media: image('maps/a (1)#.png'), feedback: 'y' },
          { id: 'b', text: 'As:\n\n```\nx\n```', media: image('b.png') },
        ],
        key: 'a',
      },
      {
        ...base,
        id: 'three',
        type: 'matching',
        prompts: [
          { id: 'p1', text: 'x', media: image('b.png') },
          { id: 'p2', text: 'y' },
        ],
        choices: [
          { id: 'a', text: 'v' },
          { id: 'b', text: 'w' },
        ],
        key: { p1: 'a', p2: 'b' },
      },
    ]
    const files = ['maps/a (1)#.png', 'b.png'].map((path, at) => ({ path, bytes: Uint8Array.of(at, 255, 0) }))
    const { content, report } = writeMoodleXml({ id: 'b', title: 'B', questions }, files)
    expect(report.map(({ fate, question }) => [fate, question])).toEqual([
      ['changed', 'one'],
      ['kept', 'two'],
      ['kept', 'three'],
    ])
    expect(report[0]?.message).toContain('gone.png')
    const read = readMoodleXml(String(content))
    expect(read.bank?.questions).toEqual(questions)
    expect(read.media).toEqual(files)
  })

  it('writes the right sides of pairs as the HTML that Moodle takes them for', () => {
    const [pairs] = sound.filter(({ type }) => type === 'matching')
    const { content } = writeMoodleXml(bankOf(pairs as BuiltInQuestion))
    expect(content).toContain('<text>x * &amp;lt;i&amp;gt; &amp;amp;amp; y</text>')
    const plain = writeMoodleXml({ ...bankOf(pairs as BuiltInQuestion), text: 'plain' })
    expect(plain.content).toContain('<text>x \\* &amp;lt;i&amp;gt; &amp;amp;amp; y</text>')
  })

  it('writes what looks like an element as text, but in code', () => {
    const stem = 'Is ![x](y "z") or <p> or `<b>` in <https://example.org>? a < b \\\\<i>'
    const question = { ...base, type: 'true-false', key: true, stem } as const
    const { content, report } = writeMoodleXml(bankOf(question))
    expect(content).toContain(
      'Is !\\[x](y "z") or &amp;lt;p&gt; or `&lt;b&gt;` in &lt;https://example.org&gt;? a &lt; b \\\\&amp;lt;i&gt;</text>',
    )
    expect(report.map(({ fate }) => fate)).toEqual(['kept'])
    expect(again(question)).toEqual(question)
  })

  it('writes nothing of Markdown for plain banks', () => {
    const media = { type: 'image', src: 'a.png', alt: 'A' } as const
    const question = { ...base, type: 'essay', media: [media] } as const
    const { content, report } = writeMoodleXml({ ...bankOf(question), text: 'plain' })
    expect(content).not.toContain('![')
    expect(report[0]?.message).toContain('media')
  })

  it.each(bundledBanks.map(bank => [bank.id, bank] as const))('reports on each question of %s', (_, bank) => {
    const { content, report } = writeMoodleXml(bank)
    const { bank: read } = readMoodleXml(String(content))
    expect([...new Set(report.flatMap(({ question }) => question ?? []))]).toEqual(
      bank.questions.map(({ id }) => id),
    )
    for (const question of bank.questions) {
      const entries = report.filter(entry => entry.question === question.id)
      const there = read?.questions.find(({ id }) => id === question.id)
      const isWritten = entries.every(({ fate }) => fate !== 'dropped')
      expect(there !== undefined).toBe(isWritten)
      if (entries.every(({ fate }) => fate === 'kept')) expect(there).toEqual(question)
    }
  })
})
