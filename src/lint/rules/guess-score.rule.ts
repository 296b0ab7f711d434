import type { BuiltInQuestion } from '../../interactions/index.js'
import { markSelection, type SelectionMarking } from '../../marking/index.js'
import { pick, questionRule } from '../rule.js'

/** Marking that picking everything gets the most of. */
export const guessScore = questionRule(
  {
    id: 'guess-score',
    severity: 'warning',
    advice: 'Who picks everything knows nothing. Let wrong choices cost something.',
    from: "Moodle's random guess score (question/type/multichoice)",
    bad: [
      {
        ...pick('Which raised prices? Pick all that apply.', '*Drought', '*War', 'Snow'),
        marking: { rule: 'fractions', fractions: { a: 0.5, b: 0.5 } },
      } as BuiltInQuestion,
    ],
    better: [
      {
        ...pick('Which raised prices? Pick all that apply.', '*Drought', '*War', 'Snow'),
        marking: { rule: 'fractions', fractions: { a: 0.5, b: 0.5, c: -0.5 } },
      } as BuiltInQuestion,
    ],
  },
  (question, { bank }) => {
    if (question.type !== 'multiple-response' || question.choose?.max !== undefined) return null
    const marking = question.marking ?? bank.marking?.[question.type] ?? { rule: 'right-minus-wrong' }
    const ids = question.choices.map(({ id }) => id)
    if (question.key.length === ids.length) return null
    const { fraction } = markSelection(marking as SelectionMarking, ids, question.key, ids)
    return fraction >= 1
      ? { field: 'marking', message: 'Whoever picks every choice gets all the points.' }
      : null
  },
)
