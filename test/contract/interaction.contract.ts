import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { scoreWith } from '../../src/marking/index.js'
import {
  createRegistry,
  type Interaction,
  type Json,
  type Marking,
  presentQuestion,
  type Question,
} from '../../src/question/index.js'
import { schemaFields, usedFields } from './schema-fields.js'

export interface InteractionContract<Q extends Question> {
  readonly interaction: Interaction
  readonly schema: z.core.$ZodType
  /** Between them they use every field of the schema. */
  readonly questions: readonly Q[]
  /** The same question with another key, and with another wording of all that must stay hidden. */
  readonly rekey: (question: Q) => Q
  /** Responses of the kind's own shape, right, wrong and malformed; the suite adds any value at all. */
  readonly responses: (question: Q) => fc.Arbitrary<unknown>
  /** A response that picks everything that can be picked; null where nothing is picked in this kind. */
  readonly everything: (question: Q) => Json
  /** Every marking that the kind knows, but those whose worth the author states choice by choice. */
  readonly markings: readonly Marking[]
}

const hidden = ['key', 'feedback', 'solution', 'marking', 'misconception', 'fraction', 'cost']

/** The laws of a kind. A new kind calls this with a few questions and is held to all of them. */
export function testInteraction<Q extends Question>(contract: InteractionContract<Q>): void {
  const { interaction, schema, questions } = contract
  const registry = createRegistry([interaction])
  const anyQuestion = fc.constantFrom(...questions)
  const withAnyMarking = fc
    .tuple(anyQuestion, fc.constantFrom(undefined, ...contract.markings))
    .map(([question, marking]): Q => (marking ? { ...question, marking } : question))
  const withResponse = (questions: fc.Arbitrary<Q>) =>
    questions.chain(question =>
      fc.tuple(
        fc.constant(question),
        fc.oneof(contract.responses(question), fc.anything(), fc.jsonValue(), fc.constant(null)),
      ),
    )

  describe(`the laws of ${interaction.type}`, () => {
    it.each(questions.map(question => [question.id, question] as const))(
      '%s fits the schema',
      (_, question) => {
        expect(z.safeParse(schema, question)).toMatchObject({ success: true })
      },
    )

    it('uses every field of the schema in these questions', () => {
      const used = new Set(questions.flatMap(question => [...usedFields(schema, question)]))
      expect([...schemaFields(schema)].filter(field => !used.has(field))).toEqual([])
    })

    it('scores the key as the maximum', () => {
      fc.assert(
        fc.property(withAnyMarking, question => {
          const key = interaction.solve(question)
          if (key === null) return
          const { outcome, score } = scoreWith(registry, question, key)
          expect(outcome).toBe('correct')
          expect(score.raw).toBeCloseTo(score.max, 9)
        }),
      )
    })

    it('presents two questions alike that differ only in their key', () => {
      for (const question of questions) {
        const other = contract.rekey(question)
        expect(other).not.toEqual(question)
        for (const orders of [{}, reversedOrders(interaction, question)]) {
          expect(presentQuestion(registry, other, orders)).toEqual(
            presentQuestion(registry, question, orders),
          )
        }
        expect(reversedOrders(interaction, other)).toEqual(reversedOrders(interaction, question))
      }
    })

    it('presents no field that is hidden', () => {
      for (const question of questions) {
        const fields = fieldsOf(presentQuestion(registry, question))
        expect(fields.filter(field => hidden.includes(field.split('.').at(-1) ?? ''))).toEqual([])
      }
    })

    it('takes any value as response without throwing or leaving the bounds', () => {
      fc.assert(
        fc.property(withResponse(withAnyMarking), ([question, response]) => {
          const { score } = scoreWith(registry, question, response)
          expect(score.raw).toBeGreaterThanOrEqual(score.min)
          expect(score.raw).toBeLessThanOrEqual(score.max)
          expect(Math.abs(score.scaled)).toBeLessThanOrEqual(1)
        }),
        { numRuns: 500 },
      )
    })

    it('scores alike however its lists are shuffled', () => {
      fc.assert(
        fc.property(withResponse(withAnyMarking), ([question, response]) => {
          const shuffled = reverseLists(interaction, question)
          const { outcome, score } = scoreWith(registry, question, response)
          const other = scoreWith(registry, shuffled, response)
          expect(other.outcome).toBe(outcome)
          expect(other.score.raw).toBeCloseTo(score.raw, 9)
        }),
      )
    })

    it('keeps question, presentation, parts and trace through JSON', () => {
      fc.assert(
        fc.property(withResponse(withAnyMarking), ([question, response]) => {
          for (const value of [
            question,
            presentQuestion(registry, question),
            scoreWith(registry, question, response),
            interaction.read(question, response),
          ])
            expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value)
        }),
      )
    })

    it('describes whatever it reads', () => {
      fc.assert(
        fc.property(withResponse(anyQuestion), ([question, response]) => {
          const reading = interaction.read(question, response)
          if (reading.status === 'answered')
            expect(interaction.describe(question, reading.response)).toEqual(expect.any(String))
        }),
      )
    })

    it('does not give the maximum for picking everything unless everything is right', () => {
      for (const marking of [undefined, ...contract.markings]) {
        for (const one of questions) {
          const question = marking ? { ...one, marking } : one
          const everything = contract.everything(question)
          const key = interaction.solve(question)
          if (everything === null || sameSet(everything, key)) continue
          const { score } = scoreWith(registry, question, everything)
          expect(score.raw, `${question.id} under ${marking?.rule}`).toBeLessThan(score.max)
        }
      }
    })
  })
}

function reversedOrders(interaction: Interaction, question: Question): { [list: string]: readonly string[] } {
  const lists = interaction.lists(question)
  return Object.fromEntries(lists.map(({ name, entries }) => [name, entries.map(({ id }) => id).reverse()]))
}

function reverseLists<Q extends Question>(interaction: Interaction, question: Q): Q {
  const fields = Object.fromEntries(
    interaction.lists(question).flatMap(({ name }) => {
      const list = (question as unknown as { [list: string]: unknown })[name]
      return Array.isArray(list) ? [[name, [...list].reverse()]] : []
    }),
  )
  return { ...question, ...fields }
}

/** Every path of fields in a value: `choices.text`. Positions in lists are left out. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(item => fieldsOf(item, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = path ? `${path}.${name}` : name
    return [here, ...fieldsOf(inner, here)]
  })
}

function sameSet(one: Json, other: Json): boolean {
  const sorted = (value: Json) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)
  return sorted(one) === sorted(other)
}
