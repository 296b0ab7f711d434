import * as z from 'zod/mini'
import type { BankSchema } from './bank.schema.js'

/** The schema of a bank as JSON Schema (draft 7, which editors know best), to complete and check while one types. */
export function createJsonSchema(schema: BankSchema): { readonly [name: string]: unknown } {
  return z.toJSONSchema(schema.zod, { target: 'draft-7', io: 'input' })
}
