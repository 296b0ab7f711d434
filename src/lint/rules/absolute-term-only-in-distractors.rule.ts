import { itemRule, pick } from '../rule.js'
import { isAboutChoices, listed } from '../text.js'

/** Absolute words that part the key from the rest. */
export const absoluteTermOnlyInDistractors = itemRule(
  {
    id: 'absolute-term-only-in-distractors',
    severity: 'warning',
    english: true,
    advice:
      'Little in life is always or never so, and learners know it. Take the word out, or give it to all.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 28a; NBME (2020)',
    bad: [
      pick(
        'What does it say about coffee?',
        'It always harms sleep',
        'It never harms sleep',
        '*It can delay sleep',
      ),
    ],
    better: [
      pick('What does it say about coffee?', 'It harms sleep', 'It deepens sleep', '*It delays sleep'),
    ],
  },
  ({ keys, distractors }) => {
    const has = (text: string) => absolute.test(text) && !isAboutChoices(text)
    const wrong = distractors.filter(has)
    if (wrong.length > 0 && wrong.length * 2 >= distractors.length && !keys.some(has))
      return `Absolute words are in wrong choices alone: ${listed(wrong)}.`
    return keys.length === 1 && keys.some(has) && wrong.length === 0 && distractors.length > 1
      ? `An absolute word is in the key alone: ${listed(keys)}.`
      : null
  },
)

const absolute =
  /\b(?:always|never|only|all|none|must|every|entirely|completely|impossible|no one|nobody|everyone|everybody)\b/i
