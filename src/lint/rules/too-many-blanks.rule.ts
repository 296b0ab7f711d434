import type { BuiltInQuestion } from '../../interactions/index.js'
import { words } from '../../text/index.js'
import { questionRule } from '../rule.js'

/** A text with more blanks than sense. */
export const tooManyBlanks = questionRule(
  {
    id: 'too-many-blanks',
    severity: 'warning',
    advice: 'Blank at most one word in six, or the text can’t be understood.',
    from: 'SAQUET item-writing flaws (2023)',
    bad: [cloze('Held {{a}}, then {{b}}, so {{c}}.')],
    better: [
      cloze(
        'It was held in the capital in {{a}}, then discussed at length {{b}}, and so on the last day {{c}} was left open.',
      ),
    ],
  },
  question => {
    if (question.type !== 'cloze') return null
    const left = words(question.text.replace(/\{\{[\w.:-]+\}\}/g, ' ')).length
    return question.gaps.length > 2 && left < question.gaps.length * 5
      ? { field: 'text', message: `${question.gaps.length} gaps stand in ${left} words.` }
      : null
  },
)

function cloze(text: string): BuiltInQuestion {
  const gaps = ['a', 'b', 'c'].map(id => ({ id, type: 'text' as const, key: [{ text: id }] }))
  return { id: 'example', type: 'cloze', stem: 'Fill the gaps.', text, gaps }
}
