import * as z from 'zod/mini'
import { markingShape } from '../../marking/schema.js'
import { questionShape, textSchema } from '../../question/schema.js'

export const trueFalseSchema = z.strictObject({
  ...questionShape,
  type: z.literal('true-false'),
  /** Whether what the stem says is true. */
  key: z.boolean(),
  /** Shown to those who said so. */
  choiceFeedback: z.optional(z.strictObject({ true: z.optional(textSchema), false: z.optional(textSchema) })),
  marking: z.optional(z.strictObject({ ...markingShape, rule: z.literal('all-or-nothing') })),
})
