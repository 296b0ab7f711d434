import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { moduleJsonSchema, parseModule } from '../../src/module/parse/index.js'
import { moduleWords } from '../../src/module/parse/module.words.js'

it('is there for editors, as the schema has it: UPDATE_SCHEMA=1 npm run test:unit mends it', () => {
  const file = new URL('../../questions/module.schema.json', import.meta.url)
  const schema = `${JSON.stringify(moduleJsonSchema())}\n`
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, schema)
  else expect(readFileSync(file, 'utf8')).toBe(schema)
})

function* descriptionsIn(node: unknown): Generator<[field: string, description: unknown]> {
  if (typeof node !== 'object' || node === null) return
  for (const [name, inner] of Object.entries(node)) {
    if (name === 'defaultSnippets' || name === 'if') continue
    const fields = name === 'properties' ? Object.entries<{ description?: unknown } | true>(inner) : []
    for (const [field, about] of fields) if (about !== true) yield [field, about.description]
    yield* descriptionsIn(inner)
  }
}

it('says of every field of a module what it is, and says nothing of what is not there', () => {
  const schema = moduleJsonSchema()
  expect([...descriptionsIn(schema)].filter(([, said]) => !said)).toEqual([])
  const all = JSON.stringify(schema)
  expect(Object.values(moduleWords).filter(word => !all.includes(JSON.stringify(word)))).toEqual([])
})

it('names the methods of telling mastery where one is misspelt, and begins each', () => {
  const methods = ['share-correct', 'in-a-row', 'levels', 'khan', 'knowledge-tracing', 'elo']
  expect(moduleJsonSchema()).toMatchObject({
    properties: {
      mastery: { properties: { method: { enum: methods, enumDescriptions: expect.any(Array) } } },
    },
  })
})

it('has an example to copy from with nothing wrong', () => {
  const text = readFileSync(new URL('../../docs/examples/rivers-module.yaml', import.meta.url), 'utf8')
  expect(parseModule(text).issues).toEqual([])
})
