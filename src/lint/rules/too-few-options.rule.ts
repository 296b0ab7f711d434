import { itemRule, pick } from '../rule.js'

/** Two choices, where a claim would do. */
export const tooFewOptions = itemRule(
  {
    id: 'too-few-options',
    severity: 'warning',
    advice:
      'With two choices half of all guesses are right. Add a third that somebody could hold, or make it a claim.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 18: three are enough; Tarrant (2009)',
    bad: [pick('Who spoke at the summit?', '*Ana', 'Ben')],
    better: [pick('Who spoke at the summit?', '*Ana', 'Ben', 'Cleo')],
  },
  ({ choices }) => (choices.length < 3 ? `There are only ${choices.length} choices.` : null),
)
