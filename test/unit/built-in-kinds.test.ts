import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { type BuiltInKind, type BuiltInQuestion, builtInInteractions } from '../../src/interactions/index.js'
import { builtInChecks, builtInSchemas } from '../../src/interactions/schema.js'
import { scoreWith } from '../../src/marking/index.js'
import {
  createRegistry,
  type Fault,
  type Interaction,
  interactionOf,
  presentQuestion,
} from '../../src/question/index.js'

const file = new URL('../../questions/nato-ukraine/positions.yaml', import.meta.url)
const bank = parse(readFileSync(file, 'utf8')) as { readonly questions: readonly BuiltInQuestion[] }
const interactions: readonly Interaction[] = builtInInteractions
const registry = createRegistry(interactions)
const kinds = Object.keys(builtInSchemas).sort() as BuiltInKind[]

function faultsOf<Kind extends BuiltInKind>(
  question: Extract<BuiltInQuestion, { readonly type: Kind }>,
): readonly Fault[] {
  return builtInChecks[question.type as Kind](question)
}

describe('the built-in kinds', () => {
  it('all have a behaviour, a schema and a check', () => {
    expect(interactions.map(({ type }) => type).sort()).toEqual(kinds)
    expect(Object.keys(builtInChecks).sort()).toEqual(kinds)
  })

  it('all occur in the bank of positions', () => {
    expect([...new Set(bank.questions.map(({ type }) => type))].sort()).toEqual(kinds)
  })

  it.each(kinds)('%s takes its own questions only', kind => {
    const fitting = bank.questions.filter(question => z.safeParse(builtInSchemas[kind], question).success)
    expect(fitting).toEqual(bank.questions.filter(({ type }) => type === kind))
  })
})

describe.each(bank.questions.map(question => [question.id, question] as const))('%s', (_, question) => {
  const { solve, scoredLater } = interactionOf(registry, question)

  it('has nothing that a check finds fault with', () => {
    expect(faultsOf(question)).toEqual([])
  })

  it('earns everything with its key, and nothing without', () => {
    const key = solve(question)
    expect(key === null).toBe(scoredLater === true)
    const best = scoreWith(registry, question, key ?? 'word '.repeat(80))
    expect(best.outcome).toBe(scoredLater ? 'pending' : 'correct')
    if (!scoredLater) expect(best.score.scaled).toBe(1)
    expect(scoreWith(registry, question, null)).toMatchObject({ outcome: 'unanswered', score: { raw: 0 } })
  })

  it('can be shown', () => {
    expect(presentQuestion(registry, question)).toMatchObject({ type: question.type, stem: question.stem })
  })
})
