import {
  type CategorizationPresentation,
  type CategorizationQuestion,
  categorization,
} from './categorization/index.js'
import { type ClozePresentation, type ClozeQuestion, cloze } from './cloze/index.js'
import { type EssayPresentation, type EssayQuestion, essay } from './essay/index.js'
import { type HotTextPresentation, type HotTextQuestion, hotText } from './hot-text/index.js'
import { type MatchingPresentation, type MatchingQuestion, matching } from './matching/index.js'
import {
  type MultipleResponsePresentation,
  type MultipleResponseQuestion,
  multipleResponse,
} from './multiple-response/index.js'
import { type NumericPresentation, type NumericQuestion, numeric } from './numeric/index.js'
import { type OrderingPresentation, type OrderingQuestion, ordering } from './ordering/index.js'
import { type ShortAnswerPresentation, type ShortAnswerQuestion, shortAnswer } from './short-answer/index.js'
import {
  type SingleChoicePresentation,
  type SingleChoiceQuestion,
  singleChoice,
} from './single-choice/index.js'
import { type TrueFalsePresentation, type TrueFalseQuestion, trueFalse } from './true-false/index.js'

/** Every kind that comes with the package. An app that uses few imports those alone. */
export const builtInInteractions = [
  singleChoice,
  multipleResponse,
  trueFalse,
  shortAnswer,
  numeric,
  ordering,
  matching,
  categorization,
  cloze,
  hotText,
  essay,
] as const

export type BuiltInQuestion =
  | SingleChoiceQuestion
  | MultipleResponseQuestion
  | TrueFalseQuestion
  | ShortAnswerQuestion
  | NumericQuestion
  | OrderingQuestion
  | MatchingQuestion
  | CategorizationQuestion
  | ClozeQuestion
  | HotTextQuestion
  | EssayQuestion

export type BuiltInKind = BuiltInQuestion['type']

export type BuiltInPresentation =
  | SingleChoicePresentation
  | MultipleResponsePresentation
  | TrueFalsePresentation
  | ShortAnswerPresentation
  | NumericPresentation
  | OrderingPresentation
  | MatchingPresentation
  | CategorizationPresentation
  | ClozePresentation
  | HotTextPresentation
  | EssayPresentation

export {
  type CategorizationPresentation,
  type CategorizationQuestion,
  categorization,
} from './categorization/index.js'
export { type ClozePresentation, type ClozeQuestion, type ClozeResponse, cloze } from './cloze/index.js'
export { countWords, type EssayPresentation, type EssayQuestion, essay, scoreRubric } from './essay/index.js'
export {
  type HotTextPresentation,
  type HotTextQuestion,
  type HotTextSegment,
  hotText,
} from './hot-text/index.js'
export { type MatchingPresentation, type MatchingQuestion, matching } from './matching/index.js'
export {
  type MultipleResponsePresentation,
  type MultipleResponseQuestion,
  multipleResponse,
} from './multiple-response/index.js'
export {
  type NumericPresentation,
  type NumericQuestion,
  type NumericResponse,
  numeric,
} from './numeric/index.js'
export { type OrderingPresentation, type OrderingQuestion, ordering } from './ordering/index.js'
export {
  type ShortAnswerMarking,
  type ShortAnswerPresentation,
  type ShortAnswerQuestion,
  shortAnswer,
} from './short-answer/index.js'
export {
  type SingleChoiceMarking,
  type SingleChoicePresentation,
  type SingleChoiceQuestion,
  singleChoice,
} from './single-choice/index.js'
export { type TrueFalsePresentation, type TrueFalseQuestion, trueFalse } from './true-false/index.js'
