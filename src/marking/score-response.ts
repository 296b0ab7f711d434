import {
  type Interaction,
  interactionOf,
  type Json,
  type Marking,
  type Marks,
  type Outcome,
  outcomeOf,
  type Part,
  type Question,
  type Reading,
  type Registry,
  type Score,
  settle,
  type TraceStep,
} from '../question/index.js'
import { type CertaintyTable, certaintyFraction } from './certainty.js'
import { type Rounding, round } from './round.js'
import { fractionOverTries, type TriesRule, type Try } from './tries.js'

/** How responses are marked, beyond what each question says itself. */
export interface MarkingRules {
  /** Marking by kind of question, for questions that name none: kind → marking. */
  readonly marking?: { readonly [type: string]: Marking }
  /** How several tries at one question count; `penalty` when left out. */
  readonly triesRule?: TriesRule
  /** Share of the points that each failed try costs, for questions that name none; 0 when left out. */
  readonly penalty?: number
  /** Certainty-based marking: `moodleCertainty`, or a table of your own. */
  readonly certainty?: CertaintyTable
  /** `floor` holds a question's points at 0; `keep`, the default, lets negative ones stand. */
  readonly negativeMarks?: 'keep' | 'floor'
  /** Points by outcome instead of by fraction, as contests give them. A missing one gives what the fraction earns. */
  readonly outcomePoints?: { readonly [Name in Outcome]?: number }
  /** How raw points are rounded, as the last step; not at all when left out. */
  readonly rounding?: Rounding
}

/** What happened before and beside a response, where it counts. */
export interface Circumstances {
  /** Responses of the earlier tries, first one first. */
  readonly earlier?: readonly unknown[]
  /** How many of the question's hints were taken. */
  readonly hints?: number
  /** How sure the learner is: 1 is the lowest row of the certainty table. */
  readonly certainty?: number
  /** True where the key was shown before the response: it then earns nothing. */
  readonly solutionSeen?: boolean
}

/** A response's score, and why it is that. Plain JSON. */
export interface ScoredResponse {
  readonly outcome: Outcome
  readonly score: Score
  /** What each decision, place, pair or gap earned, before penalties. */
  readonly parts: readonly Part[]
  /** The way from the response to the score, step by step. */
  readonly trace: readonly TraceStep[]
  /** For `invalid`: the code of what is wrong with the response. */
  readonly problem?: string
}

/**
 * Scores one response to one question of any registered kind.
 *
 * In this order: the kind's marking rule, tries, hints, the floor, certainty, points, rounding. The outcome
 * tells what the response itself came to, before anything was taken off.
 *
 * @param response anything at all: what can't be scored is `invalid`, never thrown.
 * @throws TypeError when the question's type is not registered.
 */
export function scoreWith(
  registry: Registry,
  question: Question,
  response: unknown,
  rules: MarkingRules = {},
  circumstances: Circumstances = {},
): ScoredResponse {
  const interaction = interactionOf(registry, question)
  const marking = question.marking ?? rules.marking?.[question.type] ?? interaction.marking
  const reading = interaction.read(question, response)
  const given = reading.status === 'invalid' ? null : reading.response
  const marks = markOne(interaction, question, given, marking)
  const trace = marks.trace.slice()
  const outcome = outcomeFor(reading, interaction, marks)
  const scored = isScored(outcome)

  let fraction = outcome === 'invalid' || outcome === 'pending' ? 0 : marks.fraction
  if (scored) {
    const { earlier, hints = 0, solutionSeen = false } = circumstances
    if (earlier?.length) {
      const before = fraction
      fraction = overTries(interaction, question, marking, { marks, response: given }, rules, earlier)
      const amount = settle(before - fraction)
      if (fraction !== before) trace.push({ step: 'penalty', reason: 'tries', amount, fraction })
    }
    if (hints > 0) fraction = takeOff(trace, 'hints', fraction, hintCost(question, hints))
    if (solutionSeen) fraction = takeOff(trace, 'solution-seen', fraction, Math.max(0, fraction))
  }
  const floor = rules.negativeMarks === 'floor' ? 0 : marks.lowest
  if (fraction < 0 && floor === 0) {
    trace.push({ step: 'clamp', bound: 'floor', from: fraction, fraction: 0 })
    fraction = 0
  }
  let lowest = floor
  let highest = marks.highest
  if (rules.certainty) {
    const certainty = circumstances.certainty ?? 1
    if (scored) {
      const from = fraction
      fraction = certaintyFraction(rules.certainty, certainty, fraction)
      trace.push({
        step: 'certainty',
        certainty,
        factor: from > 0 ? fraction / from : fraction,
        fraction,
      })
    }
    lowest = Math.min(lowest, ...rules.certainty.map(row => row.wrong))
    highest *= Math.max(...rules.certainty.map(row => row.right))
  }
  const points = question.points ?? marks.points ?? 1
  let raw = fraction * points
  let min = lowest * points
  let max = highest * points
  const { outcomePoints } = rules
  const byOutcome = outcomePoints?.[outcome]
  if (outcomePoints) {
    const all = Object.values(outcomePoints)
    min = Math.min(min, ...all)
    max = Math.max(max, ...all)
  }
  if (byOutcome === undefined) trace.push({ step: 'points', points, raw })
  else {
    raw = byOutcome
    trace.push({ step: 'outcome', outcome, raw })
  }
  if (rules.rounding) {
    const from = raw
    raw = round(from, rules.rounding)
    if (Math.abs(raw - from) > 1e-9)
      trace.push({
        step: 'round',
        decimals: rules.rounding.decimals,
        from,
        raw,
      })
  }
  const score = scoreOf(raw, min, max)
  return reading.status === 'invalid'
    ? { outcome, score, parts: marks.parts, trace, problem: reading.code }
    : { outcome, score, parts: marks.parts, trace }
}

