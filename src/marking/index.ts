export {
  type CertaintyTable,
  certaintyFraction,
  moodleCertainty,
} from './certainty.js'
export { checkMarking, checkSelection, unknownChoice } from './check-marking.js'
export { type Mapping, markMapping } from './mapping.js'
export { type Rounding, round } from './round.js'
export {
  type Circumstances,
  type MarkingRules,
  type ScoredResponse,
  scoreOf,
  scoreWith,
} from './score-response.js'
export {
  countBackSelection,
  markSelection,
  type SelectionMarking,
} from './selection.js'
export type { TriesRule } from './tries.js'
