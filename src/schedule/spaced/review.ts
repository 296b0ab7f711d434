import {
  type Card,
  createEmptyCard,
  type FSRSParameters,
  fsrs,
  GenSeedStrategyWithCardId,
  type Grade,
  Rating,
  StrategyMode,
} from 'ts-fsrs'
import { ownValue } from '../../question/index.js'
import { fromFsrsCard, type ReviewCard, type ReviewEntry, type ReviewState, toFsrsCard } from './state.js'

export interface ReviewOptions {
  /**
   * Parameters of FSRS: `request_retention` (0.9), `maximum_interval` in days, `w`; see ts-fsrs. Short-term steps of
   * minutes are off, as a quiz comes once a day.
   */
  readonly parameters?: Partial<FSRSParameters>
  /** Names the chance that spreads what would fall due on one day; nothing is spread when left out. */
  readonly seed?: string | number
}

/** Takes in reviews. Pure: the same state and entry give the same. */
export type TakeReview = (state: ReviewState, entry: ReviewEntry) => ReviewState

/**
 * Spaced repetition as FSRS-6 has it (Ye 2022, ts-fsrs): each question is a card.
 *
 * ```ts
 * const review = createReview({ seed: 7 })
 * state = review(state, { question: 'q1', rating: ratingOf(recall), at: Date.now() })
 * ```
 */
export function createReview(options: ReviewOptions = {}): TakeReview {
  const nextCard = cardsBy(options)
  return (state, entry) => {
    const card = nextCard(ownValue(state.cards, entry.question), entry)
    return { ...state, cards: { ...state.cards, [entry.question]: card }, log: [...state.log, entry] }
  }
}

/** What reviews come to, from the first on: the same as having taken them in one by one, but in one pass. */
export function replayReviews(
  log: readonly ReviewEntry[],
  from: ReviewState,
  options: ReviewOptions = {},
): ReviewState {
  const nextCard = cardsBy(options)
  const cards = new Map(Object.entries(from.cards))
  for (const entry of log) cards.set(entry.question, nextCard(cards.get(entry.question), entry))
  return { ...from, cards: Object.fromEntries(cards), log: [...from.log, ...log] }
}

function cardsBy({ parameters = {}, seed }: ReviewOptions) {
  const scheduler = fsrs({ enable_short_term: false, enable_fuzz: seed !== undefined, ...parameters })
  // ts-fsrs takes a card's chance from a field of it and from how often it was seen.
  scheduler.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('chance'))
  return (known: ReviewCard | undefined, { question, rating, at }: ReviewEntry): ReviewCard => {
    const card = known ? toFsrsCard(known) : createEmptyCard(new Date(at))
    const chance = { chance: `${seed}:${question}:` }
    const next = scheduler.next({ ...card, ...chance } as Card, new Date(at), Rating[rating] as Grade)
    return fromFsrsCard(next.card)
  }
}
