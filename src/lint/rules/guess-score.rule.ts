import type { BuiltInQuestion } from '../../interactions/index.js'
import { shareOf } from '../marks.js'
import { pick, questionRule } from '../rule.js'

/** Marking by which a blind guess earns more than its share. */
export const guessScore = questionRule(
  {
    id: 'guess-score',
    severity: 'info',
    advice:
      'A guess among four choices should earn a quarter, and nothing where wrong ones cost. Give less for half-right choices, or take off more.',
    from: "Moodle's random guess score (question/type/multichoice)",
    bad: [
      {
        ...pick('Who spoke first?', '*Duda', 'Burns', 'Scholz'),
        marking: { rule: 'fractions', fractions: { b: 0.5, c: 0.5 } },
      } as BuiltInQuestion,
    ],
    better: [pick('Who spoke first?', '*Duda', 'Burns', 'Scholz')],
  },
  (question, { bank }) => {
    if (question.type !== 'single-choice' || !(question.marking ?? bank.marking?.['single-choice']))
      return null
    const shares = question.choices.map(({ id }) => shareOf(question, bank, id) ?? 0)
    const guess = shares.reduce((sum, share) => sum + share, 0) / shares.length
    if (shares.filter(share => share >= 1).length > 1) return null
    const isPenal = shares.some(share => share < 0)
    if (guess <= (isPenal ? 0 : 1 / shares.length) + 1e-9) return null
    const told = `A blind guess earns ${Math.round(guess * 100)} % of the points on average`
    return {
      field: 'marking',
      message: isPenal ? `${told}, more than leaving it out.` : `${told}, more than one in ${shares.length}.`,
    }
  },
)
