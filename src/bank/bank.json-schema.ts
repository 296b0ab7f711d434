import * as z from 'zod/mini'
import { kindRepeats } from '../interactions/kinds.words.js'
import { valueAt } from './plain.js'

type Json = { readonly [name: string]: unknown }

/** What an editor says of fields, by their names or by those with what they stand in before them: `hints.text`. */
type Words = { readonly [field: string]: string }

/**
 * A schema as JSON Schema (draft 7, which editors know best), to complete and check while one types. It asks for what
 * the schema asks for, and says what each field is and how each kind begins.
 */
export function createJsonSchema(schema: z.core.$ZodType, words: Words): Json {
  const plain = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override: wordPattern })
  return forEditors(plain, '', words) as Json
}

/** Else editors show the pattern itself to whoever doesn't meet it. */
function wordPattern({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: object }): void {
  if (!('pattern' in jsonSchema)) return
  const { error } = z.safeParse(zodSchema, ' ', { error: () => '' })
  const told = error?.issues.find(({ code }) => code === 'invalid_format')?.message
  if (told) Object.assign(jsonSchema, { patternErrorMessage: told })
}

/** @param around what the fields of the schema stand in: a field, or what a kind or a rule is called. */
function forEditors(schema: unknown, around: string, words: Words): unknown {
  if (Array.isArray(schema)) return schema.map(one => forEditors(one, around, words))
  if (!isJson(schema)) return schema
  const { oneOf } = schema
  const name = Array.isArray(oneOf) ? discriminatorOf(oneOf) : undefined
  if (name !== undefined) return byName(oneOf as readonly Branch[], name, around, words)
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' ? describeAll(value as Json, around, words) : forEditors(value, around, words),
    ]),
  )
}

function describeAll(fields: Json, around: string, words: Words): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const description = words[`${around}.${name}`] ?? words[name]
      return [name, { ...(description ? { description } : {}), ...(forEditors(field, name, words) as Json) }]
    }),
  )
}

interface Branch {
  readonly properties: { readonly [name: string]: Json }
}

/** The field by whose value one of several shapes is chosen, as zod writes a discriminated union of objects. */
function discriminatorOf(branches: readonly Partial<Branch>[]): string | undefined {
  const [first] = branches
  return Object.keys(first?.properties ?? {}).find(name => {
    const values = branches.flatMap(({ properties }) => properties?.[name]?.const ?? [])
    return new Set(values).size === branches.length
  })
}

/**
 * Of `oneOf`, editors guess which shape is meant, and complain about the one that they guess. Here each is chosen by its
 * name alone, so that they name all kinds to whoever misspells one, and else the very field that is wrong.
 */
function byName(branches: readonly Branch[], name: string, around: string, words: Words): Json {
  const shapes = branches.map(branch => {
    const value = branch.properties[name]?.const
    const label = String(value)
    const about = words[`${around}.${label}`] ?? words[label]
    return { value, label, about, shape: forEditors(branch, label, words) as Json & Branch }
  })
  const shared = inAll(shapes.map(({ shape }) => shape.properties))
  const abouts = shapes.flatMap(({ about }) => about ?? [])
  const values = {
    enum: shapes.map(({ value }) => value),
    ...(abouts.length === shapes.length ? { enumDescriptions: abouts } : {}),
  }
  const told = Object.fromEntries([...Object.keys(shared), name].map(field => [field, true]))
  return {
    type: 'object',
    properties: { ...shared, ...describeAll({ [name]: values }, around, words) },
    required: [name],
    allOf: [
      ...shapes.map(({ value, shape }) => ({
        if: { ...begun(name), properties: { [name]: { const: value } } },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
        then: { ...shape, properties: { ...shape.properties, ...told } },
      })),
      {
        // Editors of YAML look into what fits, those of JSON into all alternatives, but not behind an 'else'.
        type: 'object',
        anyOf: [
          { required: [name] },
          {
            type: 'object',
            not: { required: [name] },
            defaultSnippets: shapes.map(({ label, about, shape }) => ({
              label,
              description: about,
              body: withRepeats(label, createSample(shape, name)),
            })),
          },
        ],
      },
    ],
  }
}

/** Without the type, nothing at all would fit too, and editors would offer the fields of every kind. */
const begun = (name: string) => ({ type: 'object', required: [name] })

/** The fields that all shapes have, and that are the same in each: they can be completed before one is chosen. */
function inAll([first = {}, ...others]: readonly Json[]): Json {
  const same = (name: string, field: unknown) =>
    others.every(other => JSON.stringify(other[name]) === JSON.stringify(field))
  return Object.fromEntries(Object.entries(first).filter(([name, field]) => same(name, field)))
}

/** Places with the same number are filled in at once: what a sample says twice gets the number of the first. */
function withRepeats(kind: string, sample: Json): Json {
  const repeats = Object.hasOwn(kindRepeats, kind) ? kindRepeats[kind] : undefined
  const idsOf = (list: unknown) =>
    Array.isArray(list) ? list.map(entry => String(valueAt(entry, ['id']))) : []
  return { ...sample, ...repeats?.(list => idsOf(sample[list])) }
}

/** The least that fits, with its places to fill in numbered as editors number them. */
function createSample(schema: Json, discriminator: string): Json {
  let place = 0
  const first = ['id', discriminator]
  function sample(part: Json): unknown {
    const { properties, items, additionalProperties, allOf } = part
    if (part.const !== undefined) return part.const
    if (Array.isArray(part.enum)) return `\${${++place}|${part.enum.join(',')}|}`
    if (part.type === 'boolean') return `^\${${++place}|true,false|}`
    if (part.type === 'string') return `$${++place}`
    if (isJson(items)) return Array.from({ length: Number(part.minItems ?? 1) }, () => sample(items))
    if (Array.isArray(allOf)) {
      const [{ if: chosen, then }] = allOf
      return sample({
        ...then,
        properties: { ...then.properties, ...(properties as Json), ...chosen.properties },
      })
    }
    if (isJson(properties)) {
      const all = Object.keys(properties)
      const needed = all.filter(name => (part.required as readonly string[] | undefined)?.includes(name))
      const names = needed.length > 0 ? needed : all.slice(0, 1)
      const sorted = [
        ...first.filter(name => names.includes(name)),
        ...names.filter(name => !first.includes(name)),
      ]
      return Object.fromEntries(sorted.map(name => [name, sample(properties[name] as Json)]))
    }
    return isJson(additionalProperties) ? { [`$${++place}`]: sample(additionalProperties) } : `^$${++place}`
  }
  return sample(schema) as Json
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
