import type { BuiltInQuestion, HotTextQuestion, MultipleResponseQuestion } from '../../interactions/index.js'
import { shareOf } from '../marks.js'
import { pick, questionRule } from '../rule.js'

/** Marking that picking everything gets the most of. */
export const pickEverything = questionRule(
  {
    id: 'pick-everything',
    severity: 'warning',
    advice: 'Who picks everything knows nothing. Let wrong choices cost something.',
    from: 'Moodle’s multiple answers; QTI’s map_response without negative values',
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
    if (question.type !== 'multiple-response' && question.type !== 'hot-text') return null
    const all = everythingIn(question)
    const key = new Set(question.key)
    if (all.every(id => key.has(id))) return null
    return (shareOf(question, bank, all) ?? 0) >= 1
      ? { field: 'marking', message: 'Whoever picks everything gets all the points.' }
      : null
  },
)

/** Ids of all that can be picked or marked. */
function everythingIn(question: MultipleResponseQuestion | HotTextQuestion): readonly string[] {
  if (question.type === 'multiple-response') return question.choices.map(({ id }) => id)
  return [...question.text.matchAll(/\{\{([A-Za-z0-9][\w.:-]*)\|/g)].map(([, id = '']) => id)
}
