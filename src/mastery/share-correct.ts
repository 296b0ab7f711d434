import { type Evidence, isCorrect } from './evidence.js'
import type { Reckoning } from './level.js'

/** Enough right of enough asked. */
export interface ShareCorrect {
  readonly method: 'share-correct'
  /** Share right to reach, from 0 to 1; 0.8 when left out. */
  readonly share?: number | undefined
  /** Responses there must be; 3 when left out. */
  readonly least?: number | undefined
  /** Only the last so many count; all when left out. */
  readonly last?: number | undefined
}

/** The criterion of mastery learning: Bloom (1968), who asks for 80 to 90 percent. */
export function reckonShare(
  evidence: readonly Evidence[],
  { share = 0.8, least = 3, last = evidence.length }: ShareCorrect,
): Reckoning {
  const counted = evidence.slice(Math.max(0, evidence.length - last))
  if (counted.length === 0) return { estimate: null, level: null, mastered: false }
  const estimate = counted.filter(isCorrect).length / counted.length
  return { estimate, level: null, mastered: evidence.length >= least && estimate >= share - 1e-9 }
}
