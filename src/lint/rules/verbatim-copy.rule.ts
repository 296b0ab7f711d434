import { words } from '../../text/index.js'
import { pick, questionRule } from '../rule.js'
import { lengthOf, ownWords } from '../text.js'
import { textsOf } from '../texts.js'

/** A run of the source's own words outside quotation marks, or a choice as long as only what is pasted is. */
export const verbatimCopy = questionRule(
  {
    id: 'verbatim-copy',
    severity: 'info',
    compares: 'source',
    advice: 'Copied sentences test memory of their sound, and belong to somebody. Say it in your own words.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 3',
    bad: {
      source: ['The council met on Monday in the old hall by the river to vote on the new tax.'],
      questions: [
        pick(
          'What happened when the council met on Monday in the old hall by the river to vote on the new tax?',
          '*A storm',
          'A vote',
          'A fire',
        ),
      ],
    },
    better: {
      source: ['The council met on Monday in the old hall by the river to vote on the new tax.'],
      questions: [pick('What kept the council from its vote?', '*A storm', 'A strike', 'A fire')],
    },
  },
  (question, { source }, item) => {
    const runs = source && runsOf(source)
    for (const [field, text] of runs ? textsOf(question) : []) {
      const own = words(ownWords(text))
      for (let at = 0; at + length <= own.length; at++) {
        const run = own.slice(at, at + length).join(' ')
        if (runs?.has(run)) return { field, message: `${length} words in a row are the source's: '${run}'.` }
      }
    }
    const long = item?.choices.findIndex(text => text.length > LONGEST && lengthOf(text) > LONGEST) ?? -1
    return long === -1
      ? null
      : {
          field: `choices.${long}.text`,
          message: `A choice of more than ${LONGEST} characters reads as copied.`,
        }
  },
)

/** Characters of a choice that somebody has put in words of their own. */
const LONGEST = 120
const length = 12
const known = new WeakMap<readonly string[], ReadonlySet<string>>()

/** Every run of so many words, made once for a source. */
function runsOf(source: readonly string[]): ReadonlySet<string> {
  const made = known.get(source)
  if (made) return made
  const runs = new Set<string>()
  for (const paragraph of source) {
    const all = words(paragraph)
    for (let at = 0; at + length <= all.length; at++) runs.add(all.slice(at, at + length).join(' '))
  }
  known.set(source, runs)
  return runs
}
