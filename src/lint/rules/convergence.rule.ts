import { itemRule, pick } from '../rule.js'
import { contentWords, tellingWords } from '../text.js'

/** A key that shares the most words with all the others. */
export const convergence = itemRule(
  {
    id: 'convergence',
    severity: 'info',
    english: true,
    advice:
      'Wrong choices are often made by changing the key, which then has what is common to all. Vary them.',
    from: 'NBME (2020), convergence',
    bad: [pick('Who met where?', '*Duda in Vilnius', 'Duda in Riga', 'Burns in Vilnius', 'Scholz in Oslo')],
    better: [pick('Who met where?', '*Duda in Vilnius', 'Duda in Riga', 'Burns in Vilnius', 'Burns in Riga')],
  },
  ({ choices, keys }) => {
    const [key] = keys
    if (keys.length !== 1 || key === undefined || choices.length < 4 || contentWords(key).size < 2)
      return null
    const sets = choices.map(tellingWords)
    const counts = new Map<string, number>()
    for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1)
    const shared = sets.map(set => [...set].reduce((sum, word) => sum + (counts.get(word) ?? 1) - 1, 0))
    const best = shared.reduce((one, other) => Math.max(one, other), 0)
    const isAlone = shared.filter(count => count === best).length === 1
    return best >= 2 && isAlone && choices[shared.indexOf(best)] === key
      ? `The key, '${key}', has the most in common with the other choices.`
      : null
  },
)
