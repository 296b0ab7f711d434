import { builtInBankSchema } from '../../bank/index.js'
import { type BuiltInQuestion, builtInInteractions } from '../../interactions/index.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import type { Given } from './qti.process.js'
import type { Sample } from './qti.spaces.js'

export type Score = (given: Given) => number

/** A question but for what hangs on its scoring, and the ways in which that may be said. */
export interface Plan {
  readonly fields: { readonly type: BuiltInQuestion['type']; readonly [field: string]: unknown }
  /** Responses in which all that the rules can tell apart is told apart. */
  readonly samples: readonly Sample[]
  /** Key, marking and points to try, the plainest first. */
  readonly candidates: (score: Score) => Iterable<object>
}

const registry = /* @__PURE__ */ createRegistry(builtInInteractions)

/**
 * The first way to mark a question that gives each response just the points that the item's rules give it; null where
 * there is none. So no question is taken over that is scored otherwise here than there, however its rules are written.
 */
export function scoredAlike({ fields, samples, candidates }: Plan, score: Score): object | null {
  const expected = samples.map(({ given }) => score(given))
  for (const candidate of candidates(score)) {
    const question = { id: 'one', stem: '…', ...fields, ...candidate } as unknown as BuiltInQuestion
    const kind = builtInBankSchema.kinds.get(question.type)
    if (!kind?.fits(question) || kind.check(question).length > 0) continue
    if (samples.every(({ ours }, at) => Math.abs(pointsFor(question, ours) - (expected[at] ?? 0)) < 1e-6))
      return { ...fields, ...candidate }
  }
  return null
}

/** What a response to a question of a bank earns. */
export function pointsFor(question: BuiltInQuestion, ours: unknown): number {
  return scoreWith(registry, question, ours).score.raw
}

/** What it comes to, and which entry of a key was accepted. */
export function markFor(question: BuiltInQuestion, ours: unknown) {
  const { outcome, parts } = scoreWith(registry, question, ours)
  return { outcome, accepted: parts[0]?.accepted }
}
