import { pick, type Rule, times } from '../rule.js'
import { chiSquareTest } from '../statistics.js'

/** Keys that stand in one place more than in others. */
export const keyPosition: Rule = {
  id: 'key-position',
  severity: 'warning',
  advice:
    'Where choices are not shuffled, learners find the place out. Spread the keys, or let them be shuffled.',
  from: 'Haladyna, Downing & Rodriguez (2002), guideline 20; χ² after Pearson (1900)',
  bad: times(12, () => pick('Where was it held?', 'Riga', '*Vilnius', 'Oslo')),
  better: times(12, index =>
    pick(
      'Where was it held?',
      ...['Riga', 'Vilnius', 'Oslo'].map((text, at) => (at === index % 3 ? `*${text}` : text)),
    ),
  ),
  check({ bank }) {
    const places = new Map<number, number[]>()
    for (const question of bank.questions) {
      if (question.type !== 'single-choice') continue
      const ofSize = places.get(question.choices.length) ?? []
      places.set(question.choices.length, ofSize)
      ofSize.push(question.choices.findIndex(({ id }) => id === question.key))
    }
    return [...places].flatMap(([size, keys]) => {
      const message = unbalanced(
        Array.from({ length: size }, (_, place) => keys.filter(key => key === place).length),
      )
      return message === null ? [] : [{ question: null, field: 'questions', message }]
    })
  },
}

/** What is wrong with so many keys at each place. */
export function unbalanced(counts: readonly number[]): string | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const most = Math.max(...counts)
  const told = counts.join(', ')
  if (all >= 12 && chiSquareTest(counts).p < 0.01)
    return `By place, the keys are ${told}: by chance that is rarer than one in a hundred.`
  if (all >= 8 && most > all / 2) return `By place, the keys are ${told}: more than half in one place.`
  if (all >= 4 * counts.length && counts.includes(0))
    return `By place, the keys are ${told}: never in one of them.`
  return null
}
