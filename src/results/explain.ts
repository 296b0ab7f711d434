import type { ScoredResponse } from '../marking/index.js'
import type { PresentedQuestion, TraceStep } from '../question/index.js'
import { english, type ScoreMessages } from './messages.en.js'

/** A score in words: what each part earned and why, and the way from there to the points. */
export interface Explanation {
  readonly title: string
  readonly parts: readonly string[]
  readonly steps: readonly string[]
}

export interface ExplainOptions {
  /** The question as it is presented, whose words name the parts; their ids do when left out. */
  readonly question?: PresentedQuestion
  /** The table of messages; `english` when left out. What it lacks is told by its code. */
  readonly messages?: ScoreMessages
  /** BCP 47 tag that numbers are written by; `en` when left out. */
  readonly locale?: string
}

/**
 * Answers 'why 0.67?' from a score and its trace.
 *
 * ```ts
 * explainScore(scoreResponse(question, ['a']))
 * // → { title: 'Why 0.5 of 1?', parts: ['a: right, 0.5.', 'b: missed, 0.'], steps: […] }
 * ```
 */
export function explainScore(
  { score, parts, trace }: Pick<ScoredResponse, 'score' | 'parts' | 'trace'>,
  { question, messages = english, locale = 'en' }: ExplainOptions = {},
): Explanation {
  const labels = new Map(question ? labelsIn(question) : [])
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const fill = (
    text: string | undefined,
    code: string,
    places: { readonly [name: string]: number | string },
  ) =>
    (text ?? code).replace(/\{(\w+)\}/g, (all, name: string) => {
      const value = places[name]
      return typeof value === 'number' ? numbers.format(value) : (value ?? all)
    })
  return {
    title: fill(messages.title, 'score', { raw: score.raw, max: score.max }),
    parts: parts.map(({ id, reason, earned, possible }) =>
      fill(lookUp(messages.parts, reason), `{part}: ${reason}`, {
        part: labels.get(id) ?? id,
        earned,
        possible,
      }),
    ),
    steps: trace.map((step, index) => {
      const [text, code] = textOf(messages, step)
      return fill(text, code, { ...placesOf(step), ...shareOf(step, trace[index - 1]) })
    }),
  }
}

const texts: {
  readonly [Step in TraceStep['step']]: (
    messages: ScoreMessages,
    step: Extract<TraceStep, { readonly step: Step }>,
  ) => readonly [text: string | undefined, code: string]
} = {
  rule: ({ rules }, { rule }) => [lookUp(rules, rule), `${rule}: {share}`],
  penalty: ({ penalties }, { reason }) => [lookUp(penalties, reason), `${reason}: −{amount}`],
  clamp: (messages, { bound }) => [messages[bound], bound],
  certainty: ({ certainty }) => [certainty, 'certainty'],
  outcome: ({ outcome }) => [outcome, 'outcome'],
  points: ({ points }) => [points, 'points'],
  override: ({ overrides }, { reason }) => [lookUp(overrides, reason), `${reason}: {raw}`],
  round: ({ round }) => [round, 'round'],
}

function textOf(messages: ScoreMessages, step: TraceStep) {
  return (texts[step.step] as (messages: ScoreMessages, step: TraceStep) => ReturnType<typeof texts.rule>)(
    messages,
    step,
  )
}

/** The figures of a step by name, those of its rule among them. */
function placesOf(step: TraceStep): { readonly [name: string]: number | string } {
  return 'figures' in step ? { ...step.figures } : { ...step }
}

/** The share of the points after a step; before the points are given, what the last step left. */
function shareOf(step: TraceStep, before: TraceStep | undefined) {
  const share = 'fraction' in step ? step.fraction : before && 'fraction' in before ? before.fraction : 0
  return { share, left: share }
}

function lookUp(table: { readonly [code: string]: string }, code: string): string | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}

/** Whatever in a presentation has an id and words. */
function labelsIn(value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap(labelsIn)
  if (typeof value !== 'object' || value === null) return []
  const { id, text } = value as { readonly id?: unknown; readonly text?: unknown }
  const own = typeof id === 'string' && typeof text === 'string' ? [[id, text] as const] : []
  return [...own, ...Object.values(value).flatMap(labelsIn)]
}
