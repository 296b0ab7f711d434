import type * as z from 'zod/mini'
import { countBackSelection, markSelection, type SelectionMarking } from '../../marking/index.js'
import {
  type Data,
  defineInteraction,
  describeChoices,
  feedbackOnChoices,
  type PresentedBounds,
  type PresentedChoice,
  presentBounds,
  presentChoices,
  readIds,
} from '../../question/index.js'
import type { multipleResponseSchema } from './multiple-response.schema.js'

export type MultipleResponseQuestion = Data<z.infer<typeof multipleResponseSchema>>

export interface MultipleResponsePresentation {
  readonly type: 'multiple-response'
  readonly choices: readonly (PresentedChoice & {
    readonly exclusive: boolean
  })[]
  /** How many are to be chosen, where the author says it. */
  readonly choose: PresentedBounds
}

/** Any number of right choices among several. The response is a list of ids; their order means nothing. */
export const multipleResponse = defineInteraction<
  MultipleResponseQuestion,
  readonly string[],
  SelectionMarking,
  MultipleResponsePresentation
>({
  type: 'multiple-response',
  marking: { rule: 'right-minus-wrong' },
  read(question, response) {
    const reading = readIds(question.choices, response, question.choose)
    if (reading.status !== 'answered') return reading
    const ids = reading.response
    const exclusive = question.choices.some(choice => choice.exclusive && ids.includes(choice.id))
    return exclusive && ids.length > 1 ? { status: 'invalid', code: 'exclusive-choice' } : reading
  },
  score: (question, response, marking) =>
    markSelection(
      marking,
      question.choices.map(({ id }) => id),
      question.key,
      response,
    ),
  solve: question => question.key,
  lists: question => (question.shuffle === false ? [] : [{ name: 'choices', entries: question.choices }]),
  present(question, orders) {
    const exclusive = new Set(question.choices.filter(choice => choice.exclusive).map(({ id }) => id))
    return {
      type: 'multiple-response',
      choices: presentChoices(question.choices, orders.choices).map(choice => ({
        ...choice,
        exclusive: exclusive.has(choice.id),
      })),
      choose: presentBounds(question.choose),
    }
  },
  describe: (question, response) => describeChoices(question.choices, response),
  feedback: (question, response) => feedbackOnChoices(question.choices, response),
  countBack: (question, tries, penalty, marking) =>
    countBackSelection(
      marking,
      question.choices.map(({ id }) => id),
      question.key,
      tries,
      penalty,
    ),
})
