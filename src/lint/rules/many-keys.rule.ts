import type { BuiltInQuestion } from '../../interactions/index.js'
import { shareOf } from '../marks.js'
import { pick, questionRule } from '../rule.js'
import { listed } from '../text.js'

/** A question with one key of which several choices earn all points. */
export const manyKeys = questionRule(
  {
    id: 'many-keys',
    severity: 'error',
    advice: 'Let one choice be right, or ask for all that apply: multiple-response.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 19',
    bad: [
      {
        ...pick('Who was there?', '*Duda', 'Burns', 'Scholz'),
        marking: { rule: 'fractions', fractions: { b: 1 } },
      } as BuiltInQuestion,
    ],
    better: [pick('Who was there first?', '*Duda', 'Burns', 'Scholz')],
  },
  (question, { bank }) => {
    if (question.type !== 'single-choice' || !(question.marking ?? bank.marking?.['single-choice']))
      return null
    const full = question.choices.filter(({ id }) => (shareOf(question, bank, id) ?? 0) >= 1)
    return full.length > 1
      ? { field: 'marking', message: `${listed(full.map(({ text }) => text))} earn all points each.` }
      : null
  },
)
