import { itemRule, pick } from '../rule.js'

/** More choices than anybody reads. */
export const tooManyOptions = itemRule(
  {
    id: 'too-many-options',
    severity: 'info',
    advice: 'Beyond five, choices are seldom picked and cost time. Keep those that learners could hold.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 18; Tarrant (2009)',
    bad: [pick('Which state borders it?', '*Poland', 'Latvia', 'Estonia', 'Spain', 'Italy', 'Malta', 'Chad')],
    better: [pick('Which state borders it?', '*Poland', 'Latvia', 'Estonia')],
  },
  ({ choices, keys }) =>
    choices.length > 5 && keys.length === 1 ? `There are ${choices.length} choices.` : null,
)
