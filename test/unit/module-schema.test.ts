import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { moduleJsonSchema, parseModule } from '../../src/module/parse/index.js'

it('is there for editors, as the schema has it: UPDATE_SCHEMA=1 npm run test:unit mends it', () => {
  const file = new URL('../../questions/module.schema.json', import.meta.url)
  const schema = `${JSON.stringify(moduleJsonSchema())}\n`
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, schema)
  else expect(readFileSync(file, 'utf8')).toBe(schema)
})

it('has an example to copy from with nothing wrong', () => {
  const text = readFileSync(new URL('../../docs/examples/rivers-module.yaml', import.meta.url), 'utf8')
  expect(parseModule(text).issues).toEqual([])
})
