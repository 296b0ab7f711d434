import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { builtInSchemas } from '../../src/interactions/schema.js'
import { questionShape } from '../../src/question/schema.js'
import { schemaFields } from '../contract/schema-fields.js'

const page = readFileSync(new URL('../../docs/questions.md', import.meta.url), 'utf8')
const chapter = (title: string) => page.split(/^## /m).find(part => part.startsWith(title)) ?? ''
const kinds = /```yaml\n([\s\S]*?)```/.exec(chapter('The kinds'))?.[1] ?? ''
const documented = new Map(
  kinds.split(/^(?=- type: )/m).map(text => {
    const [example] = parse(text) as { readonly type: string }[]
    return [example?.type ?? '', { text, example }] as const
  }),
)
const common = new Set([...schemaFields(z.strictObject(questionShape))].map(path => path.split('.')[0]))

/** Paths of the fields in an example, as `schemaFields` writes them. */
function fieldsOf(value: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap(item => fieldsOf(item, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, name]
    return [here.join('.'), ...fieldsOf(inner, here)]
  })
}

/** Whether the schema has the field; what stands in a record has a name of the author's. */
function hasField(fields: ReadonlySet<string>, path: string): boolean {
  const names = path.split('.')
  return [...fields].some(field => {
    const known = field.split('.')
    return known.length === names.length && known.every((name, at) => name === '*' || name === names[at])
  })
}

/** The page describes gaps by naming the kinds that they are like. */
const gapsAreLike = ['short-answer', 'numeric']

describe('docs/questions.md', () => {
  it('describes every kind, and no other', () => {
    expect([...documented.keys()].sort()).toEqual(Object.keys(builtInSchemas).sort())
  })

  it.each(Object.entries(builtInSchemas))('shows only fields that %s has', (kind, schema) => {
    const fields = schemaFields(schema)
    const shown = fieldsOf(documented.get(kind)?.example)
    expect(shown.filter(path => !hasField(fields, path))).toEqual([])
  })

  it.each(Object.entries(builtInSchemas))('names every field of its own that %s has', (kind, schema) => {
    const own = [...schemaFields(schema)].filter(path => {
      const [first = ''] = path.split('.')
      return !common.has(first) && first !== 'marking'
    })
    const like = kind === 'cloze' ? gapsAreLike.map(other => documented.get(other)?.text).join() : ''
    const section = `${documented.get(kind)?.text} ${like} ${chapter('Common to all kinds')}`
    const missing = own.filter(path => {
      const name = path.split('.').at(-1) ?? ''
      return name !== '*' && !new RegExp(`\\b${name}\\b`).test(section)
    })
    expect(missing).toEqual([])
  })

  it('has a row for every common field, and no other', () => {
    const rows = [...chapter('Common to all kinds').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
    const fields = Object.keys(questionShape).filter(name => name !== 'id' && name !== 'stem')
    expect(rows.sort()).toEqual([...fields, 'marking'].sort())
  })
})
