import * as z from 'zod/mini'
import { pairsMarkingSchema } from '../../marking/schema.js'
import { choiceSchema, explainedChoiceShape, idSchema, questionShape } from '../../question/schema.js'

export const matchingSchema = z.strictObject({
  ...questionShape,
  type: z.literal('matching'),
  /** What something is to be found for. */
  prompts: z.array(choiceSchema).check(z.minLength(1)),
  /** What can be found for them: may be more than are needed, and one may fit several prompts. */
  choices: z.array(z.strictObject(explainedChoiceShape)).check(z.minLength(1)),
  /** The right choice for each prompt: prompt id → choice id. A prompt that is left out has none. */
  key: z.record(idSchema, idSchema),
  /** False keeps the choices in the order written; prompts always keep theirs. */
  shuffle: z.optional(z.boolean()),
  /** How much a prompt counts beside the others; 1 for those left out. Only for rules by part. */
  weights: z.optional(z.record(idSchema, z.number().check(z.positive()))),
  marking: z.optional(pairsMarkingSchema),
})
