export { type Elo, type EloRatings, type EloResponse, eloChance, eloStep, updateElo } from './elo.js'
export { type Evidence, type EvidenceOptions, evidenceIn, isCorrect, priorsOf } from './evidence.js'
export { type Gain, gainFrom } from './gain.js'
export type { InARow } from './in-a-row.js'
export { type Khan, levelAfterExercise, levelAfterMixed } from './khan.js'
export {
  type KnowledgeParameters,
  type KnowledgeTracing,
  type TracedStep,
  traceStep,
} from './knowledge-tracing.js'
export { type Level, levels, type Reckoning } from './level.js'
export type { Levels } from './levels.js'
export { type Mastery, type MasterySettings, masteryOf } from './mastery.js'
export type { ShareCorrect } from './share-correct.js'
