import type * as z from 'zod/mini'
import {
  type Data,
  defineInteraction,
  type Marking,
  type PresentedBounds,
  presentBounds,
} from '../../question/index.js'
import { rubricPoints } from './essay.rubric.js'
import type { essaySchema } from './essay.schema.js'
import { countWords } from './essay.words.js'

export { scoreRubric } from './essay.rubric.js'
export { countWords }
export type EssayQuestion = Data<z.infer<typeof essaySchema>>

export interface EssayPresentation {
  readonly type: 'essay'
  /** How many words are asked for, where the author says it. */
  readonly words: PresentedBounds
}

/** A text that a person scores, later. The rubric is the scorer's: it stays out of the presentation, as a key does. */
export const essay = defineInteraction<EssayQuestion, string, Marking, EssayPresentation>({
  type: 'essay',
  marking: { rule: 'rubric' },
  scoredLater: true,
  read({ words, language }, response) {
    if (response === null || response === undefined) return { status: 'unanswered', response: null }
    if (typeof response !== 'string') return { status: 'invalid', code: 'not-a-text' }
    if (response.trim() === '') return { status: 'unanswered', response }
    const { min = 0, max = Number.POSITIVE_INFINITY } = words ?? {}
    if (words) {
      const count = countWords(response, language, words.max === undefined ? min : max + 1)
      if (count < min) return { status: 'invalid', code: 'too-short' }
      if (count > max) return { status: 'invalid', code: 'too-long' }
    }
    return { status: 'answered', response, complete: true }
  },
  score: question => ({
    fraction: 0,
    lowest: 0,
    highest: 1,
    parts: [],
    trace: [],
    points: rubricPoints(question),
  }),
  solve: () => null,
  lists: () => [],
  present: ({ words }) => ({ type: 'essay', words: presentBounds(words) }),
  describe: (_, response) => response,
})
