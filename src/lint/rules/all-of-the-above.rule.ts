import { allAbove, findAbove } from '../above.js'
import { itemRule, pick } from '../rule.js'

/** 'All of the above' as a choice. */
export const allOfTheAbove = itemRule(
  {
    id: 'all-of-the-above',
    severity: 'warning',
    advice: 'Whoever knows that two are right knows the key. Ask for all that apply, or take it out.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 26; NBME (2020)',
    bad: [pick('Which factors raised prices?', 'Drought', 'War', 'Tariffs', '*All of the above')],
    better: [pick('Which factor raised prices most?', '*Drought', 'War', 'Tariffs')],
  },
  item => {
    const found = findAbove(allAbove, item)
    return found === undefined ? null : `'${found}' gives itself away.`
  },
)
