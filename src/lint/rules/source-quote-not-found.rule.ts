import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, questionRule } from '../rule.js'
import { fold } from '../text.js'
import { textsOf } from '../texts.js'

/** A quotation that the source lacks. */
export const sourceQuoteNotFound = questionRule(
  {
    id: 'source-quote-not-found',
    severity: 'error',
    needs: 'source',
    advice:
      'Words in double quotation marks are taken for the source’s own. Quote to the letter, or write it without marks.',
    from: 'practice of fact checkers',
    bad: {
      source: ['The summit was held in Paris on Monday.'],
      questions: [
        {
          ...pick('Where was it held?', '*Paris', 'Riga', 'Oslo'),
          solution: 'As the article has it: “The summit took place in Paris.”',
        } as BuiltInQuestion,
      ],
    },
    better: {
      source: ['The summit was held in Paris on Monday.'],
      questions: [
        {
          ...pick('Where was it held?', '*Paris', 'Riga', 'Oslo'),
          solution: 'As the article has it: “The summit was held in Paris.”',
        } as BuiltInQuestion,
      ],
    },
  },
  (question, { source }) => {
    if (!source) return null
    const text = ` ${source.map(fold).join(' ')} `
    for (const [field, words] of textsOf(question))
      for (const [, ...marked] of words.matchAll(quotation)) {
        const quoted = marked.find(inner => inner !== undefined) ?? ''
        const parts = quoted.split(leftOut).map(fold)
        if (!parts.every(part => part === '' || text.includes(` ${part} `)))
          return { field, message: `The source has no '${quoted}'.` }
      }
    return null
  },
)

/** In the marks of English, German and Polish, and French and Russian. */
const quotation = /[“"]([^“”"]{8,2000})[”"]|„([^“”"„]{8,2000})[“”"]|«([^«»]{8,2000})»/g

/** What a quotation says that it leaves out. */
const leftOut = /\[?(?:…|\.{3})\]?/
