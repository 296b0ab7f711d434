import * as z from 'zod/mini'
import { boundsSchema, idSchema, questionShape, textSchema } from '../../question/schema.js'

export const essaySchema = z.strictObject({
  ...questionShape,
  type: z.literal('essay'),
  /** How many words are asked for; other numbers are invalid, so that nobody hands them in unawares. */
  words: z.optional(boundsSchema),
  /** What the scorer looks at, and the points of each. The question is worth their sum where it names no `points`. */
  rubric: z.optional(
    z
      .array(
        z.strictObject({
          id: idSchema,
          text: textSchema,
          points: z.number().check(z.positive(), z.lte(1_000_000)),
        }),
      )
      .check(z.minLength(1)),
  ),
})
