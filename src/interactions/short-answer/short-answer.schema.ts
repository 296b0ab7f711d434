import * as z from 'zod/mini'
import { acceptedTextSchema, matchSchema, textMarkingSchema } from '../../marking/schema.js'
import { questionShape } from '../../question/schema.js'

export const shortAnswerSchema = z.strictObject({
  ...questionShape,
  type: z.literal('short-answer'),
  /** What is accepted; the first that fits counts. */
  key: z.array(acceptedTextSchema).check(z.minLength(1)),
  /** What counts when texts are compared. */
  match: z.optional(matchSchema),
  marking: z.optional(textMarkingSchema),
})
