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
  ({ stem, media = [], ...own }, { bank }) => {
    const found = pointer.exec(stem)
    if (!found) return null
    const holdsIt =
      media.length > 0 ||
      'text' in own ||
      /\n\s*\n|\n>|[“"«][^“”"«»]{20}/.test(stem) ||
      words(stem).length > 60
    const isShown = /question/i.test(found[0])
      ? false
      : holdsIt || (/paragraph|article|text/i.test(found[0]) && (bank.sources ?? []).length > 0)
    return isShown ? null : { field: 'stem', message: `'${found[0]}' is not on the learner's screen.` }
  },
)

const pointer = new RegExp(
  String.raw`\b(?:${[
    'the (?:article|passage|text|figure|table|picture|diagram|graph|image|extract|excerpt|map|chart|poem) (?:above|below)',
    '(?:above|previous|preceding) (?:passage|text|question|paragraph|sentence|figure|table|picture|diagram|graph|extract|excerpt|poem)',
    '(?:in|from|of|based on) (?:the|this) (?:passage|extract|excerpt)',
    '(?:in|from) (?:the|this) (?:figure|diagram|graph|chart)(?! of)|based on (?:the|this) (?:text|article|figure|diagram|graph|chart|table|map|picture)(?! of)',
    '(?:in|from|see|use) (?:figure|fig\\.|table) \\d+|(?:use|using) the (?:diagram|graph|chart|table|map) to',
    '(?:according to|read|refer to|look at|shown in) (?:the|this) (?:passage|text|extract|excerpt|table|chart|graph|diagram|figure|picture|map)(?! of)',
    'the (?:passage|extract|excerpt) (?:says|states|shows|suggests|implies|claims|mentions|describes)',
    '(?:does|do|did) the (?:passage|text|extract|excerpt|table|chart|graph|diagram|figure|picture) (?:say|state|show|suggest|imply|claim|mention|describe|mean)',
    '(?:in|of) (?:paragraph|line)s? \\d+|paragraph \\d+|in the (?:first|second|third|fourth|last) paragraph(?! of)',
    'which of the above|(?:mentioned|described|shown|given|listed|stated) (?:above|below|earlier)',
  ].join('|')})\b`,
  'i',
)
