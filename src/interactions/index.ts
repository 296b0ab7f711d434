import { type EssayPresentation, type EssayQuestion, essay } from './essay/index.js'
import { type HotTextPresentation, type HotTextQuestion, hotText } from './hot-text/index.js'
import {
  type MultipleResponsePresentation,
  type MultipleResponseQuestion,
  multipleResponse,
} from './multiple-response/index.js'
import {
  type SingleChoicePresentation,
  type SingleChoiceQuestion,
  singleChoice,
} from './single-choice/index.js'

/** Every kind that comes with the package. An app that uses few imports those alone. */
export const builtInInteractions = [singleChoice, multipleResponse, hotText, essay] as const

export type BuiltInQuestion =
  | SingleChoiceQuestion
  | MultipleResponseQuestion
  | HotTextQuestion
  | EssayQuestion

export type BuiltInKind = BuiltInQuestion['type']

export type BuiltInPresentation =
  | SingleChoicePresentation
  | MultipleResponsePresentation
  | HotTextPresentation
  | EssayPresentation

export { countWords, type EssayPresentation, type EssayQuestion, essay, scoreRubric } from './essay/index.js'
export {
  type HotTextPresentation,
  type HotTextQuestion,
  type HotTextSegment,
  hotText,
} from './hot-text/index.js'
export {
  type MultipleResponsePresentation,
  type MultipleResponseQuestion,
  multipleResponse,
} from './multiple-response/index.js'
export {
  type SingleChoiceMarking,
  type SingleChoicePresentation,
  type SingleChoiceQuestion,
  singleChoice,
} from './single-choice/index.js'
