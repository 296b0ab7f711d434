import type * as z from 'zod/mini'
import type { Fault } from '../question/index.js'
import { checkEssay } from './essay/essay.check.js'
import { essaySchema } from './essay/essay.schema.js'
import { checkHotText } from './hot-text/hot-text.check.js'
import { hotTextSchema } from './hot-text/hot-text.schema.js'
import type { BuiltInKind, BuiltInQuestion } from './index.js'
import { checkMultipleResponse } from './multiple-response/multiple-response.check.js'
import { multipleResponseSchema } from './multiple-response/multiple-response.schema.js'
import { checkSingleChoice } from './single-choice/single-choice.check.js'
import { singleChoiceSchema } from './single-choice/single-choice.schema.js'

/** The schema of each kind: what a bank's file may say. */
export const builtInSchemas = {
  'single-choice': singleChoiceSchema,
  'multiple-response': multipleResponseSchema,
  'hot-text': hotTextSchema,
  essay: essaySchema,
} satisfies { readonly [Kind in BuiltInKind]: z.ZodMiniType }

/** What is wrong with a question of each kind that its schema alone can't see, for questions that fit it. */
export const builtInChecks: {
  readonly [Kind in BuiltInKind]: (
    question: Extract<BuiltInQuestion, { readonly type: Kind }>,
  ) => readonly Fault[]
} = {
  'single-choice': checkSingleChoice,
  'multiple-response': checkMultipleResponse,
  'hot-text': checkHotText,
  essay: checkEssay,
}
