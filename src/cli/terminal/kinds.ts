import type { Json, PresentedQuestion } from '../../index.js'
import type { BuiltInKind, BuiltInPresentation } from '../../interactions/index.js'
import { multipleResponsePrompt, singleChoicePrompt, trueFalsePrompt } from './choice.prompts.js'
import type { KindPrompt } from './kind.prompt.js'
import type { LineDialogue } from './lines.js'
import { categorizationPrompt, matchingPrompt, orderingPrompt } from './list.prompts.js'
import type { TextStyle } from './markdown.js'
import { clozePrompt, essayPrompt, hotTextPrompt, numericPrompt, shortAnswerPrompt } from './text.prompts.js'
import type { Widget } from './widget.js'

/** How each kind is answered at a terminal. */
const kinds: {
  readonly [Kind in BuiltInKind]: KindPrompt<Extract<BuiltInPresentation, { readonly type: Kind }>>
} = {
  'single-choice': singleChoicePrompt,
  'multiple-response': multipleResponsePrompt,
  'true-false': trueFalsePrompt,
  'short-answer': shortAnswerPrompt,
  numeric: numericPrompt,
  ordering: orderingPrompt,
  matching: matchingPrompt,
  categorization: categorizationPrompt,
  cloze: clozePrompt,
  'hot-text': hotTextPrompt,
  essay: essayPrompt,
}

type Presented = PresentedQuestion<BuiltInPresentation>

/** The row of a question's kind. A bank that was checked holds built-in kinds alone. */
function rowOf({ type }: PresentedQuestion): KindPrompt {
  return kinds[type as BuiltInKind] as unknown as KindPrompt
}

export function instructionFor(question: PresentedQuestion): string {
  return rowOf(question).instruct(question as Presented)
}

export function widgetFor(question: PresentedQuestion, response: Json): Widget {
  return rowOf(question).widget(question as Presented, response)
}

export function linesFor(question: PresentedQuestion, style: TextStyle): LineDialogue {
  return rowOf(question).lines(question as Presented, style)
}
