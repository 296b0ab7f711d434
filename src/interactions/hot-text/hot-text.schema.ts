import * as z from 'zod/mini'
import { selectionMarkingSchema } from '../../marking/schema.js'
import { boundsSchema, idSchema, questionShape, textSchema } from '../../question/schema.js'

export const hotTextSchema = z.strictObject({
  ...questionShape,
  type: z.literal('hot-text'),
  /** Running text in which `{{id|words}}` can be marked. */
  text: textSchema,
  /** Ids of what is right to mark. */
  key: z.array(idSchema).check(z.minLength(1)),
  /** How many are to be marked, where the author says it; other numbers are invalid, not wrong. */
  choose: z.optional(boundsSchema),
  marking: z.optional(selectionMarkingSchema),
})
