import { areListed, blankedIn, lengthInWords } from '../blanks.js'
import { clozeOf, questionRule } from '../rule.js'

/** Gaps without enough words between them. */
export const gapsTooNear = questionRule(
  {
    id: 'gaps-too-near',
    severity: 'warning',
    advice: 'A gap is filled from its surroundings. Leave some words between two: Taylor left four.',
    from: 'Taylor (1953) on cloze',
    bad: [clozeOf('The summit was held last in {{a}} {{b}} of that year.')],
    better: [clozeOf('The summit was held last in {{a}}, and it was chaired by {{b}}.')],
  },
  question => {
    const blanked = blankedIn(question)
    if (!blanked || areListed(blanked)) return null
    const between = blanked.runs.slice(1, -1).findIndex(run => lengthInWords(run) < 2)
    return between === -1
      ? null
      : { field: blanked.field, message: `Gaps ${between + 1} and ${between + 2} are too near together.` }
  },
)
