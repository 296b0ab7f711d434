import type * as z from 'zod/mini'
import { describePairs, markPairs, type Pairs, type PairsMarking, readPairs } from '../../marking/index.js'
import {
  type Data,
  defineInteraction,
  feedbackOnChoices,
  type PresentedChoice,
  presentChoices,
} from '../../question/index.js'
import type { matchingSchema } from './matching.schema.js'

export type MatchingQuestion = Data<z.infer<typeof matchingSchema>>

export interface MatchingPresentation {
  readonly type: 'matching'
  readonly prompts: readonly PresentedChoice[]
  readonly choices: readonly PresentedChoice[]
}

/** The right choice for each prompt. The response is a record: prompt id → choice id. */
export const matching = defineInteraction<MatchingQuestion, Pairs, PairsMarking, MatchingPresentation>({
  type: 'matching',
  marking: { rule: 'per-part' },
  read: ({ prompts, choices }, response) => readPairs(prompts, choices, response),
  score: ({ prompts, key, weights }, response, marking) =>
    markPairs(marking, prompts, key, weights, response),
  solve: question => question.key,
  lists: question => (question.shuffle === false ? [] : [{ name: 'choices', entries: question.choices }]),
  present: (question, orders) => ({
    type: 'matching',
    prompts: presentChoices(question.prompts),
    choices: presentChoices(question.choices, orders.choices),
  }),
  describe: ({ prompts, choices }, response) => describePairs(prompts, choices, response),
  feedback: ({ choices }, response) => feedbackOnChoices(choices, Object.values(response)),
})
