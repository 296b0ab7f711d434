import { describe, expect, it } from 'vitest'
import { checkBank } from '../../src/bank/index.js'
import { builtInSchemas } from '../../src/interactions/schema.js'
import { everyQuestion } from '../contract/every-question.js'
import { schemaFields, usedFields } from '../contract/schema-fields.js'

describe('questions of every kind', () => {
  it('are sound', () => {
    const bank = {
      id: 'b',
      title: 'B',
      objectives: [{ id: 'recall', text: 'Recall it.' }],
      sources: [{ id: 'report', title: 'Report' }],
      questions: everyQuestion,
    }
    expect(checkBank(bank).issues).toEqual([])
  })

  it.each(Object.entries(builtInSchemas))('use every field of %s', (type, schema) => {
    const used = new Set(
      everyQuestion
        .filter(question => question.type === type)
        .flatMap(question => [...usedFields(schema, question)]),
    )
    expect([...schemaFields(schema)].filter(field => !used.has(field))).toEqual([])
  })
})
