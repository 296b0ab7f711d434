import { words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'
import { isAboutChoices } from '../text.js'

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
    const length = (text: string) => [...text].length
    const longest = Math.max(0, ...distractors.map(length))
    const key = keys.find(
      text => words(text).length >= 4 && longest < length(text) * 0.75 && longest < length(text) - 14,
    )
    return key !== undefined && keys.length === 1 && !isAboutChoices(key)
      ? `The key, '${key}', is much longer than every other choice.`
      : null
  },
)
