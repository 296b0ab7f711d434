import { itemRule, pick } from '../rule.js'
import { fold } from '../text.js'

/** Choices that are combinations of the same few things. */
export const complexKType = itemRule(
  {
    id: 'complex-k-type',
    severity: 'warning',
    advice: 'Combinations measure bookkeeping. Ask for all that apply.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 9',
    bad: [
      pick(
        'Who pushed back?',
        '*US and Germany',
        'US and Poland',
        'Germany and Poland',
        'US, Germany and Poland',
      ),
    ],
    better: [pick('Who pushed back? Pick all that apply.', '*US', '*Germany', 'Poland')],
  },
  ({ choices }) => {
    const parts = choices.map(text =>
      fold(text.replace(/,|&|\+/g, ' and '))
        .split(/ and | und | et | y /)
        .map(part => part.trim()),
    )
    if (choices.length < 3 || parts.some(part => part.length < 2)) return null
    const different = new Set(parts.flat())
    return different.size <= choices.length ? 'The choices are combinations of the same things.' : null
  },
)
