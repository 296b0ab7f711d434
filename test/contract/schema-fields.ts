import * as z from 'zod/mini'

interface Definition {
  readonly type: string
  readonly shape?: { readonly [name: string]: z.core.$ZodType }
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly keyType?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
}

const leaves = ['string', 'number', 'boolean', 'null', 'literal', 'enum', 'any', 'unknown']

/**
 * Every path of fields that a schema names: `choices.text`. What a record holds stands under `*`, as its names
 * are the author's: `marking.map.*`.
 *
 * @throws TypeError for a sort of schema that it can't look into, so that nothing goes uncounted.
 */
export function schemaFields(schema: z.core.$ZodType, path = ''): ReadonlySet<string> {
  return new Set(
    children(schema, path).flatMap(([here, inner]) => paths(here, path, schemaFields(inner, here))),
  )
}

/** The fields of the schema that a value which fits it makes use of, by the same paths. */
export function usedFields(schema: z.core.$ZodType, value: unknown, path = ''): ReadonlySet<string> {
  if (value === undefined) return new Set()
  return new Set(
    children(schema, path).flatMap(([here, inner, pick]) =>
      pick(value).flatMap(item => paths(here, path, usedFields(inner, item, here))),
    ),
  )
}

function paths(here: string, path: string, inner: ReadonlySet<string>): string[] {
  return here === path ? [...inner] : [here, ...inner]
}

type Child = readonly [path: string, schema: z.core.$ZodType, pick: (value: unknown) => readonly unknown[]]

/** What a schema is made of: where it stands, and what of a value belongs to it. */
function children(schema: z.core.$ZodType, path: string): readonly Child[] {
  const def = schema._zod.def as unknown as Definition
  const at = (name: string) => (path ? `${path}.${name}` : name)
  if (def.shape)
    return Object.entries(def.shape).map(([name, inner]): Child => {
      const pick = (value: unknown) => {
        const field = (value as { readonly [name: string]: unknown })[name]
        return field === undefined ? [] : [field]
      }
      return [at(name), inner, pick]
    })
  if (def.element) return [[path, def.element, value => value as readonly unknown[]]]
  if (def.options)
    return def.options.map((option): Child => {
      const pick = (value: unknown) => (z.safeParse(option, value).success ? [value] : [])
      return [path, option, pick]
    })
  if (def.keyType && def.valueType) return [[at('*'), def.valueType, value => Object.values(value as object)]]
  if (def.innerType) return [[path, def.innerType, value => (value === null ? [] : [value])]]
  if (leaves.includes(def.type)) return []
  throw new TypeError(`schemaFields can't look into a schema of the type '${def.type}'.`)
}
