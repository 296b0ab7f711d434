import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseBank } from '../../src/bank/index.js'
import { builtInSchemas } from '../../src/interactions/schema.js'
import { lintBank } from '../../src/lint/index.js'
import { bundledBanks, positions } from '../../src/questions/index.js'

const folder = new URL('../../questions/', import.meta.url)
/** Text of each bank's file; what a topic has beside its banks has no questions. */
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yaml'))
  .map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
  .filter(([, text]) => /^questions:/m.test(text))

describe('the bundled banks', () => {
  it.each(texts)('%s has nothing wrong, and is bundled', (_, text) => {
    const { bank, issues } = parseBank(text)
    expect(issues).toEqual([])
    expect(bundledBanks).toContainEqual(bank)
  })

  it('have no other beside them, and no id twice', () => {
    expect(new Set(bundledBanks.map(({ id }) => id)).size).toBe(texts.length)
    expect(bundledBanks).toHaveLength(texts.length)
  })

  it('have a topic, a licence, a time to expect, and an objective and a source for each question', () => {
    for (const bank of bundledBanks) {
      expect(bank).toMatchObject({ topic: expect.any(String), license: 'MIT', minutes: expect.any(Number) })
      expect(bank.questions.filter(({ objective, source }) => !objective || !source)).toEqual([])
    }
  })

  it('ask for every objective', () => {
    for (const { questions, objectives = [] } of bundledBanks) {
      const asked = new Set(questions.map(({ objective }) => objective))
      expect(objectives.filter(({ id }) => !asked.has(id))).toEqual([])
    }
  })

  it('use every kind in the positions', () => {
    const kinds = new Set<string>(positions.questions.map(({ type }) => type))
    expect([...kinds].sort()).toEqual(Object.keys(builtInSchemas).sort())
  })
})

it('the example to copy from has nothing wrong, and nothing to warn of', () => {
  const text = readFileSync(new URL('../../docs/examples/writing-systems.yaml', import.meta.url), 'utf8')
  const { bank, issues } = parseBank(text)
  expect(issues).toEqual([])
  expect(bank && lintBank(bank)).toEqual([])
})
