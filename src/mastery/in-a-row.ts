import { type Evidence, isCorrect } from './evidence.js'
import type { Reckoning } from './level.js'

/** So many right one after the other. */
export interface InARow {
  readonly method: 'in-a-row'
  /** How many; 3 when left out. */
  readonly count?: number | undefined
}

/**
 * The last responses right, without a miss between: Kelly, Wang, Thompson and Heffernan (2015), who weigh it against
 * knowledge tracing; ASSISTments asks for three.
 */
export function reckonRow(evidence: readonly Evidence[], { count = 3 }: InARow): Reckoning {
  if (evidence.length === 0) return { estimate: null, level: null, mastered: false }
  const miss = evidence.findLastIndex(one => !isCorrect(one))
  const row = evidence.length - 1 - miss
  return { estimate: Math.min(1, row / count), level: null, mastered: row >= count }
}
