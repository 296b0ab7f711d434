import type * as z from 'zod/mini'
import { markMapping } from '../../marking/index.js'
import type { Data, Marks } from '../../question/index.js'
import type { singleChoiceMarkingSchema, singleChoiceSchema } from './single-choice.schema.js'

export type SingleChoiceQuestion = Data<z.infer<typeof singleChoiceSchema>>
export type SingleChoiceMarking = Data<z.infer<typeof singleChoiceMarkingSchema>>

/** Moodle's single-answer multiple choice: the fraction of the chosen one, kept when negative. */
export function scoreSingleChoice(
  question: SingleChoiceQuestion,
  response: string | null,
  marking: SingleChoiceMarking,
): Marks {
  if (marking.rule === 'map') return markMapping(marking, response === null ? null : [response])
  const isRight = response === question.key
  const fractions = marking.rule === 'fractions' ? marking.fractions : {}
  const own = response !== null && Object.hasOwn(fractions, response) ? fractions[response] : undefined
  const fraction = own ?? (isRight ? 1 : 0)
  return {
    fraction,
    lowest: Math.min(0, ...Object.values(fractions)),
    highest: 1,
    parts:
      response === null
        ? []
        : [
            {
              id: response,
              outcome: isRight ? 'correct' : 'incorrect',
              earned: fraction,
              possible: 1,
              reason: isRight ? 'right' : 'wrong',
            },
          ],
    trace: [{ step: 'rule', rule: marking.rule, fraction, figures: {} }],
  }
}
