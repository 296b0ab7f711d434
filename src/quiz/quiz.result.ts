import { type Rounding, round, type ScoredResponse, scoreOf } from '../marking/index.js'
import type { Json, Orders, Outcome, Score } from '../question/index.js'
import type { Attempt, Ending, Slot } from './quiz.attempt.js'
import type { QuizDefinition } from './quiz.definition.js'
import { isShown, momentOf, momentOfAttempt } from './quiz.reveal.js'
import type { CombineMethod, QuizRules, Revealable } from './quiz.rules.js'
import { scoreSlot } from './quiz.scoring.js'

/** What one question came to in an attempt. */
export interface QuestionResult {
  readonly id: string
  readonly type: string
  readonly section: string | null
  readonly objective: string | null
  readonly orders: Orders
  readonly response: Json
  /** Null while the rules hold it back. */
  readonly outcome: Outcome | null
  /** Null while the rules hold it back. */
  readonly score: Score | null
  readonly tries: number
  readonly hints: number
  readonly certainty: number | null
  readonly solutionSeen: boolean
  readonly flagged: boolean
  /** Milliseconds. */
  readonly spent: number
}

/** What the questions of one objective came to together. */
export interface ObjectiveResult {
  readonly id: string
  readonly text: string
  readonly score: Score | null
  readonly questions: readonly string[]
}

/** What an attempt came to, as far as the rules show it now. Plain JSON, the output of the machine. */
export interface QuizResult {
  readonly bank: string
  readonly rules: string
  readonly seed: string | number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** Milliseconds from start to end, pauses left out. */
  readonly duration: number
  readonly ending: Ending | null
  /** Null while the rules hold it back. */
  readonly score: Score | null
  /** True while a question waits for a person or a scorer: its points count as 0 until then. */
  readonly pending: boolean
  /** Whether the pass mark was reached; null without one, or while something is pending or held back. */
  readonly passed: boolean | null
  /** Overall feedback of the band that was reached. */
  readonly band: string | null
  /** How many questions came to what; null while the rules hold it back. */
  readonly counts: { readonly [Name in Outcome]: number } | null
  readonly objectives: readonly ObjectiveResult[]
  readonly questions: readonly QuestionResult[]
}

/** A mark that a person gives a question, in place of the scorer's. */
export interface ManualMark {
  /** Points, from 0 to what the question is worth. */
  readonly points: number
  readonly comment?: string
}

/** What is changed in how an attempt counts, after the event. */
export interface Adjustments {
  /** Marks by a person: question id → mark. */
  readonly marks?: { readonly [id: string]: ManualMark }
  /** Questions that no longer count. */
  readonly drop?: readonly string[]
  /** Questions that give everyone all their points. */
  readonly fullPoints?: readonly string[]
}

export interface ResultOptions extends Adjustments {
  /** The moment it is asked for, which decides what is shown; the attempt's last when left out. */
  readonly at?: number
  /** Everything, whatever the rules show the learner: for a teacher's eyes. */
  readonly unmasked?: boolean
}

/** What an attempt came to, as far as the rules show it at that moment. */
export function resultOf(
  definition: QuizDefinition,
  attempt: Attempt,
  options: ResultOptions = {},
): QuizResult {
  const { bank, rules } = definition
  const { at = attempt.at, unmasked = false, drop = [] } = options
  const counted = attempt.slots
    .filter(({ id }) => !drop.includes(id))
    .map((slot): Counted => {
      const scored = scoreFinally(definition, slot, options)
      return { slot, scored, score: scored?.score ?? scoreOf(0, 0, definition.question(slot.id).points ?? 1) }
    })
  const shows = (what: Revealable, slot?: Slot) => {
    const moment = slot ? momentOf(rules, attempt, slot, at) : momentOfAttempt(rules, attempt, at)
    return unmasked || isShown(rules, what, moment)
  }
  const score = totalOf(counted, rules.rounding)
  const pending = counted.some(({ scored }) => scored === null || scored.outcome === 'pending')
  return {
    bank: bank.id,
    rules: rules.name,
    seed: attempt.seed,
    startedAt: attempt.startedAt,
    finishedAt: attempt.finishedAt,
    duration: attempt.slots.reduce((sum, slot) => sum + slot.spent, 0),
    ending: attempt.ending,
    score: shows('score') ? score : null,
    pending,
    passed: rules.pass === undefined || pending || !shows('score') ? null : reaches(score, rules.pass),
    band: shows('feedback') ? bandOf(rules.bands ?? [], score) : null,
    counts: shows('outcome') ? countOutcomes(counted) : null,
    objectives: (bank.objectives ?? []).flatMap(({ id, text }) => {
      const here = counted.filter(({ slot }) => definition.question(slot.id).objective === id)
      if (here.length === 0) return []
      const questions = here.map(({ slot }) => slot.id)
      return [{ id, text, questions, score: shows('score') ? totalOf(here, rules.rounding) : null }]
    }),
    questions: counted.map(({ slot, scored }) => ({
      id: slot.id,
      type: definition.question(slot.id).type,
      section: slot.section,
      objective: definition.question(slot.id).objective ?? null,
      orders: slot.orders,
      response: slot.tries.at(-1)?.response ?? slot.response,
      outcome: shows('outcome', slot) ? (scored?.outcome ?? 'pending') : null,
      score: shows('score', slot) ? (scored?.score ?? null) : null,
      tries: slot.tries.length,
      hints: slot.hints,
      certainty: slot.certainty,
      solutionSeen: slot.solutionSeen,
      flagged: slot.flagged,
      spent: slot.spent,
    })),
  }
}

