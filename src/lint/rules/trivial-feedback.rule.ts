import type { BuiltInQuestion } from '../../interactions/index.js'
import { questionRule } from '../rule.js'
import { fold } from '../text.js'

/** Feedback that says no more than right or wrong. */
export const trivialFeedback = questionRule(
  {
    id: 'trivial-feedback',
    severity: 'warning',
    english: true,
    advice: 'The outcome is shown anyway. Say why it is so, and where to look.',
    from: 'Shute (2008) on formative feedback',
    bad: [
      { id: 'example', type: 'true-false', stem: 'Is it?', key: true, choiceFeedback: { true: 'Correct!' } },
    ],
    better: [
      {
        id: 'example',
        type: 'true-false',
        stem: 'Is it?',
        key: true,
        choiceFeedback: { true: 'Right: paragraph 1 says so.' },
      },
    ],
  },
  question => {
    const found = feedbackIn(question).find(text =>
      /^(?:that(?:'s| is) )?(?:correct|right|wrong|incorrect|yes|no|true|false|good(?: job)?|well done|sorry|try again)$/.test(
        fold(text),
      ),
    )
    return found === undefined
      ? null
      : { field: 'feedback', message: `'${found}' says no more than the outcome.` }
  },
)

function feedbackIn(question: BuiltInQuestion): readonly string[] {
  const own = 'choices' in question ? question.choices.flatMap(choice => choice.feedback ?? []) : []
  const claims = question.type === 'true-false' ? Object.values(question.choiceFeedback ?? {}) : []
  return [...own, ...claims, question.feedback?.general ?? ''].flatMap(text => text || [])
}
