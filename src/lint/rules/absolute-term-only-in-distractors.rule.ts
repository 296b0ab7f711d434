import { itemRule, pick } from '../rule.js'
import { isAboutChoices, isNumberOfChoice, listed } from '../text.js'
import { areCombinations } from './complex-k-type.rule.js'
import { areJudgements } from './true-false-options.rule.js'

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
  ({ choices, keys, distractors }) => {
    if (areCombinations(choices)) return null
    const has = (text: string) => absolute.test(text) && !isAboutChoices(text) && !isNumberOfChoice(text)
    const wrong = distractors.filter(has)
    if (wrong.length > 0 && !keys.some(has) && !areJudgements(choices))
      return `Absolute words are in wrong choices alone: ${listed(wrong)}.`
    return keys.length === 1 && keys.some(has) && wrong.length === 0 && distractors.length > 1
      ? `An absolute word is in the key alone: ${listed(keys)}.`
      : null
  },
)

/** Not what only sounds so: at all, above all, every four years, the only child. */
const absolute =
  /\b(?:always|never|must|none|absolutely|definitely|entirely|completely|totally|without exception|exclusively|invariably|impossible|no one|nobody|everyone|everybody)\b|(?<!-|\b(?:the|an?|not) )\bonly\b(?!-| (?:child|son|daughter))|(?<!\b(?:at|above|after|of|for|once and for) )\ball\b(?!-| (?:over|right|along|around|in all|night|day|week|year|morning|afternoon|summer|winter))|\bevery\b(?! (?:\d|other|few|two|three|four|five|six|ten|second|minute|hour|day|night|week|month|year|morning|evening|spring|summer|autumn|winter|time))/i
