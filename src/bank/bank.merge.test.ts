import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { checkBank, defineBank, extendBank, mergeBanks } from './index.js'

const north = defineBank({
  id: 'north',
  title: 'North',
  language: 'nb',
  minutes: 5,
  license: 'MIT',
  objectives: [{ id: 'recall', text: 'Recall it.' }],
  sources: [{ id: 'report', title: 'A report' }],
  marking: { 'multiple-response': { rule: 'capped' } },
  questions: [
    {
      id: 'one',
      type: 'multiple-response',
      stem: 'Which?',
      objective: 'recall',
      source: { paragraphs: [1] },
      choices: [
        { id: 'a', text: 'This' },
        { id: 'b', text: 'That' },
      ],
      key: ['a'],
    },
  ],
})
const south = defineBank({
  id: 'south',
  title: 'South',
  minutes: 3,
  license: 'CC-BY-4.0',
  objectives: [{ id: 'recall', text: 'Recall it.' }],
  sources: [{ id: 'letter', title: 'A letter' }],
  questions: [{ id: 'two', type: 'essay', stem: 'Why?', objective: 'recall', source: { paragraphs: [2] } }],
})
const essay = (id: string): BuiltInQuestion => ({ id, type: 'essay', stem: 'Why?' })
const ids = ({ questions }: Bank) => questions.map(({ id }) => id)

describe('defineBank', () => {
  it('gives the bank back as it is, and refuses names that it does not declare when it is compiled', () => {
    const bank = { id: 'b', title: 'B', questions: [] }
    expect(defineBank(bank)).toBe(bank)
    const objectives = [{ id: 'recall', text: 'Recall it.' }] as const
    const tags = ['first', 'second'] as const
    defineBank({
      ...bank,
      objectives,
      tags,
      questions: [{ ...essay('q'), objective: 'recall', tags: ['first'] }],
    })
    // @ts-expect-error: no such objective
    defineBank({ ...bank, objectives, questions: [{ ...essay('q'), objective: 'recal' }] })
    // @ts-expect-error: no such tag
    defineBank({ ...bank, tags, questions: [{ ...essay('q'), tags: ['frist'] }] })
    // @ts-expect-error: no such field
    defineBank({ ...bank, questions: [{ id: 'q', type: 'essay', stem: 'Why?', stme: 'Why?' }] })
  })
})

describe('extendBank', () => {
  it('adds questions and what they name, and leaves the base as it is', () => {
    const added = { ...essay('three'), objective: 'explain' }
    const bank = extendBank(north, {
      id: 'more',
      questions: [added],
      objectives: [{ id: 'explain', text: 'Explain it.' }],
    })
    expect(bank).toMatchObject({ id: 'more', title: 'North', language: 'nb', sources: north.sources })
    expect(ids(bank)).toEqual(['one', 'three'])
    expect(checkBank(bank).issues).toEqual([])
    expect(ids(north)).toEqual(['one'])
  })

  it('puts a question in the place of another only when told to', () => {
    expect(() => extendBank(north, { questions: [essay('one')] })).toThrow("questions 'one'")
    expect(extendBank(north, { questions: [essay('one')], without: ['one'] }).questions).toEqual([
      essay('one'),
    ])
    expect(() => extendBank(north, { without: ['on'] })).toThrow("has no question 'on'")
  })

  it('takes kinds of your own, and refuses fields that its own kinds lack when it is compiled', () => {
    const question = { id: 'q', type: 'essay', stem: 'Why?' } as const
    const dial = (id: string, degrees: number) => ({ id, type: 'dial' as const, stem: 'How far?', degrees })
    const more = extendBank(north, { questions: [dial('d', 90), essay('r')] })
    const most = extendBank(more, { questions: [dial('e', 45), question] })
    expect(ids(most)).toEqual(['one', 'd', 'r', 'e', 'q'])
    // @ts-expect-error: no such field
    extendBank(north, { questions: [{ ...question, stme: 'Why?' }] })
    // @ts-expect-error: no such field of a hint
    extendBank(north, { questions: [{ ...question, hints: [{ txt: 'Think.' }] }] })
    // @ts-expect-error: no such key
    extendBank(north, { questions: [{ id: 'q', type: 'true-false', stem: 'So?', key: 'yes' }] })
  })
})

describe('mergeBanks', () => {
  it('keeps what banks say of themselves, and leaves rules out where they were left out', () => {
    const [one, two] = [
      { ...north, description: 'Up.', lint: { 'tf-balance': 'Few.', 'key-longest': 'Names.' } },
      { ...south, description: 'Down.', lint: { 'tf-balance': 'Derived.' } },
    ]
    const { description, lint, questions } = mergeBanks<BuiltInQuestion>([one, two], {
      id: 'all',
      title: 'All',
    })
    expect({ description, lint }).toEqual({ description: 'Up.\n\nDown.', lint: { 'tf-balance': 'Few.' } })
    expect(questions.map(question => question.lint)).toEqual([{ 'key-longest': 'Names.' }, undefined])
  })

  const options = { id: 'both', title: 'Both' }

  it.each([
    [8, 8, { grade: 8 }],
    [8, 9, undefined],
    [8, undefined, undefined],
  ])('of grade %j and %j is for %j', (one, other, readability) => {
    const of = (grade?: number) => (grade ? { readability: { grade } } : {})
    const both = mergeBanks<BuiltInQuestion>(
      [
        { ...north, ...of(one) },
        { ...south, ...of(other) },
      ],
      options,
    )
    expect(both.readability).toEqual(readability)
  })

  it('keeps what each bank says for its questions', () => {
    const bank = mergeBanks([north, south], options)
    expect(bank).toMatchObject({ id: 'both', minutes: 8, license: 'MIT AND CC-BY-4.0' })
    expect(bank.objectives).toEqual(north.objectives)
    expect(bank.questions).toMatchObject([
      { id: 'one', language: 'nb', marking: { rule: 'capped' }, source: { document: 'report' } },
      { id: 'two', source: { document: 'letter' } },
    ])
    expect(checkBank(bank).issues).toEqual([])
  })

  it('names every id that stands for two things', () => {
    const other = { ...north, objectives: [{ id: 'recall', text: 'Something else.' }] }
    expect(() => mergeBanks<BuiltInQuestion>([north, south, other], options)).toThrow(
      "questions 'one'; objectives 'recall'",
    )
  })

  it('lets none clash when each gets a prefix', () => {
    const bank = mergeBanks([north, { ...north, id: 'copy' }], { ...options, prefix: true })
    expect(ids(bank)).toEqual(['north:one', 'copy:one'])
    expect(bank.questions[1]).toMatchObject({ objective: 'copy:recall', source: { document: 'copy:report' } })
    expect(checkBank(bank).issues).toEqual([])
  })

  it('says what would be right, as far as it is not so already', () => {
    const both = [north, north]
    expect(() => mergeBanks(both, options)).toThrow("merge with 'prefix'")
    expect(() => mergeBanks(both, { ...options, prefix: true })).toThrow(/Give each bank an id of its own\.$/)
    expect(() => extendBank(north, { questions: [essay('one')] })).toThrow(/'without' makes room/)
  })

  it('refuses to mix plain text and Markdown', () => {
    expect(() => mergeBanks([north, { ...south, text: 'plain' }], options)).toThrow('markdown, plain')
  })
})
