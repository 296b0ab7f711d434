import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../interactions/index.js'
import { bundledBanks } from '../questions/index.js'
import { lintBank, rules } from './index.js'
import { type Example, pick } from './rule.js'
import { unbalanced } from './rules/key-position.rule.js'
import { binomialUpperTail, chiSquareTest } from './statistics.js'

/** Rules that find fault with an example, each looked at by itself. */
function firing(example: Example): readonly string[] {
  const given = 'questions' in example ? example : { questions: example }
  const bank = { id: 'example', title: 'Example', ...given.bank, questions: given.questions }
  return lintBank(bank, {
    feedback: given.feedback ?? false,
    ...(given.source && { source: given.source }),
    ...(given.changedParagraphs && { changedParagraphs: given.changedParagraphs }),
    ...(given.readingGrade && { readingGrade: given.readingGrade }),
  }).map(({ code }) => code)
}

describe('each rule', () => {
  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s fires on its bad example and not on its better one',
    (id, rule) => {
      expect(firing(rule.bad)).toContain(id)
      expect(firing(rule.better)).not.toContain(id)
      expect(rule.advice.length).toBeGreaterThan(20)
      expect(rule.from).not.toBe('')
    },
  )

  it('has a name of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('takes any question', () => {
    const questions = bundledBanks.flatMap(bank => bank.questions)
    const some = fc.subarray(questions, { maxLength: 10 })
    const garbled = fc
      .tuple(some, fc.string({ minLength: 1 }))
      .map(([all, text]) => all.map(question => ({ ...question, stem: text }) as BuiltInQuestion))
    fc.assert(fc.property(garbled, all => lintBank({ id: 'b', title: 'B', questions: all }).length >= 0))
  })
})

describe('statistics', () => {
  it.each([
    [[286, 1246, 278, 219], 1439.8161655988174, 0],
    [[5, 5, 5, 5], 0, 1],
    [[10, 4, 3, 3], 6.8, 0.07855315983679816],
  ])('χ² of %j', (counts, statistic, p) => {
    const test = chiSquareTest(counts)
    expect(test.statistic).toBeCloseTo(statistic, 8)
    expect(test.p).toBeCloseTo(p, 8)
  })

  it.each([
    [12, 20, 0.25, 0.000935391579332645],
    [9, 20, 0.25, 0.04092516770651855],
    [17, 40, 0.25, 0.011561361200986726],
  ])('at least %d hits in %d', (hits, trials, chance, p) => {
    expect(binomialUpperTail(hits, trials, chance)).toBeCloseTo(p, 10)
  })

  it('tells spread keys from heaped ones', () => {
    expect(unbalanced([5, 5, 5, 5])).toBeNull()
    expect(unbalanced([10, 4, 3, 3])).toBeNull()
    expect(unbalanced([286, 1246, 278, 219])).toMatch(/rarer than one in a hundred/)
    expect(unbalanced([5, 2, 1])).toMatch(/more than half/)
  })
})

describe('a rule that is left out', () => {
  const above = pick('Which factors raised prices?', 'Drought', 'War', '*All of the above')
  const codes = (bank: object) =>
    lintBank({ id: 'b', title: 'B', questions: [above], ...bank }).map(({ code }) => code)

  it('is silent for the bank, or for the question', () => {
    expect(codes({})).toContain('all-of-the-above')
    expect(codes({ lint: { 'all-of-the-above': 'Asked for by the board.' } })).not.toContain(
      'all-of-the-above',
    )
    expect(codes({ questions: [{ ...above, lint: { 'all-of-the-above': 'A quotation.' } }] })).not.toContain(
      'all-of-the-above',
    )
  })

  it('or whoever lints says so', () => {
    const bank = { id: 'b', title: 'B', questions: [above] }
    const found = lintBank(bank, { rules: { 'all-of-the-above': 'error', 'missing-feedback': 'off' } })
    expect(found.find(({ code }) => code === 'all-of-the-above')?.severity).toBe('error')
    expect(found.map(({ code }) => code)).not.toContain('missing-feedback')
    expect(() => lintBank(bank, { rules: { 'no-such-rule': 'off' } })).toThrow(/no-such-rule/)
  })

  it('is silent on other languages where it is about English words', () => {
    const stem = pick(
      'Was hat die Regierung not gesagt im Mai?',
      '*Ja und Amen',
      'Nein und Amen',
      'Vielleicht',
    )
    expect(codes({ language: 'de', questions: [stem] })).not.toContain('negative-stem')
    expect(codes({ questions: [stem] })).toContain('negative-stem')
  })
})

describe('the bundled banks', () => {
  it.each(bundledBanks.map(bank => [bank.id, bank] as const))('%s passes', (_, bank) => {
    const told = lintBank(bank).filter(({ severity }) => severity !== 'info')
    expect(
      told.map(({ code, path, message }) => `${bank.questions[Number(path[1])]?.id} ${code}: ${message}`),
    ).toEqual([])
  })
})

it('is told of, rule by rule: UPDATE_RULES=1 npm run test:unit mends the table', () => {
  const page = new URL('../../docs/linting.md', import.meta.url)
  const text = readFileSync(page, 'utf8')
  const rows = rules.map(
    ({ id, severity, english, advice, from }) =>
      `| \`${id}\` | ${severity}${english ? ', _en_' : ''} | ${advice} | ${from} |`,
  )
  const table = ['| rule | | what to do | from |', '| --- | --- | --- | --- |', ...rows].join('\n')
  const place = /(<!-- rules -->\n)[\s\S]*?(<!-- end -->)/
  if (process.env.UPDATE_RULES)
    writeFileSync(
      page,
      text.replace(place, (_, start, end) => `${start}${table}\n${end}`),
    )
  else expect(place.exec(text)?.[0]).toBe(`<!-- rules -->\n${table}\n<!-- end -->`)
})
