/** From nothing asked to mastered. */
export const levels = ['not-started', 'attempted', 'familiar', 'proficient', 'mastered'] as const

export type Level = (typeof levels)[number]

/** What a method makes of the evidence on one objective. */
export interface Reckoning {
  /** How far the learner is, from 0 to 1, as the method has it; null where it can't say. */
  readonly estimate: number | null
  /** For methods that have levels. */
  readonly level: Level | null
  readonly mastered: boolean
}
