import { type BuiltInQuestion, builtInInteractions } from '../interactions/index.js'
import type { Bank, Interaction, Marking } from '../question/index.js'
import { settle } from '../question/index.js'

/**
 * The share of the points that a response earns, by the question's marking or its bank's. Null for a response that the
 * question does not take.
 */
export function shareOf(question: BuiltInQuestion, bank: Bank, response: unknown): number | null {
  const interaction = interactionOf(question)
  const reading = interaction.read(question, response)
  if (reading.status !== 'answered') return null
  const own = 'marking' in question ? question.marking : undefined
  const marking: Marking = own ?? bank.marking?.[question.type] ?? interaction.marking
  return settle(interaction.score(question, reading.response, marking).fraction)
}

/** A response that earns the most, where the kind can tell. */
export function solutionOf(question: BuiltInQuestion): unknown {
  return interactionOf(question).solve(question)
}

const interactions = new Map(
  builtInInteractions.map(interaction => [interaction.type as string, interaction as unknown as Interaction]),
)

function interactionOf({ type }: BuiltInQuestion): Interaction {
  return interactions.get(type) as Interaction
}
