import { priorsOf } from '../mastery/index.js'
import type { Question } from '../question/index.js'
import type { ItemParameters } from './irt.js'

/** What an author says of a question's parameters; what is left out is as in simpler models. */
type Stated = Partial<ItemParameters> & { readonly b: number }

/**
 * A question's parameters: those of the bank, where it was calibrated; else a prior. By that, the stated difficulty is
 * 1 logit below or above the middle, the chance of a guess is one in the number of choices, and a = 1.
 */
export function parametersOf(question: Question): ItemParameters {
  const { difficulty, guess } = priorsOf(question)
  const stated = question.irt as Stated | undefined
  return stated ? { a: 1, c: 0, d: 1, ...stated } : { a: 1, b: difficulty, c: guess, d: 1 }
}
