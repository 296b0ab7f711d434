import type { QuestionResult } from '../../quiz/index.js'

/** How well a card was remembered, in FSRS's words. `Hard` is a pass, as much as `Good` is. */
export type ReviewRating = 'Again' | 'Hard' | 'Good' | 'Easy'

/** What a rating is told from. */
export interface Recall {
  /** Share of the points, from 0 to 1, before what tries and hints cost; null where nothing was handed in. */
  readonly share: number | null
  /** How often it was handed in. */
  readonly tries: number
  readonly hints: number
  /** How sure the learner was: 1 is the lowest of the levels; null where that wasn't asked. */
  readonly certainty: number | null
  /** Whether the solution was looked at instead. */
  readonly solutionSeen: boolean
  /** Whether the learner says that it was easy. */
  readonly easy?: boolean
}

/** A map from what a learner did to a rating. A host may have its own. */
export type RatingMap = (recall: Recall) => ReviewRating

/**
 * The house's map: what is wrong, left out or looked up is `Again`, never `Hard`, as FSRS takes `Hard` for remembered.
 * Right in part, at a further try, with a hint or unsure is `Hard`; right is `Good`; `Easy` is only what the learner calls so.
 *
 * @param passAt share from which it counts as remembered; 0.6 when left out.
 */
export function ratingOf(recall: Recall, passAt = 0.6): ReviewRating {
  const { share, tries, hints, certainty, solutionSeen, easy = false } = recall
  if (share === null || share < passAt - 1e-9 || solutionSeen) return 'Again'
  if (share < 1 - 1e-9 || tries > 1 || hints > 0 || certainty === 1) return 'Hard'
  return easy ? 'Easy' : 'Good'
}

/** What a question's result tells of how it was remembered. */
export function recallOf({ score, outcome, tries, hints, certainty, solutionSeen }: QuestionResult): Recall {
  const isAnswered = outcome !== 'unanswered' && outcome !== 'invalid' && outcome !== null
  // A right response is right however little of its points further tries and hints have left.
  const share = outcome === 'correct' ? 1 : (score?.scaled ?? 0)
  return { share: isAnswered ? share : null, tries, hints, certainty, solutionSeen }
}
