import { areListed, blankedIn, lengthInWords } from '../blanks.js'
import { clozeOf, pick, questionRule } from '../rule.js'
import { isPersonal } from '../text.js'

/** A blank before the sentence has said what it is about. */
export const blankEarly = questionRule(
  {
    id: 'blank-early',
    severity: 'warning',
    advice: 'Readers have to hold a blank until they know what the sentence is about. Put it near the end.',
    from: 'SAQUET item-writing flaws (Moore et al. 2023), fill in the blank',
    bad: [pick('____ is the capital of Lithuania, where the summit was held.', '*Vilnius', 'Riga', 'Oslo')],
    better: [clozeOf('The summit was held in the capital of Lithuania, {{a}}, in July {{b}}.')],
  },
  (question, _, item) => {
    const blanked = blankedIn(question)
    if (!blanked || areListed(blanked)) return null
    const [first = ''] = blanked.runs
    if (blanked.field === 'text')
      return lengthInWords(first) === 0 ? { field: 'text', message: 'The text begins with a gap.' } : null
    if (item === null || isPersonal(question.stem) || areForms(item.choices)) return null
    const sentence = first.split(/[.!?]\s|\n/).at(-1)
    const rest = blanked.runs
      .slice(1)
      .join(' ')
      .split(/[.!?](?:\s|$)|\n/)[0]
    const before = lengthInWords(sentence)
    const all = before + lengthInWords(rest)
    return all > 5 && before < all / 3
      ? { field: 'stem', message: 'The blank stands in the first third of its sentence.' }
      : null
  },
)

/** Words of grammar, or forms of one word: `am, is, are`, `go, goes, gone`. */
function areForms(choices: readonly string[]): boolean {
  const areSmall = choices.every(text => /^\p{Ll}+(?: \p{Ll}+)?$/u.test(text))
  const [first = ''] = choices
  const isStem = first.length > 1 && choices.every(text => text.startsWith(first.slice(0, 2)))
  return areSmall && (isStem || choices.some(text => text.length < 3))
}