/** A question's score with what a person changed about it. */
export function scoreFinally(
  definition: QuizDefinition,
  slot: Slot,
  { marks = {}, fullPoints = [] }: Adjustments,
): ScoredResponse | null {
  const scored = scoreSlot(definition, slot)
  const mark = Object.hasOwn(marks, slot.id) ? marks[slot.id] : undefined
  const max = scored?.score.max ?? definition.question(slot.id).points ?? 1
  const raw = fullPoints.includes(slot.id) ? max : mark?.points
  if (raw === undefined) return scored
  const outcome = raw >= max ? 'correct' : raw > 0 ? 'partial' : 'incorrect'
  const score = scoreOf(raw, scored?.score.min ?? 0, max)
  const reason = fullPoints.includes(slot.id) ? 'full-points' : 'marked-by-hand'
  return { outcome, score, parts: scored?.parts ?? [], trace: [{ step: 'override', reason, raw }] }
}

/** The questions that did not come to `correct`, as far as the result tells. */
export function missedIn(result: QuizResult): readonly string[] {
  return result.questions.filter(({ outcome }) => outcome !== 'correct').map(({ id }) => id)
}

const combinations: { readonly [Method in CombineMethod]: (shares: readonly number[]) => number } = {
  best: shares => Math.max(...shares),
  last: shares => shares.at(-1) ?? 0,
  first: shares => shares[0] ?? 0,
  average: shares => shares.reduce((sum, share) => sum + share, 0) / shares.length,
}

/**
 * What several attempts come to together, as `score.scaled`, from -1 to 1: null where none shows its score.
 * Abandoned attempts count like the others.
 */
export function combineAttempts(results: readonly QuizResult[], method: CombineMethod): number | null {
  const shares = results.flatMap(({ score }) => (score ? [score.scaled] : []))
  return shares.length > 0 ? combinations[method](shares) : null
}

interface Counted {
  readonly slot: Slot
  readonly scored: ScoredResponse | null
  readonly score: Score
}

/** Adds up; then, and only then, rounds. Ten decimals take away what adding tenths leaves behind. */
function totalOf(counted: readonly Counted[], rounding: Rounding = { decimals: 10 }): Score {
  let [raw, min, max] = [0, 0, 0]
  for (const { score } of counted) {
    raw += score.raw
    min += score.min
    max += score.max
  }
  return scoreOf(round(raw, rounding), min, max)
}

function reaches({ scaled }: Score, share: number): boolean {
  return scaled >= share - 1e-9
}

function bandOf(bands: NonNullable<QuizRules['bands']>, score: Score): string | null {
  const reached = bands.filter(({ from }) => reaches(score, from)).sort((one, other) => other.from - one.from)
  return reached[0]?.text ?? null
}

function countOutcomes(counted: readonly Counted[]): { readonly [Name in Outcome]: number } {
  const counts = { correct: 0, partial: 0, incorrect: 0, unanswered: 0, invalid: 0, pending: 0 }
  for (const { scored } of counted) counts[scored?.outcome ?? 'pending'] += 1
  return counts
}
