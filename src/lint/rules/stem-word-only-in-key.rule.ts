import { words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'
import { contentWords, isAboutChoices, leadIn, listed } from '../text.js'

/** A word of the stem that only the key repeats. */
export const stemWordOnlyInKey = itemRule(
  {
    id: 'stem-word-only-in-key',
    severity: 'warning',
    english: true,
    advice: 'Learners match words, not meaning. Reword the key, or use the word in a wrong choice too.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 28b: clang associations; NBME (2020)',
    bad: [
      pick(
        'What does the carbon tax change?',
        '*The carbon price paid by firms',
        'The interest rate',
        'The school year',
      ),
    ],
    better: [
      pick(
        'What does the carbon tax change?',
        '*The price that firms pay',
        'The interest rate',
        'The school year',
      ),
    ],
  },
  ({ stem, keys, distractors }) => {
    const [key] = keys
    if (keys.length !== 1 || key === undefined || isAboutChoices(key)) return null
    const asked = contentWords((words(stem).length > 60 ? leadIn(stem) : stem).replace(sentence, ' '))
    const others = distractors.map(contentWords)
    const isNamed = (own: ReadonlySet<string>) => [...own].some(word => asked.has(word))
    if (others.filter(isNamed).length * 2 >= others.length) return null
    const shared = words(key).filter(word =>
      [...contentWords(word)].some(own => asked.has(own) && !others.some(other => other.has(own))),
    )
    return shared.length > 0 ? `Only the key has ${listed(shared)} in common with the stem.` : null
  },
)

/** A quotation of three words or more, of which the choices may be words. */
const sentence = /[“"«][^“”"«»\s]+ [^“”"«»\s]+ [^“”"«»]{0,500}[”"»]/g
