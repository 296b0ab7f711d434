import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { BuiltInQuestion } from '../../src/interactions/index.js'
import { bundledBanks } from '../../src/questions/index.js'
import { drawBalance } from '../balance.js'

const folder = new URL('../../questions/nato-ukraine/', import.meta.url)
const readYaml = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'))
const facts = readYaml('facts.yaml') as readonly {
  readonly id: string
  readonly paragraph: number
  readonly asked: readonly string[]
}[]
const misconceptions = readYaml('misconceptions.yaml') as { readonly [id: string]: string }
const source = readYaml('source.yaml') as {
  readonly paragraphs: readonly { readonly number: number; readonly sha256: string }[]
}

const questions = new Map<string, BuiltInQuestion>(
  bundledBanks.flatMap(bank =>
    bank.questions.map(question => [`${bank.id}/${question.id}`, question] as const),
  ),
)
/** Names of the questions that a rule finds fault with. */
const failing = (fails: (question: BuiltInQuestion) => boolean) =>
  [...questions].flatMap(([name, question]) => (fails(question) ? [name] : []))

/** All that stands in a question under fields of these names. */
function textsUnder(names: readonly string[], value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') return names.includes(field) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(item => textsUnder(names, item, field))
  if (typeof value !== 'object' || value === null) return []
  const isNamed = names.includes(field)
  return Object.entries(value).flatMap(([name, inner]) => textsUnder(names, inner, isNamed ? field : name))
}

const prose = ['stem', 'text', 'solution', 'feedback', 'choiceFeedback', 'hints']
const wordsOf = (sentence: string) => sentence.split(/\s+/).length

describe('the facts of the article', () => {
  it('are each asked at least once, by questions that there are', () => {
    expect(facts.filter(({ asked }) => asked.length === 0)).toEqual([])
    expect(facts.flatMap(({ asked }) => asked).filter(name => !questions.has(name))).toEqual([])
  })

  it('stand in a paragraph that the questions asking them name', () => {
    const apart = facts.flatMap(({ id, paragraph, asked }) =>
      asked
        .filter(name => !questions.get(name)?.source?.paragraphs.includes(paragraph))
        .map(name => `${id}: ${name}`),
    )
    expect(apart).toEqual([])
  })

  it('come from paragraphs whose checksums are kept', () => {
    expect(source.paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    for (const { sha256 } of source.paragraphs) expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('each bundled question', () => {
  it('states its level, its difficulty and where to look, and has a worked key', () => {
    expect(
      failing(
        ({ level, difficulty, source, solution }) =>
          !level || !difficulty || !source?.paragraphs.length || !solution,
      ),
    ).toEqual([])
  })

  it('is on what this article reports, or on what can be known without it', () => {
    expect(failing(({ tags }) => tags?.length !== 1)).toEqual([])
    const background = failing(({ tags }) => tags?.includes('background') ?? false)
    expect(background.length / questions.size).toBeLessThanOrEqual(1 / 4)
  })

  it('explains every choice', () => {
    expect(
      failing(question => 'choices' in question && question.choices.some(({ feedback }) => !feedback)),
    ).toEqual([])
  })

  it('explains every choice of a gap', () => {
    expect(
      failing(
        question =>
          question.type === 'cloze' &&
          question.gaps.some(gap => gap.type === 'choice' && gap.choices.some(({ feedback }) => !feedback)),
      ),
    ).toEqual([])
  })

  it('ties every wrong choice to a named misreading', () => {
    const isTied = (question: BuiltInQuestion) => {
      if (question.type !== 'single-choice' && question.type !== 'multiple-response') return true
      const key = [question.key].flat()
      return question.choices.every(({ id, misconception }) => key.includes(id) !== Boolean(misconception))
    }
    expect(failing(question => !isTied(question))).toEqual([])
  })

  it('speaks in sentences of at most 25 words, and spells Kyiv', () => {
    const tooLong = (text: string) => text.split(/(?<=[.?!])\s+/).some(sentence => wordsOf(sentence) > 25)
    expect(failing(question => textsUnder(prose, question).some(tooLong))).toEqual([])
    expect(failing(question => JSON.stringify(question).includes('Kiev'))).toEqual([])
  })

  it('names no misreading that is not described, and every one described is met', () => {
    const named = new Set(
      [...questions.values()].flatMap(question => textsUnder(['misconception'], question)),
    )
    expect([...named].sort()).toEqual(Object.keys(misconceptions).sort())
  })
})

describe('each bundled bank', () => {
  it.each(bundledBanks.map(bank => [bank.id, bank.questions] as const))('%s is balanced', (_, questions) => {
    const share = (fits: (question: BuiltInQuestion) => boolean) =>
      questions.filter(fits).length / questions.length
    expect(questions.length).toBeGreaterThanOrEqual(14)
    expect(share(({ level }) => level === 'remember')).toBeLessThanOrEqual(1 / 3)
    for (const difficulty of ['easy', 'medium', 'hard'])
      expect(Math.abs(share(question => question.difficulty === difficulty) - 1 / 3)).toBeLessThan(0.06)
  })

  it('is in the table as it is: npm run balance mends and shows it', () => {
    const page = new URL('../../docs/question-quality.md', import.meta.url)
    const text = readFileSync(page, 'utf8')
    const table = drawBalance(bundledBanks)
    const place = /(<!-- balance -->\n)[\s\S]*?(\n<!-- end -->)/
    if (process.env.UPDATE_BALANCE) {
      writeFileSync(page, text.replace(place, `$1${table}$2`))
      process.stdout.write(`${table}\n`)
    } else expect(place.exec(text)?.[0]).toBe(`<!-- balance -->\n${table}\n<!-- end -->`)
  })
})
