import type { CardInput, StateType } from 'ts-fsrs'

/** A question's card, as ts-fsrs reads it, and as JSON. Moments are milliseconds since 1970. */
export interface ReviewCard {
  readonly due: number
  /** Days in which the chance of remembering falls to 90 %. */
  readonly stability: number
  /** From 1 to 10. */
  readonly difficulty: number
  readonly scheduled_days: number
  readonly learning_steps: number
  readonly reps: number
  readonly lapses: number
  readonly state: StateType
  readonly last_review: number | null
}

/** One review, in the order in which they happened. */
export interface ReviewEntry {
  readonly question: string
  readonly rating: 'Again' | 'Hard' | 'Good' | 'Easy'
  readonly at: number
}

/** All that a learner's reviews come to. Plain JSON. */
export interface ReviewState {
  readonly version: 1
  readonly algorithm: 'fsrs-6'
  /** Question id → card. */
  readonly cards: { readonly [question: string]: ReviewCard }
  readonly log: readonly ReviewEntry[]
}

export const newReviews: ReviewState = { version: 1, algorithm: 'fsrs-6', cards: {}, log: [] }

const states: readonly StateType[] = ['New', 'Learning', 'Review', 'Relearning']

/** A card as ts-fsrs takes it. */
export function toFsrsCard({ last_review, ...card }: ReviewCard): CardInput {
  return { ...card, elapsed_days: 0, ...(last_review !== null && { last_review }) }
}

/**
 * A card of ts-fsrs, or of what has stored it, as JSON or with dates.
 *
 * @throws TypeError when it isn't one.
 */
export function fromFsrsCard(card: CardInput): ReviewCard {
  const { due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state, last_review } =
    card
  const isNumbered = [stability, difficulty, scheduled_days, reps, lapses].every(
    number => typeof number === 'number' && Number.isFinite(number) && number >= 0,
  )
  const named = typeof state === 'number' ? states[state] : state
  const moments = [due, last_review ?? 0].map(moment => new Date(moment).getTime())
  if (!isNumbered || !named || !states.includes(named) || moments.some(Number.isNaN))
    throw new TypeError(`This is no card of ts-fsrs: ${JSON.stringify(card)}`)
  return {
    due: moments[0] ?? 0,
    stability,
    difficulty,
    scheduled_days,
    learning_steps: learning_steps ?? 0,
    reps,
    lapses,
    state: named,
    last_review: last_review ? (moments[1] ?? 0) : null,
  }
}

/** Cards of ts-fsrs by question, to hand on. */
export function exportCards({ cards }: ReviewState): { readonly [question: string]: CardInput } {
  return Object.fromEntries(Object.entries(cards).map(([id, card]) => [id, toFsrsCard(card)]))
}

/**
 * Cards of ts-fsrs by question, to go on with. Their reviews so far are in them, and not in the log.
 *
 * @throws TypeError naming the first that is no card.
 */
export function importCards(cards: { readonly [question: string]: CardInput }): ReviewState {
  return {
    ...newReviews,
    cards: Object.fromEntries(Object.entries(cards).map(([id, card]) => [id, fromFsrsCard(card)])),
  }
}

/** True for what `ReviewState` is, as it may come from storage. */
export function isReviewState(value: unknown): value is ReviewState {
  if (typeof value !== 'object' || value === null) return false
  const { version, algorithm, cards, log } = value as Partial<ReviewState>
  if (version !== 1 || algorithm !== 'fsrs-6' || !Array.isArray(log)) return false
  if (typeof cards !== 'object' || cards === null) return false
  try {
    for (const card of Object.values(cards)) fromFsrsCard(toFsrsCard(card))
    return log.every(({ question, at }) => typeof question === 'string' && Number.isFinite(at))
  } catch {
    return false
  }
}
