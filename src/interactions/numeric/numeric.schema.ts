import * as z from 'zod/mini'
import { acceptedNumberSchema, firstMatchMarkingSchema, numberShape } from '../../marking/schema.js'
import { questionShape } from '../../question/schema.js'

export const numericSchema = z.strictObject({
  ...questionShape,
  type: z.literal('numeric'),
  /** What is accepted; the first that fits counts. */
  key: z.array(acceptedNumberSchema).check(z.minLength(1)),
  ...numberShape,
  marking: z.optional(firstMatchMarkingSchema),
})
