import { words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'
import { contentWords } from '../text.js'
import { areCombinations } from './complex-k-type.rule.js'

/** Distractors that share a first or last word which the key lacks. */
export const oddOneOutKey = itemRule(
  {
    id: 'odd-one-out-key',
    severity: 'info',
    advice: 'A set that shares a word leaves one out. Break up the set, or give the key the word too.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 23',
    bad: [pick('Which vitamin is meant?', 'Vitamin A', 'Vitamin B', 'Vitamin C', '*Sunlight')],
    better: [pick('Which vitamin is meant?', 'Vitamin A', 'Vitamin B', 'Vitamin C', '*Vitamin D')],
  },
  ({ choices, keys, distractors }) => {
    if (areCombinations(choices)) return null
    const [key] = keys
    if (keys.length !== 1 || key === undefined || distractors.length < 2) return null
    for (const end of [0, -1] as const) {
      const shared = new Set(distractors.map(text => words(text).at(end)))
      const [word] = shared
      if (
        shared.size === 1 &&
        word !== undefined &&
        (contentWords(word).size > 0 || (end === -1 && word.length === 3)) &&
        !words(key).some(own => singular(own) === singular(word)) &&
        distractors.every(text => words(text).length > 1)
      )
        return `All wrong choices have the word '${word}', the key has not.`
    }
    return null
  },
)

/** `1 year` is no odd one beside `2 years`. */
const singular = (word: string) => word.replace(/s$/, '')
