import { isReviewState, newReviews, type ReviewState } from '../schedule/spaced/index.js'
import { type HeldState, holdState, readState } from './state.store.js'

/** How a review runs: as practice, with nothing to hand in at its end. */
export const reviewRules = { preset: 'practice', skip: true, summary: false } as const

/** A learner's reviews of a bank in the data folder. */
export interface StoredReviews {
  readonly version: 1
  /** What the bank is opened by. */
  readonly reference: string
  readonly title: string
  readonly reviews: ReviewState
}

const optionsFor = (bank: string, folder: string | undefined) => ({
  name: `reviews/${encodeURIComponent(bank)}`,
  isState: isStored,
  folder,
})

/** @throws UsageError when another run holds them, or when they can't be read. */
export function holdReviews(bank: string, folder?: string): HeldState<StoredReviews> {
  return holdState(optionsFor(bank, folder))
}

/** Null where nothing is stored. @throws UsageError when they can't be read. */
export function readReviews(bank: string, folder?: string): StoredReviews | null {
  return readState(optionsFor(bank, folder))
}

export const reviewsIn = (stored: StoredReviews | null): ReviewState => stored?.reviews ?? newReviews

function isStored(value: unknown): value is StoredReviews {
  const stored = value as Partial<StoredReviews> | null
  return (
    stored?.version === 1 &&
    typeof stored.reference === 'string' &&
    typeof stored.title === 'string' &&
    isReviewState(stored.reviews)
  )
}
