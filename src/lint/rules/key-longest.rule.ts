import { words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'
import { isAboutChoices, lengthOf } from '../text.js'

/** A key that stands out by its length. */
export const keyLongest = itemRule(
  {
    id: 'key-longest',
    severity: 'warning',
    advice:
      'Authors qualify what is right, and learners know it. Shorten the key, or say as much in the others.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 24; NBME (2020)',
    bad: [
      pick(
        'What was approved?',
        'A tax',
        'A fine',
        '*A three-year budget that raises library funding',
        'A loan',
      ),
    ],
    better: [
      pick(
        'What was approved?',
        'A new tax on cars',
        'A fine for noise',
        '*A budget for libraries',
        'A loan from banks',
      ),
    ],
  },
  ({ keys, distractors }) => {
    const [key] = keys
    if (keys.length !== 1 || key === undefined || isAboutChoices(key) || words(key).length < 4) return null
    const length = lengthOf(key)
    return distractors.every(text => lengthOf(text) < Math.min(length * 0.75, length - 14))
      ? `The key, '${key}', is much longer than every other choice.`
      : null
  },
)
