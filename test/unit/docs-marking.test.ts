import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Question, scoreResponse } from '../../src/index.js'
import { builtInInteractions } from '../../src/interactions/index.js'
import {
  pairsMarkingSchema,
  selectionMarkingSchema,
  sequenceMarkingSchema,
} from '../../src/marking/schema.js'
import type { Marking } from '../../src/question/index.js'

const page = readFileSync(new URL('../../docs/marking.md', import.meta.url), 'utf8')

/** The rows of a chapter's table: rule, whether it is the default, the example's fraction as printed. */
function rowsOf(title: string) {
  const chapter = page.split(/^## /m).find(text => text.startsWith(title)) ?? ''
  return [...chapter.matchAll(/^\| `([a-z-]+)`( \(default\))?.*\| *([\d.]+) *\|$/gm)].map(
    ([, rule = '', isDefault, example]) => ({ rule, isDefault: isDefault !== undefined, example }),
  )
}

const letters = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, text: id }))
const chapters = [
  {
    title: 'Several right choices',
    schema: selectionMarkingSchema,
    question: { type: 'multiple-response', choices: letters, key: ['a', 'b', 'c'] },
    response: ['a', 'b', 'd'],
    more: {
      fractions: { fractions: { a: 0.4, b: 0.4, c: 0.2, d: -0.4, e: -0.4 } },
      map: { map: { a: 1, b: 1, c: 1, d: -0.5 } },
    },
  },
  {
    title: 'An order',
    schema: sequenceMarkingSchema,
    question: { type: 'ordering', items: letters, key: ['a', 'b', 'c', 'd', 'e'] },
    response: ['a', 'c', 'b', 'd', 'e'],
    more: { 'listed-orders': { orders: [{ order: ['a', 'c', 'b', 'd', 'e'], fraction: 0.25 }] } },
  },
  {
    title: 'Parts',
    schema: pairsMarkingSchema,
    question: {
      type: 'matching',
      prompts: ['p1', 'p2', 'p3', 'p4'].map(id => ({ id, text: id })),
      choices: letters,
      key: { p1: 'a', p2: 'b', p3: 'c' },
    },
    response: { p1: 'a', p2: 'c', p4: 'd' },
    more: { map: { map: { 'p1 a': 1, 'p2 b': 1 } } },
  },
] as const

describe.each(chapters)('$title', ({ title, schema, question, response, more }) => {
  const rows = rowsOf(title)

  it('has every rule, and no other', () => {
    const rules = schema.def.options.map(({ shape }) => shape.rule.def.values[0] as string)
    expect(rows.map(({ rule }) => rule).sort()).toEqual([...rules].sort())
  })

  it.each(rows)('$rule earns what its example says', ({ rule, example }) => {
    const marking = { rule, ...(more as Record<string, object>)[rule] } as Marking
    const asked = { id: 'example', stem: 'Example?', ...question, marking } as Question
    const { raw, max } = scoreResponse(asked, response).score
    expect(String(Math.round((raw / max) * 1000) / 1000)).toBe(example)
  })

  it('says which rule is the default of the kind', () => {
    const { marking } = builtInInteractions.find(({ type }) => type === question.type) ?? {}
    const named = rows.find(({ isDefault }) => isDefault)
    expect(named?.rule).toBe(marking?.rule)
  })
})

it('names every rule for tries', () => {
  for (const rule of ['penalty', 'best', 'count-back', 'last']) expect(page).toContain(`| \`${rule}\` `)
})
