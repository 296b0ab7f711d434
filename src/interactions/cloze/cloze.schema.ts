import * as z from 'zod/mini'
import {
  acceptedNumberSchema,
  acceptedTextSchema,
  matchSchema,
  numberShape,
  partsMarkingSchema,
} from '../../marking/schema.js'
import { explainedChoiceShape, idSchema, questionShape, textSchema } from '../../question/schema.js'

const gapShape = {
  id: idSchema,
  /** How much it counts beside the others; 1 when left out. */
  weight: z.optional(z.number().check(z.positive())),
}

export const clozeSchema = z.strictObject({
  ...questionShape,
  type: z.literal('cloze'),
  /** Running text with `{{id}}` for each gap. */
  text: textSchema,
  gaps: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          ...gapShape,
          type: z.literal('text'),
          key: z.array(acceptedTextSchema).check(z.minLength(1)),
          match: z.optional(matchSchema),
        }),
        z.strictObject({
          ...gapShape,
          type: z.literal('numeric'),
          key: z.array(acceptedNumberSchema).check(z.minLength(1)),
          ...numberShape,
        }),
        z.strictObject({
          ...gapShape,
          type: z.literal('choice'),
          choices: z.array(z.strictObject(explainedChoiceShape)).check(z.minLength(2)),
          key: idSchema,
        }),
      ]),
    )
    .check(z.minLength(1)),
  marking: z.optional(partsMarkingSchema),
})
