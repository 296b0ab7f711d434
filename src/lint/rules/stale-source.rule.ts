import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, questionRule } from '../rule.js'

const question = {
  ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
  source: { paragraphs: [1, 3] },
} as BuiltInQuestion

/** A question whose key is proved by a paragraph that reads otherwise now. */
export const staleSource = questionRule(
  {
    id: 'stale-source',
    severity: 'error',
    needs: 'changedParagraphs',
    advice:
      'A paragraph that proves the key has changed since its checksum was written down. Read it again, mend the question if need be, and write the new checksum down.',
    from: 'practice of fact checkers',
    bad: { changedParagraphs: [3], questions: [question] },
    better: { changedParagraphs: [], questions: [question] },
  },
  ({ source }, { changedParagraphs }) => {
    const changed = (source?.paragraphs ?? []).filter(number => changedParagraphs.includes(number))
    if (changed.length === 0) return null
    return {
      field: 'source.paragraphs',
      message: `Paragraph ${changed.join(', ')} is no longer what it was.`,
    }
  },
)
