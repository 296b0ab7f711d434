import { pick, type Rule, times } from '../rule.js'
import { binomialUpperTail } from '../statistics.js'

/** Keys that are the longest choice more often than by chance. */
export const keyLongestRate: Rule = {
  id: 'key-longest-rate',
  severity: 'warning',
  advice:
    'Over a bank, learners find out that the longest is right. Shorten keys, or lengthen other choices.',
  from: 'Haladyna, Downing & Rodriguez (2002), guideline 24; binomial test',
  bad: times(12, () => pick('Where was it held?', 'Riga', '*Vilnius', 'Oslo')),
  better: times(12, index =>
    pick(
      'Where was it held?',
      ...['Riga', 'Vilnius', 'Oslo'].map((text, at) => (at === index % 3 ? `*${text}` : text)),
    ),
  ),
  check({ bank }) {
    const items = bank.questions.filter(question => question.type === 'single-choice')
    const chance = items.reduce((sum, { choices }) => sum + 1 / choices.length, 0) / items.length
    const longest = items.filter(({ choices, key }) => {
      const most = Math.max(...choices.map(({ text }) => text.length))
      const reached = choices.filter(({ text }) => text.length === most)
      return reached.length === 1 && reached[0]?.id === key
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
