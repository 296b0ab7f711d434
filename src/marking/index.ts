export {
  type CertaintyTable,
  certaintyFraction,
  moodleCertainty,
} from './certainty.js'
export { checkMarking, checkSelection, unknownChoice } from './check-marking.js'
export { checkNumberKey } from './check-number.js'
export { checkTextKey } from './check-text.js'
export { greatestShare } from './greatest-share.js'
export { type Mapping, markMapping } from './mapping.js'
export {
  type AcceptedNumber,
  matchQuantity,
  type NumberMatch,
  type NumberQuestion,
  readQuantity,
  roundTo,
} from './number-match.js'
export { readNumber } from './number-read.js'
export { writeNumber, writeQuantity } from './number-write.js'
export { checkPairs, describePairs, markPairs, type Pairs, type PairsMarking, readPairs } from './pairs.js'
export { type JudgedPart, markParts, type PartsMarking } from './parts.js'
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
export { markSequence, type SequenceMarking } from './sequence.js'
export {
  type AcceptedText,
  type MatchOptions,
  matchText,
  normalizer,
  solveText,
  type TextMatch,
} from './text-match.js'
export type { TriesRule } from './tries.js'
