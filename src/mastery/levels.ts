import { type Evidence, isCorrect } from './evidence.js'
import { type Level, levels, type Reckoning } from './level.js'

/** A ladder: some right in a row lead a level up, some misses in a row a level down. */
export interface Levels {
  readonly method: 'levels'
  /** Right in a row that lead up; 2 when left out. */
  readonly up?: number | undefined
  /** Misses in a row that lead down; 1 when left out. */
  readonly down?: number | undefined
}

/**
 * Levels that rise and fall: the up-down rule of Levitt (1971), on the four levels from attempted to mastered. The first
 * response leads to attempted, and counts.
 */
export function reckonLevels(evidence: readonly Evidence[], { up = 2, down = 1 }: Levels): Reckoning {
  let at = evidence.length > 0 ? 1 : 0
  let run = 0
  for (const one of evidence) {
    run = isCorrect(one) ? Math.max(0, run) + 1 : Math.min(0, run) - 1
    if (run === up) at = Math.min(levels.length - 1, at + 1)
    if (run === -down) at = Math.max(1, at - 1)
    if (run === up || run === -down) run = 0
  }
  const level: Level = levels[at] ?? 'not-started'
  return { estimate: at === 0 ? null : (at - 1) / (levels.length - 2), level, mastered: level === 'mastered' }
}
