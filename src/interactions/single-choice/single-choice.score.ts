import type * as z from 'zod/mini'
import { markMapping } from '../../marking/index.js'
import { type Data, type Marks, outcomeOf, type Part, settle } from '../../question/index.js'
import type { singleChoiceMarkingSchema, singleChoiceSchema } from './single-choice.schema.js'

export type SingleChoiceQuestion = Data<z.infer<typeof singleChoiceSchema>>
export type SingleChoiceMarking = Data<z.infer<typeof singleChoiceMarkingSchema>>

/**
 * Moodle's single-answer multiple choice: the fraction of the chosen one, kept when negative. Under `map` the
 * question is worth its best choice, where the map has no upper bound.
 */
export function scoreSingleChoice(
  question: SingleChoiceQuestion,
  response: string | null,
  marking: SingleChoiceMarking,
): Marks {
  if (marking.rule === 'map') {
    const upper = marking.upper ?? Math.max(...Object.values(marking.map), marking.default ?? 0)
    return markMapping({ ...marking, upper }, response === null ? null : [response])
  }
  const fractions = marking.rule === 'fractions' ? marking.fractions : {}
  const fraction = response === null ? 0 : shareOf(question, response, fractions)
  return {
    fraction,
    lowest: Math.min(0, ...Object.values(fractions)),
    highest: 1,
    parts: response === null ? [] : [partFor(response, fraction)],
    trace: [{ step: 'rule', rule: marking.rule, fraction, figures: {} }],
  }
}

function shareOf({ key }: SingleChoiceQuestion, id: string, fractions: { readonly [id: string]: number }) {
  const own = Object.hasOwn(fractions, id) ? fractions[id] : undefined
  return own ?? (id === key ? 1 : 0)
}

const reasons = { correct: 'right', partial: 'partly-right', incorrect: 'wrong' } as const

function partFor(id: string, fraction: number): Part {
  const outcome = outcomeOf(settle(fraction))
  return { id, outcome, earned: fraction, possible: 1, reason: reasons[outcome] }
}
