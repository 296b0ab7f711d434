import { words } from '../../text/index.js'
import { pick, questionRule } from '../rule.js'

/** Words that stand in the way. */
export const windowDressing = questionRule(
  {
    id: 'window-dressing',
    severity: 'info',
    advice: 'Take out what is not needed to answer, and what all choices repeat.',
    from: 'Haladyna, Downing & Rodriguez (2002), guidelines 13 and 16',
    bad: [
      pick(
        'Where was it?',
        '*It was held in the city of Vilnius',
        'It was held in the city of Riga',
        'It was held in the city of Oslo',
      ),
    ],
    better: [pick('In which city was it held?', '*Vilnius', 'Riga', 'Oslo')],
  },
  (question, _, item) => {
    const count = words(
      question.stem
        .replace(setApart, ' ')
        .trim()
        .split(/\n\s*\n/)
        .at(-1) ?? '',
    ).length
    if (count > 60 && question.type !== 'essay')
      return { field: 'stem', message: `The stem has ${count} words.` }
    const lists = (item?.choices ?? []).map(words)
    const [first = []] = lists
    const shared = first.findIndex((word, index) => lists.some(list => list[index] !== word))
    return lists.length > 2 && shared >= 3 && !(shared === 3 && item?.choices.every(text => named.test(text)))
      ? { field: 'choices', message: `Every choice begins with '${first.slice(0, shared).join(' ')}'.` }
      : null
  },
)

/** What is quoted, or code. It is asked about, as are paragraphs before the last, and dresses nothing up. */
const setApart = /^>.*$|```[^`]*```/gm

/** A name that says what it is: `The Treaty of Rome`. */
const named = /^\P{L}*\p{L}+ \p{Lu}\p{L}+ (?:of|de|du|del|von) \p{Lu}/u
