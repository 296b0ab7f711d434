import type { BuiltInKind, BuiltInPresentation } from '../../interactions/index.js'
import type { PresentedQuestion } from '../../question/index.js'
import { multipleResponseUi, singleChoiceUi, trueFalseUi } from './choice.kinds.js'
import type { KindUi } from './kind.js'
import { orderingUi } from './ordering.kind.js'
import { categorizationUi, matchingUi } from './pairs.kinds.js'
import { clozeUi, hotTextUi } from './running-text.kinds.js'
import { essayUi, numericUi, shortAnswerUi } from './text.kinds.js'

type Presented<Kind extends BuiltInKind> = PresentedQuestion<
  Extract<BuiltInPresentation, { readonly type: Kind }>
>

const rows: { readonly [Kind in BuiltInKind]: KindUi<Presented<Kind>> } = {
  'single-choice': singleChoiceUi,
  'multiple-response': multipleResponseUi,
  'true-false': trueFalseUi,
  'short-answer': shortAnswerUi,
  numeric: numericUi,
  ordering: orderingUi,
  matching: matchingUi,
  categorization: categorizationUi,
  cloze: clozeUi,
  'hot-text': hotTextUi,
  essay: essayUi,
}

/** How the built-in kinds are shown, by name. */
export const builtInKinds: ReadonlyMap<string, KindUi> = /* @__PURE__ */ new Map(
  Object.entries(rows) as unknown as readonly [string, KindUi][],
)

export { asRecord, type KindUi } from './kind.js'
