import type { BuiltInQuestion } from '../interactions/index.js'
import { words } from '../text/index.js'
import { blank } from './text.js'

/** The runs of text around the blanks of a question, first to last: one more than there are blanks. */
export interface Blanked {
  /** Field where the text stands. */
  readonly field: 'stem' | 'text'
  readonly runs: readonly string[]
}

/** A text that a learner fills in: a stem with `____`, or a cloze. Null where there is no blank. */
export function blankedIn(question: BuiltInQuestion): Blanked | null {
  if (question.type === 'cloze') return { field: 'text', runs: question.text.split(gap) }
  const runs = question.stem.split(blank)
  return runs.length > 1 ? { field: 'stem', runs } : null
}

/** True where the blanks stand in rows of their own, as in a table: each by its label. */
export function areListed({ runs }: Blanked): boolean {
  return runs.length > 2 && runs.slice(1, -1).every(run => run.includes('\n'))
}

/** How many words stand in a run. */
export const lengthInWords = (run: string | undefined) => words(run ?? '').length

const gap = /\{\{[A-Za-z0-9][\w.:-]*\}\}/
