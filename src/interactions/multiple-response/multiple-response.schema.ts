import * as z from 'zod/mini'
import { selectionMarkingSchema } from '../../marking/schema.js'
import { boundsSchema, explainedChoiceShape, idSchema, questionShape } from '../../question/schema.js'

export const multipleResponseSchema = z.strictObject({
  ...questionShape,
  type: z.literal('multiple-response'),
  choices: z
    .array(
      z.strictObject({
        ...explainedChoiceShape,
        /** Can't be chosen with any other: 'None of these'. */
        exclusive: z.optional(z.boolean()),
      }),
    )
    .check(z.minLength(2)),
  /** Ids of the right choices. */
  key: z.array(idSchema).check(z.minLength(1)),
  /** How many are to be chosen, where the author says it; other numbers are invalid, not wrong. */
  choose: z.optional(boundsSchema),
  /** False keeps the choices as they stand, whatever the rules say. */
  shuffle: z.optional(z.boolean()),
  marking: z.optional(selectionMarkingSchema),
})
