import { words } from '../../text/index.js'
import { pick, questionRule } from '../rule.js'

/** A stem that points to a text which nobody sees. */
export const needsPassage = questionRule(
  {
    id: 'needs-passage',
    severity: 'warning',
    english: true,
    advice: 'Questions are drawn one by one. Quote what is needed, or name the source of the bank.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 9',
    bad: [pick('Who is meant in the passage above?', '*Burns', 'Duda', 'Scholz')],
    better: [pick('Who is meant by the ambassador of 2008?', '*Burns', 'Duda', 'Scholz')],
  },
  ({ stem, media = [] }, { bank }) => {
    const found = pointer.exec(stem)
    if (!found) return null
    const holdsIt = media.length > 0 || stem.split(/\n\s*\n|\n>/).length > 1 || words(stem).length > 60
    const isShown = /question/i.test(found[0])
      ? false
      : holdsIt || (/paragraph \d|article/i.test(found[0]) && (bank.sources ?? []).length > 0)
    return isShown ? null : { field: 'stem', message: `'${found[0]}' is not on the learner's screen.` }
  },
)

const pointer =
  /\b(?:the (?:passage|text|figure|table|picture|diagram|graph|image|extract|excerpt|map|chart|poem) (?:above|below)|(?:above|previous|preceding) (?:passage|text|question|paragraph|sentence|figure|table|picture|diagram|graph|extract|excerpt|poem)|(?:in|from|according to|of) (?:the|this) (?:passage|extract|excerpt)|(?:in|of) (?:paragraph|line)s? \d+|paragraph \d+|(?:mentioned|described|shown|given|listed|stated) (?:above|below|earlier))\b/i
