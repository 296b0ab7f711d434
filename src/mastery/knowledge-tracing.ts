import { type Evidence, isCorrect } from './evidence.js'
import type { Reckoning } from './level.js'

/** Bayesian knowledge tracing. Chances from 0 to 1; `guess` and `slip` together below 1, or a miss would speak for knowing. */
export interface KnowledgeTracing {
  readonly method: 'knowledge-tracing'
  /** That the objective is reached before the first question; 0.4 when left out. */
  readonly init?: number | undefined
  /** That it is reached from one question to the next; 0.1 when left out. */
  readonly learn?: number | undefined
  /** That a response is right though the objective is not reached; 0.25 when left out. */
  readonly guess?: number | undefined
  /** That a response is missed though it is; 0.1 when left out. */
  readonly slip?: number | undefined
  /** The chance from which it counts as mastered; 0.95 when left out, as Corbett and Anderson have it. */
  readonly mastered?: number | undefined
}

export type KnowledgeParameters = { readonly [Name in 'init' | 'learn' | 'guess' | 'slip']: number }

const usual: KnowledgeParameters = { init: 0.4, learn: 0.1, guess: 0.25, slip: 0.1 }

/** What one response says of the chance that an objective is reached. */
export interface TracedStep {
  /** Chance of a right response, before it was given. */
  readonly predicted: number
  /** Chance that it is reached, given the response. */
  readonly posterior: number
  /** The same, with what may be learnt on the way to the next question. */
  readonly next: number
}

/**
 * One step of Bayesian knowledge tracing (Corbett and Anderson 1995), with the standard four parameters.
 *
 * @param known chance that the objective is reached, before this response: `init` at first, then `next`.
 */
export function traceStep(
  known: number,
  correct: boolean,
  { learn, guess, slip }: Omit<KnowledgeParameters, 'init'> = usual,
): TracedStep {
  const predicted = known * (1 - slip) + (1 - known) * guess
  const [fromKnown, all] = correct ? [known * (1 - slip), predicted] : [known * slip, 1 - predicted]
  // A response that these parameters call impossible says nothing.
  const posterior = all > 0 ? fromKnown / all : known
  return { predicted, posterior, next: posterior + (1 - posterior) * learn }
}

export function reckonKnowledge(evidence: readonly Evidence[], settings: KnowledgeTracing): Reckoning {
  const { init = usual.init, learn = usual.learn, guess = usual.guess, slip = usual.slip } = settings
  let known = init
  for (const one of evidence) known = traceStep(known, isCorrect(one), { learn, guess, slip }).next
  const { mastered = 0.95 } = settings
  return { estimate: known, level: null, mastered: evidence.length > 0 && known >= mastered - 1e-9 }
}
