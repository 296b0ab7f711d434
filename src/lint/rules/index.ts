import type { Rule } from '../rule.js'
import { absoluteTermOnlyInDistractors } from './absolute-term-only-in-distractors.rule.js'
import { allOfTheAbove } from './all-of-the-above.rule.js'
import { blankEarly } from './blank-early.rule.js'
import { colourOnly } from './colour-only.rule.js'
import { complexKType } from './complex-k-type.rule.js'
import { convergence } from './convergence.rule.js'
import { doubleNegative } from './double-negative.rule.js'
import { duplicateOptions } from './duplicate-options.rule.js'
import { duplicateStem } from './duplicate-stem.rule.js'
import { exportRisk } from './export-risk.rule.js'
import { feedbackContradicts } from './feedback-contradicts.rule.js'
import { gapsTooNear } from './gaps-too-near.rule.js'
import { grammarArticleCue } from './grammar-article-cue.rule.js'
import { grammarNumberCue } from './grammar-number-cue.rule.js'
import { guessScore } from './guess-score.rule.js'
import { hedgeOnlyInKey } from './hedge-only-in-key.rule.js'
import { hintGivesKey } from './hint-gives-key.rule.js'
import { imageAlt } from './image-alt.rule.js'
import { interItemCue } from './inter-item-cue.rule.js'
import { keyLongest } from './key-longest.rule.js'
import { keyLongestRate } from './key-longest-rate.rule.js'
import { keyPosition } from './key-position.rule.js'
import { manyKeys } from './many-keys.rule.js'
import { matchEqualCounts } from './match-equal-counts.rule.js'
import { missingFeedback } from './missing-feedback.rule.js'
import { missingRationale } from './missing-rationale.rule.js'
import { missingSource } from './missing-source.rule.js'
import { nearDuplicateOptions } from './near-duplicate-options.rule.js'
import { needsPassage } from './needs-passage.rule.js'
import { negativeNotEmphasised } from './negative-not-emphasised.rule.js'
import { negativeOption } from './negative-option.rule.js'
import { negativeStem } from './negative-stem.rule.js'
import { noKey } from './no-key.rule.js'
import { noneOfTheAbove } from './none-of-the-above.rule.js'
import { numericOrder } from './numeric-order.rule.js'
import { numericRangeOverlap } from './numeric-range-overlap.rule.js'
import { numericShuffle } from './numeric-shuffle.rule.js'
import { numericTolerance } from './numeric-tolerance.rule.js'
import { objectiveCoverage } from './objective-coverage.rule.js'
import { oddOneOutKey } from './odd-one-out-key.rule.js'
import { opinionBasedStem } from './opinion-based-stem.rule.js'
import { optionContainsOption } from './option-contains-option.rule.js'
import { optionFormatMix } from './option-format-mix.rule.js'
import { optionRefersToPosition } from './option-refers-to-position.rule.js'
import { pickEverything } from './pick-everything.rule.js'
import { readingLevel } from './reading-level.rule.js'
import { shortAnswerVariants } from './short-answer-variants.rule.js'
import { sourceQuoteNotFound } from './source-quote-not-found.rule.js'
import { staleSource } from './stale-source.rule.js'
import { stemUnfocused } from './stem-unfocused.rule.js'
import { stemWordOnlyInKey } from './stem-word-only-in-key.rule.js'
import { tfBalance } from './tf-balance.rule.js'
import { timeRelativeWording } from './time-relative-wording.rule.js'
import { tooFewOptions } from './too-few-options.rule.js'
import { tooManyBlanks } from './too-many-blanks.rule.js'
import { tooManyOptions } from './too-many-options.rule.js'
import { trivialFeedback } from './trivial-feedback.rule.js'
import { trueFalseOptions } from './true-false-options.rule.js'
import { undatedClaim } from './undated-claim.rule.js'
import { unreachableKey } from './unreachable-key.rule.js'
import { vagueFrequencyTerm } from './vague-frequency-term.rule.js'
import { verbatimCopy } from './verbatim-copy.rule.js'
import { windowDressing } from './window-dressing.rule.js'

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  absoluteTermOnlyInDistractors,
  allOfTheAbove,
  blankEarly,
  colourOnly,
  complexKType,
  convergence,
  doubleNegative,
  duplicateOptions,
  duplicateStem,
  exportRisk,
  feedbackContradicts,
  gapsTooNear,
  grammarArticleCue,
  grammarNumberCue,
  guessScore,
  hedgeOnlyInKey,
  hintGivesKey,
  imageAlt,
  interItemCue,
  keyLongest,
  keyLongestRate,
  keyPosition,
  manyKeys,
  matchEqualCounts,
  missingFeedback,
  missingRationale,
  missingSource,
  nearDuplicateOptions,
  needsPassage,
  negativeNotEmphasised,
  negativeOption,
  negativeStem,
  noKey,
  noneOfTheAbove,
  numericOrder,
  numericRangeOverlap,
  numericShuffle,
  numericTolerance,
  objectiveCoverage,
  oddOneOutKey,
  opinionBasedStem,
  optionContainsOption,
  optionFormatMix,
  optionRefersToPosition,
  pickEverything,
  readingLevel,
  shortAnswerVariants,
  sourceQuoteNotFound,
  staleSource,
  stemUnfocused,
  stemWordOnlyInKey,
  tfBalance,
  timeRelativeWording,
  tooFewOptions,
  tooManyBlanks,
  tooManyOptions,
  trivialFeedback,
  trueFalseOptions,
  undatedClaim,
  unreachableKey,
  vagueFrequencyTerm,
  verbatimCopy,
  windowDressing,
]
