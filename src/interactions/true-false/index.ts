import type * as z from 'zod/mini'
import { type Data, defineInteraction, type Marking } from '../../question/index.js'
import type { trueFalseSchema } from './true-false.schema.js'

export type TrueFalseQuestion = Data<z.infer<typeof trueFalseSchema>>

export interface TrueFalsePresentation {
  readonly type: 'true-false'
}

/** Whether what the stem says is true. The response is true or false. */
export const trueFalse = defineInteraction<TrueFalseQuestion, boolean, Marking, TrueFalsePresentation>({
  type: 'true-false',
  marking: { rule: 'all-or-nothing' },
  read(_, response) {
    if (response === null || response === undefined) return { status: 'unanswered', response: null }
    if (typeof response !== 'boolean') return { status: 'invalid', code: 'not-true-or-false' }
    return { status: 'answered', response, complete: true }
  },
  score({ key }, response, { rule }) {
    const right = response === key
    const fraction = right ? 1 : 0
    const outcome = response === null ? 'unanswered' : right ? 'correct' : 'incorrect'
    const reason = response === null ? 'missed' : right ? 'right' : 'wrong'
    return {
      fraction,
      lowest: 0,
      highest: 1,
      parts: [{ id: String(response ?? 'none'), outcome, earned: fraction, possible: 1, reason }],
      trace: [{ step: 'rule', rule, fraction, figures: {} }],
    }
  },
  solve: question => question.key,
  lists: () => [],
  present: () => ({ type: 'true-false' }),
  describe: (_, response) => String(response),
  feedback({ choiceFeedback }, response) {
    const text = choiceFeedback?.[`${response}`]
    return text === undefined ? {} : { [String(response)]: text }
  },
})
