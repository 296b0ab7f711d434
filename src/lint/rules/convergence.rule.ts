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
    const shared = sets.map((own, index) =>
      sets.reduce(
        (sum, other, which) => sum + (which === index ? 0 : [...own].filter(word => other.has(word)).length),
        0,
      ),
    )
    const best = Math.max(...shared)
    const isAlone = shared.filter(count => count === best).length === 1
    return best >= 2 && isAlone && choices[shared.indexOf(best)] === key
      ? `The key, '${key}', has the most in common with the other choices.`
      : null
  },
)
