import { expect, it } from 'vitest'
import { bankJsonSchema, builtInSchemas } from './index.js'

it('tells editors the fields of a bank and of each kind', () => {
  const { properties, required, additionalProperties } = bankJsonSchema() as {
    readonly properties: { readonly questions: { readonly items: { readonly oneOf: readonly Kind[] } } }
    readonly [name: string]: unknown
  }
  expect(required).toEqual(['id', 'title', 'questions'])
  expect(additionalProperties).toBe(false)
  const kinds = properties.questions.items.oneOf
  expect(kinds.map(({ properties }) => properties.type.const)).toEqual(Object.keys(builtInSchemas))
  expect(kinds.every(kind => kind.additionalProperties === false)).toBe(true)
})

interface Kind {
  readonly properties: { readonly type: { readonly const: string } }
  readonly additionalProperties: unknown
}
