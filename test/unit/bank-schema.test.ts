import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bankJsonSchema } from '../../src/bank/index.js'

it('is there for editors, as the schema has it: UPDATE_SCHEMA=1 npm run test:unit mends it', () => {
  const file = new URL('../../questions/bank.schema.json', import.meta.url)
  const schema = `${JSON.stringify(bankJsonSchema())}\n`
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, schema)
  else expect(readFileSync(file, 'utf8')).toBe(schema)
})
