import type { Evidence } from './evidence.js'
import type { Reckoning } from './level.js'

/** Elo ratings: for questions that nobody has calibrated. */
export interface Elo {
  readonly method: 'elo'
  /** How far the first response moves the rating; 1 when left out. */
  readonly start?: number | undefined
  /** How fast later ones move it less; 0.05 when left out. */
  readonly decay?: number | undefined
  /** Chance of getting a question of medium difficulty right, without guessing, from which it counts as mastered; 0.8. */
  readonly share?: number | undefined
  /** Responses there must be; 3 when left out. */
  readonly least?: number | undefined
}

/** A learner's ability and a question's difficulty, both in logits. */
export interface EloRatings {
  readonly ability: number
  readonly difficulty: number
}

/**
 * Chance of a right response: `guess + (1 − guess) / (1 + e^(difficulty − ability))` (Pelánek 2016).
 *
 * @param guess from 0 to 1: one divided by the number of choices.
 */
export function eloChance({ ability, difficulty }: EloRatings, guess = 0): number {
  return guess + (1 - guess) / (1 + Math.exp(difficulty - ability))
}

/** How far a rating moves after so many responses: `start / (1 + decay × responses)` (Pelánek 2016). */
export function eloStep(responses: number, { start = 1, decay = 0.05 }: Omit<Elo, 'method'> = {}): number {
  return start / (1 + decay * responses)
}

/** One response: what it does to both ratings, which move by `step` times how much it surprises. */
export interface EloResponse {
  /** Share of the points, from 0 to 1. */
  readonly share: number
  readonly guess?: number | undefined
  /** How far the ability moves, and the difficulty where another number is given. */
  readonly step: number
  readonly difficultyStep?: number
}

/** Both ratings after a response: the learner against the question, as in chess (Elo 1978; Pelánek 2016). */
export function updateElo(
  ratings: EloRatings,
  { share, guess = 0, step, difficultyStep = step }: EloResponse,
): EloRatings {
  const surprise = share - eloChance(ratings, guess)
  return {
    ability: ratings.ability + step * surprise,
    difficulty: ratings.difficulty - difficultyStep * surprise,
  }
}

/** One learner says little of a question: only the ability moves here. */
export function reckonElo(evidence: readonly Evidence[], settings: Elo): Reckoning {
  let ability = 0
  for (const [responses, one] of evidence.entries()) {
    const { difficulty = 0, guess = 0 } = one
    const step = eloStep(responses, settings)
    ability = updateElo({ ability, difficulty }, { share: one.share, guess, step }).ability
  }
  const { share = 0.8, least = 3 } = settings
  const estimate = evidence.length > 0 ? eloChance({ ability, difficulty: 0 }) : null
  return { estimate, level: null, mastered: evidence.length >= least && (estimate ?? 0) >= share - 1e-9 }
}