/** What is left when an amount is taken off; never less than 0, but where the marking rule made it so. */
function takeOff(trace: TraceStep[], reason: string, fraction: number, amount: number): number {
  if (amount === 0) return fraction
  const left = Math.max(Math.min(fraction, 0), settle(fraction - amount))
  trace.push({ step: 'penalty', reason, amount, fraction: left })
  return left
}

/** A score from its points, with `scaled` as xAPI wants it. */
export function scoreOf(raw: number, min: number, max: number): Score {
  return {
    raw,
    min,
    max,
    scaled: max > 0 ? Math.min(1, Math.max(-1, raw / max)) : 0,
  }
}

function isScored(outcome: Outcome): boolean {
  return outcome === 'correct' || outcome === 'partial' || outcome === 'incorrect'
}

function outcomeFor(reading: Reading, interaction: Interaction, marks: Marks): Outcome {
  if (reading.status === 'invalid') return 'invalid'
  if (reading.status === 'unanswered' && marks.fraction <= 0) return 'unanswered'
  return interaction.scoredLater ? 'pending' : outcomeOf(marks.fraction)
}

/** A kind's marks, settled, and all or nothing where the marking has a pass share. */
function markOne(interaction: Interaction, question: Question, response: Json, marking: Marking): Marks {
  const marks = interaction.score(question, response, marking)
  const fraction = settle(marks.fraction)
  if (marking.passAt === undefined) return fraction === marks.fraction ? marks : { ...marks, fraction }
  const passed = fraction >= marking.passAt ? 1 : 0
  const step: TraceStep = {
    step: 'clamp',
    bound: passed ? 'ceiling' : 'floor',
    from: fraction,
    fraction: passed,
  }
  return { ...marks, fraction: passed, trace: [...marks.trace, step] }
}

function overTries(
  interaction: Interaction,
  question: Question,
  marking: Marking,
  last: Try,
  rules: MarkingRules,
  earlier: readonly unknown[],
): number {
  const before = earlier.flatMap((response): Try[] => {
    const reading = interaction.read(question, response)
    if (reading.status === 'invalid') return []
    return [
      {
        response: reading.response,
        marks: markOne(interaction, question, reading.response, marking),
      },
    ]
  })
  const penalty = question.penalty ?? rules.penalty ?? 0
  const tries = [...before, last]
  if (rules.triesRule === 'count-back' && interaction.countBack)
    return settle(interaction.countBack(question, tries, penalty, marking))
  return settle(fractionOverTries(rules.triesRule ?? 'penalty', tries, penalty))
}

/** Share of the points that the hints taken cost together. */
function hintCost(question: Question, taken: number): number {
  return (question.hints ?? []).slice(0, taken).reduce((sum, hint) => sum + (hint.cost ?? 0), 0)
}
