import * as z from 'zod/mini'
import { mappingSchema, markingShape } from '../../marking/schema.js'
import { explainedChoiceShape, fractionSchema, idSchema, questionShape } from '../../question/schema.js'

export const singleChoiceMarkingSchema = z.discriminatedUnion('rule', [
  z.strictObject({ ...markingShape, rule: z.literal('all-or-nothing') }),
  z.strictObject({
    ...markingShape,
    rule: z.literal('fractions'),
    /** Share of the points that each choice earns: id → -1 to 1. A missing one earns 1 if it is the key, else 0. */
    fractions: z.record(idSchema, fractionSchema),
  }),
  mappingSchema,
])

export const singleChoiceSchema = z.strictObject({
  ...questionShape,
  type: z.literal('single-choice'),
  choices: z.array(z.strictObject(explainedChoiceShape)).check(z.minLength(2)),
  /** Id of the right choice. */
  key: idSchema,
  /** False keeps the choices as they stand, whatever the rules say. */
  shuffle: z.optional(z.boolean()),
  marking: z.optional(singleChoiceMarkingSchema),
})
