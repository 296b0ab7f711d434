export type { Bank, Objective, Source } from './bank.js'
export {
  type Choice,
  describeChoices,
  feedbackOnChoices,
  readIds,
} from './choice.js'
export {
  createRegistry,
  defineInteraction,
  type Interaction,
  interactionOf,
  type Orders,
  type Presentation,
  type Reading,
  type Registry,
  type ShuffledList,
} from './interaction.js'
export { checkBounds, checkIds, type Fault, type Issue } from './issue.js'
export {
  type PresentedBounds,
  type PresentedChoice,
  type PresentedQuestion,
  presentBounds,
  presentChoices,
  presentQuestion,
} from './present.js'
export {
  type Bounds,
  type Data,
  type Hint,
  type Json,
  type Marking,
  type Media,
  ownValue,
  type Question,
} from './question.js'
export {
  type Figures,
  type Marks,
  type Outcome,
  outcomeOf,
  type Part,
  type Score,
  settle,
  type TraceStep,
} from './score.js'
