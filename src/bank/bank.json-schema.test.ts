import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { kindWords } from '../interactions/kinds.words.js'
import { bankWords } from './bank.words.js'
import { bankJsonSchema, builtInSchemas, checkBank, createBankSchema } from './index.js'
import { valueAt } from './plain.js'

interface Node {
  readonly properties?: { readonly [name: string]: Node | true }
  readonly [name: string]: unknown
}

interface Kinds {
  readonly properties: { readonly type: { readonly enum: readonly string[] } }
  readonly allOf: readonly {
    readonly if?: { readonly properties: { readonly [name: string]: { readonly const: unknown } } }
    readonly then?: Node
    readonly anyOf?: readonly { readonly not?: Node; readonly defaultSnippets?: readonly Snippet[] }[]
  }[]
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

it('says in words what is asked for, and shows no pattern', () => {
  expect(schema.properties.id).toMatchObject({ patternErrorMessage: expect.stringMatching(/^An id is/) })
  const wordless: string[] = []
  JSON.stringify(schema, (_, node) => {
    if (typeof node?.pattern === 'string' && !node.patternErrorMessage) wordless.push(node.pattern)
    return node
  })
  expect(wordless).toEqual([])
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

const snippetsOf = ({ allOf }: Kinds) =>
  allOf.flatMap(({ anyOf = [] }) => anyOf.flatMap(({ defaultSnippets = [] }) => defaultSnippets))

/** What an editor of JSON offers where a value may stand: it looks into these three, whatever stands there. */
function offeredInJson(schema: Node): readonly string[] {
  const {
    defaultSnippets = [],
    allOf = [],
    anyOf = [],
    oneOf = [],
  } = schema as {
    readonly [name: string]: readonly Node[]
  }
  return [
    ...defaultSnippets.map(({ label }) => String(label)),
    ...[allOf, anyOf, oneOf].flat().flatMap(offeredInJson),
  ]
}

it('begins questions and gaps in JSON as in YAML, and there only where none is begun', () => {
  expect(offeredInJson(kinds as unknown as Node)).toEqual(Object.keys(builtInSchemas))
  expect(offeredInJson(gaps as unknown as Node)).toEqual(['text', 'numeric', 'choice'])
  for (const { allOf } of [kinds, gaps]) {
    const offers = allOf.flatMap(({ anyOf = [] }) => anyOf)
    expect(offers.map(({ not }) => not)).toEqual([undefined, { required: ['type'] }])
  }
})

it.each(snippetsOf(kinds))('begins a $label in which nothing is wrong', ({ label, body }) => {
  expect(body).toMatchObject({ type: label })
  expect(JSON.stringify(body), 'needs no quotes in YAML').not.toContain('"{')
  expect(checkBank({ id: 'one', title: 'One', questions: [fillIn(body)] }).issues).toEqual([])
})

const cloze = kinds.allOf.find(({ if: chosen }) => chosen?.properties.type?.const === 'cloze')?.then
const gaps = valueAt(cloze, ['properties', 'gaps', 'items']) as Kinds

it.each(snippetsOf(gaps))('begins a gap with $label in which nothing is wrong', ({ body }) => {
  const gap = fillIn(body) as { readonly id: string }
  const question = { id: 'q', type: 'cloze', stem: 'Fill it.', text: `{{${gap.id}}}`, gaps: [gap] }
  expect(checkBank({ id: 'one', title: 'One', questions: [question] }).issues).toEqual([])
})

/** The fields of questions where the bank has one kind of its own, which has these fields beside its id. */
function ownKind(fields: { readonly [name: string]: z.core.$ZodType }): unknown {
  const mine = z.strictObject({ id: z.string(), type: z.literal('mine'), ...fields })
  const own = bankJsonSchema({ schema: createBankSchema({ mine }) as never })
  return valueAt(own, ['properties', 'questions', 'items', 'properties'])
}

it.each<[string, z.core.$ZodType, readonly unknown[]]>([
  [
    'an object or text',
    z.xor([z.strictObject({ text: z.string() }), z.string()]),
    [{ properties: { text: {} } }, { type: 'string' }],
  ],
  [
    'a choice among choices',
    z.discriminatedUnion('shape', [
      z.discriminatedUnion('size', [
        z.strictObject({ shape: z.literal('dot'), size: z.literal('s') }),
        z.strictObject({ shape: z.literal('spot'), size: z.literal('m') }),
      ]),
      z.strictObject({ shape: z.literal('box') }),
    ]),
    [{ properties: { shape: { enum: ['dot', 'spot'] } } }, { properties: { shape: { const: 'box' } } }],
  ],
])('takes %s in a kind of your own', (_, field, oneOf) => {
  expect(ownKind({ field })).toMatchObject({ field: { oneOf } })
})

it('tells shapes apart by numbers as well', () => {
  const field = z.discriminatedUnion('sides', [
    z.strictObject({ sides: z.literal(3), height: z.number() }),
    z.strictObject({ sides: z.literal(4), width: z.number() }),
  ])
  const { properties, allOf } = valueAt(ownKind({ field }), ['field']) as Kinds
  expect(valueAt(properties, ['sides'])).toEqual({ enum: [3, 4] })
  expect(allOf.slice(0, 2).map(({ if: chosen }) => chosen?.properties.sides)).toEqual([
    { const: 3 },
    { const: 4 },
  ])
  expect(snippetsOf({ properties, allOf }).map(({ label, body }) => [label, fillIn(body)])).toEqual([
    ['3', { sides: 3, height: 1 }],
    ['4', { sides: 4, width: 1 }],
  ])
})

it('says of a field in a kind of your own only what is true of all that are called so', () => {
  const names = 'a b c d of form share order orders words value key items url lower case license'
  const fields = Object.fromEntries(names.split(' ').map(name => [name, z.string()]))
  const own = ownKind({ ...fields, stem: z.string(), irt: z.strictObject({ a: z.number() }) }) as object
  const described = Object.entries(own).filter(([, field]) => field.description)
  expect(described.map(([name]) => name)).toEqual(['id', 'type', 'stem', 'irt'])
  expect(own).toMatchObject({ irt: { properties: { a: { description: bankWords['irt.a'] } } } })
})

it('says where the language comes from, of the bank and of a question', () => {
  expect(valueAt(schema, ['properties', 'language', 'description'])).not.toContain('the bank’s')
  expect(kinds.properties).toMatchObject({ language: { description: expect.stringContaining('the bank’s') } })
})

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
