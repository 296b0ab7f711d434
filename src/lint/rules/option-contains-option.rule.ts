import { itemRule, pick } from '../rule.js'
import { fold } from '../text.js'

/** A choice that holds another whole. */
export const optionContainsOption = itemRule(
  {
    id: 'option-contains-option',
    severity: 'info',
    advice:
      'Where one choice says all that another says and more, both may be right. Let each say one thing.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 22',
    bad: [pick('Who signed?', '*Poland', 'Poland and Latvia', 'Estonia')],
    better: [pick('Who signed?', '*Poland', 'Latvia', 'Estonia')],
  },
  ({ choices }) => {
    for (const one of choices)
      for (const other of choices)
        if (
          one !== other &&
          ` ${fold(other)} `.includes(` ${fold(one)} `) &&
          fold(one) !== fold(other) &&
          fold(one) !== ''
        )
          return `'${other}' contains '${one}'.`
    return null
  },
)
