import type * as z from 'zod/mini'
import type { Fault } from '../question/index.js'
import { checkCategorization } from './categorization/categorization.check.js'
import { categorizationSchema } from './categorization/categorization.schema.js'
import { checkCloze } from './cloze/cloze.check.js'
import { clozeSchema } from './cloze/cloze.schema.js'
import { checkEssay } from './essay/essay.check.js'
import { essaySchema } from './essay/essay.schema.js'
import { checkHotText } from './hot-text/hot-text.check.js'
import { hotTextSchema } from './hot-text/hot-text.schema.js'
import type { BuiltInKind, BuiltInQuestion } from './index.js'
import { checkMatching } from './matching/matching.check.js'
import { matchingSchema } from './matching/matching.schema.js'
import { checkMultipleResponse } from './multiple-response/multiple-response.check.js'
import { multipleResponseSchema } from './multiple-response/multiple-response.schema.js'
import { checkNumeric } from './numeric/numeric.check.js'
import { numericSchema } from './numeric/numeric.schema.js'
import { checkOrdering } from './ordering/ordering.check.js'
import { orderingSchema } from './ordering/ordering.schema.js'
import { checkShortAnswer } from './short-answer/short-answer.check.js'
import { shortAnswerSchema } from './short-answer/short-answer.schema.js'
import { checkSingleChoice } from './single-choice/single-choice.check.js'
import { singleChoiceSchema } from './single-choice/single-choice.schema.js'
import { checkTrueFalse } from './true-false/true-false.check.js'
import { trueFalseSchema } from './true-false/true-false.schema.js'

/** The schema of each kind: what a bank's file may say. */
export const builtInSchemas = {
  'single-choice': singleChoiceSchema,
  'multiple-response': multipleResponseSchema,
  'true-false': trueFalseSchema,
  'short-answer': shortAnswerSchema,
  numeric: numericSchema,
  ordering: orderingSchema,
  matching: matchingSchema,
  categorization: categorizationSchema,
  cloze: clozeSchema,
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
  'true-false': checkTrueFalse,
  'short-answer': checkShortAnswer,
  numeric: checkNumeric,
  ordering: checkOrdering,
  matching: checkMatching,
  categorization: checkCategorization,
  cloze: checkCloze,
  'hot-text': checkHotText,
  essay: checkEssay,
}
