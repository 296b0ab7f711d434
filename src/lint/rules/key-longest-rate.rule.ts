import { pick, type Rule, times } from '../rule.js'
import { binomialUpperTail } from '../statistics.js'
import { lengthOf } from '../text.js'

/** Keys that are the longest choice more often than by chance. */
export const keyLongestRate: Rule = {
  id: 'key-longest-rate',
  severity: 'warning',
  advice:
    'Over a bank, learners find out that the longest is right. Shorten keys, or lengthen other choices.',
  from: 'Haladyna, Downing & Rodriguez (2002), guideline 24; binomial test',
  bad: times(12, index =>
    pick(`Where was summit ${index + 1} held?`, ...rotated(['*Vilnius', 'Riga', 'Oslo'], index)),
  ),
  better: times(12, index =>
    pick(`Where was summit ${index + 1} held?`, ...rotated(['*Riga', 'Vilnius', 'Oslo'], index)),
  ),
  check({ bank }) {
    const items = bank.questions.filter(question => question.type === 'single-choice')
    const chance = items.reduce((sum, { choices }) => sum + 1 / choices.length, 0) / items.length
    const longest = items.filter(({ choices, key }) => {
      const lengths = choices.map(({ id, text }) => ({ id, length: lengthOf(text) }))
      const own = lengths.find(({ id }) => id === key)?.length ?? 0
      return lengths.every(({ id, length }) => id === key || length < own)
    }).length
    return items.length >= 10 && binomialUpperTail(longest, items.length, chance) < 0.01
      ? [
          {
            question: null,
            field: 'questions',
            message: `The key is the longest choice in ${longest} of ${items.length} questions.`,
          },
        ]
      : []
  },
}

function rotated(texts: readonly string[], by: number): readonly string[] {
  return texts.map((_, index) => texts[(index + by) % texts.length] ?? '')
}
