import { type Elo, reckonElo } from './elo.js'
import type { Evidence } from './evidence.js'
import { type InARow, reckonRow } from './in-a-row.js'
import { type Khan, reckonKhan } from './khan.js'
import { type KnowledgeTracing, reckonKnowledge } from './knowledge-tracing.js'
import type { Reckoning } from './level.js'
import { type Levels, reckonLevels } from './levels.js'
import { reckonShare, type ShareCorrect } from './share-correct.js'

/** A method of telling mastery, by name, with its parameters. */
export type MasterySettings = ShareCorrect | InARow | Levels | Khan | KnowledgeTracing | Elo

/** Where a learner is with one objective. Plain JSON. */
export interface Mastery extends Reckoning {
  /** How many responses it rests on. */
  readonly evidence: number
}

type Method = MasterySettings['method']

const methods: {
  readonly [Name in Method]: (
    evidence: readonly Evidence[],
    settings: Extract<MasterySettings, { readonly method: Name }>,
  ) => Reckoning
} = {
  'share-correct': reckonShare,
  'in-a-row': reckonRow,
  levels: reckonLevels,
  khan: reckonKhan,
  'knowledge-tracing': reckonKnowledge,
  elo: reckonElo,
}

/**
 * Where a learner is with one objective.
 *
 * ```ts
 * masteryOf(evidence, { method: 'knowledge-tracing', init: 0.3 })
 * // → { estimate: 0.97, level: null, mastered: true, evidence: 6 }
 * ```
 *
 * @param evidence on this objective alone, first response first.
 */
export function masteryOf(evidence: readonly Evidence[], settings: MasterySettings): Mastery {
  const reckon = methods[settings.method] as (
    evidence: readonly Evidence[],
    settings: MasterySettings,
  ) => Reckoning
  return { ...reckon(evidence, settings), evidence: evidence.length }
}
