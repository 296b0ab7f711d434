import type * as z from 'zod/mini'
import { countBackSelection, markSelection, type SelectionMarking } from '../../marking/index.js'
import {
  type Choice,
  type Data,
  defineInteraction,
  describeChoices,
  type PresentedBounds,
  presentBounds,
  readIds,
} from '../../question/index.js'
import type { hotTextSchema } from './hot-text.schema.js'
import { type HotTextSegment, segmentsOf } from './hot-text.segments.js'

export type { HotTextSegment }
export type HotTextQuestion = Data<z.infer<typeof hotTextSchema>>

export interface HotTextPresentation {
  readonly type: 'hot-text'
  /** The text in order; what has an id can be marked. */
  readonly segments: readonly HotTextSegment[]
  /** How many are to be marked, where the author says it. */
  readonly choose: PresentedBounds
}

/** Words to mark in a running text. The response is a list of their ids; the order means nothing. */
export const hotText = defineInteraction<
  HotTextQuestion,
  readonly string[],
  SelectionMarking,
  HotTextPresentation
>({
  type: 'hot-text',
  marking: { rule: 'right-minus-wrong' },
  read: (question, response) => readIds(takeApart(question).words, response, question.choose),
  score: (question, response, marking) =>
    markSelection(marking, takeApart(question).ids, question.key, response),
  solve: question => question.key,
  lists: () => [],
  present: question => ({
    type: 'hot-text',
    segments: takeApart(question).segments,
    choose: presentBounds(question.choose),
  }),
  describe: (question, response) => describeChoices(takeApart(question).words, response),
  countBack: (question, tries, penalty, marking) =>
    countBackSelection(marking, takeApart(question).ids, question.key, tries, penalty),
})

interface HotText {
  readonly segments: readonly HotTextSegment[]
  readonly words: readonly Choice[]
  readonly ids: readonly string[]
}

const known = new WeakMap<HotTextQuestion, HotText>()

/** The text taken apart, once for each question. */
function takeApart(question: HotTextQuestion): HotText {
  let parts = known.get(question)
  if (!parts) {
    const segments = segmentsOf(question.text)
    const words = segments.flatMap(({ id, text }) => (id === null ? [] : [{ id, text }]))
    parts = { segments, words, ids: words.map(({ id }) => id) }
    known.set(question, parts)
  }
  return parts
}
