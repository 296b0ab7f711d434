import * as z from 'zod/mini'
import { sequenceMarkingSchema } from '../../marking/schema.js'
import { choiceSchema, idSchema, questionShape } from '../../question/schema.js'

export const orderingSchema = z.strictObject({
  ...questionShape,
  type: z.literal('ordering'),
  /** What is to be put in order. Items with the same text are the same to whoever orders them. */
  items: z.array(choiceSchema).check(z.minLength(2)),
  /** Ids of all items in the right order. */
  key: z.array(idSchema),
  marking: z.optional(sequenceMarkingSchema),
})
