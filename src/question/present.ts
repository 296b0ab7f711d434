import { interactionOf, type Orders, type Presentation, type Registry } from './interaction.js'
import type { Bounds, Media, Question } from './question.js'

/** What any UI may show of a question before anything is revealed: plain JSON, nothing that the key decides. */
export type PresentedQuestion<P extends Presentation = Presentation> = P & {
  readonly id: string
  readonly stem: string
  readonly media: readonly Media[]
  /** What the question is worth. Null where only the marking rule knows. */
  readonly points: number | null
  /** How many hints there are; their texts come one by one, when taken. */
  readonly hints: number
  /** BCP 47 tag, where it isn't the bank's. */
  readonly language: string | null
}

/** A choice, item, prompt or category as a UI shows it. */
export interface PresentedChoice {
  readonly id: string
  readonly text: string
  readonly media: Media | null
}

/** How many of something a UI should ask for; null where the author leaves an end open. */
export interface PresentedBounds {
  readonly min: number | null
  readonly max: number | null
}

export function presentBounds(bounds: Bounds = {}): PresentedBounds {
  return { min: bounds.min ?? null, max: bounds.max ?? null }
}

/** Choices in their drawn order, without what they would give away. Those added since the draw come last. */
export function presentChoices(
  choices: readonly {
    readonly id: string
    readonly text: string
    readonly media?: Media | undefined
  }[],
  order: readonly string[] = [],
): readonly PresentedChoice[] {
  const drawn = order.flatMap(id => choices.filter(choice => choice.id === id))
  const added = choices.filter(choice => !order.includes(choice.id))
  return [...drawn, ...added].map(({ id, text, media }) => ({
    id,
    text,
    media: media ?? null,
  }))
}

/**
 * The question without its key: two questions that differ only in their key present alike.
 *
 * @throws TypeError when the question's type is not registered.
 */
export function presentQuestion(
  registry: Registry,
  question: Question,
  orders: Orders = {},
): PresentedQuestion {
  return {
    ...interactionOf(registry, question).present(question, orders),
    id: question.id,
    stem: question.stem,
    media: question.media ?? [],
    points: question.points ?? null,
    hints: question.hints?.length ?? 0,
    language: question.language ?? null,
  }
}
