import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { kindWords } from '../interactions/kinds.words.js'
import { bankWords } from './bank.words.js'
import { bankJsonSchema, builtInBankSchema, builtInSchemas, createBankSchema } from './index.js'

interface Node {
  readonly properties?: { readonly [name: string]: Node | true }
  readonly [name: string]: unknown
}

interface Kinds {
  readonly properties: { readonly type: { readonly enum: readonly string[] } }
  readonly allOf: readonly { readonly then?: Node; readonly else?: { defaultSnippets: readonly Snippet[] } }[]
}

interface Snippet {
  readonly label: string
  readonly body: unknown
}

const schema = bankJsonSchema() as unknown as Node & {
  readonly properties: { readonly questions: { readonly items: Kinds } }
}
const kinds = schema.properties.questions.items

function* fieldsOf(node: unknown): Generator<[name: string, field: Node]> {
  if (typeof node !== 'object' || node === null) return
  for (const [name, value] of Object.entries(node)) {
    if (name === 'defaultSnippets' || name === 'if') continue
    if (name === 'properties')
      yield* Object.entries(value as object).filter(([, field]) => field !== true) as [string, Node][]
    yield* fieldsOf(value)
  }
}

it('tells editors the fields of a bank and of each kind', () => {
  expect(schema).toMatchObject({ required: ['id', 'title', 'questions'], additionalProperties: false })
  expect(kinds.properties.type.enum).toEqual(Object.keys(builtInSchemas))
  const shapes = kinds.allOf.flatMap(({ then }) => (then ? [then] : []))
  expect(shapes.map(({ properties }) => Object.keys(properties ?? {}).sort())).toEqual(
    Object.values(builtInSchemas).map(({ def }) => Object.keys(def.shape).sort()),
  )
  expect(shapes.every(shape => shape.additionalProperties === false)).toBe(true)
})

it('says of every field what it is, of every kind what it asks, and says nothing of what is not there', () => {
  const fields = [...fieldsOf(schema)]
  expect(fields.filter(([, { description }]) => !description).map(([name]) => name)).toEqual([])
  const said = JSON.stringify(schema)
  expect(
    Object.values({ ...bankWords, ...kindWords }).filter(word => !said.includes(JSON.stringify(word))),
  ).toEqual([])
})

it('says in words what an id is', () => {
  expect(schema.properties.id).toMatchObject({ patternErrorMessage: expect.stringMatching(/^An id is/) })
})

/** What an author gets who takes the first of what an editor offers, and types something where it leaves room. */
function fillIn(sample: unknown): unknown {
  const filled = JSON.stringify(sample)
    .replace(/"\^\$\{\d+\|(\w+)[^}]*\}"/g, '$1')
    .replace(/"\^\$\d+"/g, '1')
    .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
    .replace(/\$(\d+)/g, 'x$1')
  return JSON.parse(filled)
}

it.each(kinds.allOf.flatMap(one => one.else?.defaultSnippets ?? []))(
  'begins a $label that fits',
  ({ label, body }) => {
    expect(body).toMatchObject({ type: label })
    expect(builtInBankSchema.fits(fillIn(body))).toBe(true)
  },
)

it('keeps what a kind of your own says of itself', () => {
  const mine = z.strictObject({
    id: z.string(),
    type: z.literal('mine'),
    colour: z.string().check(z.describe('A colour.'), z.regex(/^#/, 'A colour begins with #.')),
  })
  const own = JSON.stringify(bankJsonSchema({ schema: createBankSchema({ mine }) as never }))
  expect(own).toContain('"description":"A colour."')
  expect(own).toContain('"patternErrorMessage":"A colour begins with #."')
})
