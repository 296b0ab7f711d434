export {
  type DayLoad,
  type DayOptions,
  dateOf,
  forecast,
  type QueueOptions,
  queueOf,
  type ReviewQueue,
  spaced,
} from './queue.js'
export { type RatingMap, type Recall, type ReviewRating, ratingOf, recallOf } from './rating.js'
export { createReview, type ReviewOptions, replayReviews, type TakeReview } from './review.js'
export {
  exportCards,
  importCards,
  isReviewState,
  newReviews,
  type ReviewCard,
  type ReviewEntry,
  type ReviewState,
} from './state.js'
