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
  ({ stem }, { bank }) => {
    const found =
      /\b(?:the (?:passage|text|figure|table|picture) (?:above|below)|(?:above|previous|preceding) (?:passage|text|question|paragraph|sentence)|in the passage|paragraph \d+)\b/i.exec(
        stem,
      )
    const isShown = /^paragraph/i.test(found?.[0] ?? '') && (bank.sources ?? []).length > 0
    return found && !isShown
      ? { field: 'stem', message: `'${found[0]}' is not on the learner's screen.` }
      : null
  },
)
