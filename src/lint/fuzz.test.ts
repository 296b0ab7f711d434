import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyQuestion } from '../../test/contract/awkward.js'
import { placeIssues } from '../bank/index.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { bundledBanks } from '../questions/index.js'
import { type LintOptions, lintBank, lintCodes } from './index.js'

const questions = fc.oneof(
  { weight: 4, arbitrary: anyQuestion(0.5) },
  fc.constantFrom(...bundledBanks.flatMap(bank => bank.questions)),
)
/** Some twice, so that there is something to find between questions. */
const banks: fc.Arbitrary<Bank<BuiltInQuestion>> = fc
  .record(
    {
      questions: fc.array(questions, { maxLength: 12 }),
      language: fc.constantFrom('en', 'de', 'ja', 'he', 'x-none'),
      lint: fc.dictionary(fc.constantFrom(...lintCodes, 'no-such-rule'), fc.constant('So it is.'), {
        maxKeys: 3,
      }),
      sources: fc.constant([{ id: 'report', title: 'Report' }]),
      objectives: fc.constant([{ id: 'recall', text: 'Recall it.' }]),
    },
    { requiredKeys: ['questions'] },
  )
  .map(fields => ({
    id: 'b',
    title: 'B',
    ...fields,
    questions: [...fields.questions, ...fields.questions.slice(0, 2)].map((question, index) => ({
      ...question,
      id: `q${index}`,
    })),
  }))
const settings: fc.Arbitrary<LintOptions> = fc.record(
  {
    source: fc.array(fc.constantFrom('Which of these?', 'The report says “so”.', ''), { maxLength: 3 }),
    changedParagraphs: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
    readingGrade: fc.integer({ min: 0, max: 12 }),
    feedback: fc.boolean(),
    targets: fc.subarray(['aiken', 'gift', 'kahoot'] as const),
  },
  { requiredKeys: [] },
)

/** What stands at a path; undefined where nothing does. */
const at = (bank: Bank, path: readonly (string | number)[]) =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    bank,
  )

describe('a bank of any kind', () => {
  it('is looked at without a throw; each finding has a place in it, and the next look finds the same', () => {
    fc.assert(
      fc.property(banks, settings, (bank, options) => {
        const found = lintBank(bank, options)
        const text = JSON.stringify(bank, null, 2)
        const lines = text.split('\n')
        for (const { code, message, path } of found) {
          expect(lintCodes).toContain(code)
          expect(message).not.toMatch(/^\s*$|undefined|NaN|\[object/)
          // The last step may be what is missing.
          expect(at(bank, path.slice(0, -1))).toBeTypeOf('object')
        }
        for (const { line = 0, column = 0 } of placeIssues(text, found))
          expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column)
        expect(lintBank(JSON.parse(text), options)).toEqual(found)
        expect(JSON.stringify(bank, null, 2)).toBe(text)
      }),
      { numRuns: 400 },
    )
  })

  it('gives for a question the same whatever stands before it, but for rules about several', () => {
    const several = new Set([
      'duplicate-stem',
      'inter-item-cue',
      'missing-feedback',
      'missing-rationale',
      'missing-source',
    ])
    fc.assert(
      fc.property(banks, questions, (bank, question) => {
        const codes = (list: readonly BuiltInQuestion[]) =>
          lintBank({ ...bank, questions: list })
            .filter(
              ({ path, code }) =>
                path[1] === list.length - 1 && path[0] === 'questions' && !several.has(code),
            )
            .map(({ code, path, message }) => [code, ...path.slice(2), message].join(' '))
        const own = { ...question, id: 'own' }
        expect(codes([...bank.questions, own])).toEqual(codes([own]))
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['en', 'What is it?', '+'.repeat(300_000)],
    ['en', 'What is it?', '='.repeat(300_000)],
    ['fr', `Quel est ${'qui '.repeat(100_000)}\n?`, 'one'],
  ])('reads signs and words of one kind in one pass (%s)', (language, stem, text) => {
    const choices = [text, 'two', 'three'].map((one, at) => ({ id: `c${at}`, text: one }))
    const question = { id: 'q', type: 'single-choice' as const, stem, choices, key: 'c0' }
    const codes = new Set(
      lintBank({ id: 'b', title: 'B', language, questions: [question] }).map(({ code }) => code),
    )
    expect(lintCodes).toEqual(expect.arrayContaining([...codes]))
  })
})
