import type * as z from 'zod/mini'
import { matchQuantity, type NumberMatch, readQuantity, writeQuantity } from '../../marking/index.js'
import {
  type Data,
  defineInteraction,
  type Marking,
  type Part,
  type TraceStep,
} from '../../question/index.js'
import type { numericSchema } from './numeric.schema.js'

export type NumericQuestion = Data<z.infer<typeof numericSchema>>

/** A number as typed, as such, or apart from its unit. */
export type NumericResponse = string | number | { readonly value: string | number; readonly unit: string }

export interface NumericPresentation {
  readonly type: 'numeric'
  /** Units to choose from; empty where none is asked for. */
  readonly units: readonly string[]
  /** BCP 47 tag that says how numbers are written; null for the language of the question. */
  readonly locale: string | null
}

/** A number, with a unit where the question has some. */
export const numeric = defineInteraction<NumericQuestion, NumericResponse, Marking, NumericPresentation>({
  type: 'numeric',
  marking: { rule: 'first-match' },
  read(question, response) {
    if (isEmpty(response)) return { status: 'unanswered', response: null }
    const reading = readQuantity(question, response, question.language)
    if ('code' in reading) return { status: 'invalid', code: reading.code }
    return { status: 'answered', response: tidy(response), complete: true }
  },
  score(question, response, marking) {
    const reading = response === null ? null : readQuantity(question, response, question.language)
    const found = reading && 'quantity' in reading ? matchQuantity(question, reading.quantity) : null
    const fraction = found?.share ?? 0
    const losses = found?.losses ?? []
    let left = fraction
    for (const { amount } of losses) left += amount
    const trace: TraceStep[] = [{ step: 'rule', rule: marking.rule, fraction: left, figures: {} }]
    for (const { reason, amount } of losses) {
      left -= amount
      trace.push({ step: 'penalty', reason, amount, fraction: left })
    }
    return { fraction, lowest: 0, highest: 1, parts: [partFor(response, found)], trace }
  },
  solve: question => writeQuantity(question, question.language),
  lists: () => [],
  present: ({ units = [], locale }) => ({
    type: 'numeric',
    units: units.map(({ unit }) => unit),
    locale: locale ?? null,
  }),
  describe: (_, response) =>
    typeof response === 'object' ? `${response.value} ${response.unit}`.trim() : String(response),
  feedback({ key }, _, { parts }) {
    const { accepted } = parts[0] ?? {}
    const text = accepted === undefined ? undefined : key[accepted]?.feedback
    return text === undefined ? {} : { number: text }
  },
})

function partFor(response: NumericResponse | null, found: NumberMatch | null): Part {
  if (response === null)
    return { id: 'number', outcome: 'unanswered', earned: 0, possible: 1, reason: 'missed' }
  if (!found || found.accepted === null)
    return { id: 'number', outcome: 'incorrect', earned: 0, possible: 1, reason: 'not-accepted' }
  const { share, accepted } = found
  const outcome = share >= 1 ? 'correct' : share > 0 ? 'partial' : 'incorrect'
  return { id: 'number', outcome, earned: share, possible: 1, reason: 'accepted', accepted }
}

function isEmpty(response: unknown): boolean {
  if (response === null || response === undefined) return true
  if (typeof response === 'string') return !/\S/.test(response)
  return typeof response === 'object' && 'value' in response && isEmpty(response.value)
}

/** The response without what doesn't belong to it, as JSON keeps it. It was read before, so that it is one of these. */
function tidy(response: unknown): NumericResponse {
  if (typeof response !== 'object') return withoutSignedZero(response as string | number)
  const { value, unit = '' } = response as { readonly value: string | number; readonly unit?: string }
  return { value: withoutSignedZero(value), unit }
}

const withoutSignedZero = (value: string | number) => (value === 0 ? 0 : value)
