import * as z from 'zod/mini'
import { pairsMarkingSchema } from '../../marking/schema.js'
import { choiceSchema, explainedChoiceShape, idSchema, questionShape } from '../../question/schema.js'

export const categorizationSchema = z.strictObject({
  ...questionShape,
  type: z.literal('categorization'),
  /** What is to be sorted. */
  items: z.array(z.strictObject(explainedChoiceShape)).check(z.minLength(2)),
  categories: z.array(choiceSchema).check(z.minLength(2)),
  /** Where each item belongs: item id → category id. An item that is left out belongs nowhere. */
  key: z.record(idSchema, idSchema),
  /** False keeps the items in the order written; categories always keep theirs. */
  shuffle: z.optional(z.boolean()),
  /** How much an item counts beside the others; 1 for those left out. Only for rules by part. */
  weights: z.optional(z.record(idSchema, z.number().check(z.positive()))),
  marking: z.optional(pairsMarkingSchema),
})
