import { builtInBankSchema } from '../../bank/index.js'
import { type BuiltInQuestion, builtInInteractions } from '../../interactions/index.js'
import { scoreWith } from '../../marking/index.js'
import { createRegistry } from '../../question/index.js'
import { spokenIn } from './qti.language.js'
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

/** What a question makes of a response: its points, what it comes to, and which entry of a key was accepted. */
export interface Mark {
  readonly points: number
  readonly outcome: string
  readonly accepted: number | undefined
}

/** A question's fields, and what it makes of each of its plan's samples. */
export interface Fit {
  readonly fields: object
  readonly marks: readonly Mark[]
}

const registry = /* @__PURE__ */ createRegistry(builtInInteractions)

/**
 * The first way to mark a question that gives each response just the points that the item's rules give it; null where
 * there is none. So no question is taken over that is scored otherwise here than there, however its rules are written.
 */
export function scoredAlike(
  { fields, samples, candidates }: Plan,
  score: Score,
  language?: string,
): Fit | null {
  const expected = samples.map(({ given }) => score(given))
  for (const candidate of candidates(score)) {
    const own = spokenIn(language, { ...fields, ...candidate })
    const question = asQuestion(own)
    const kind = builtInBankSchema.kinds.get(question.type)
    if (!kind?.fits(question) || kind.check(question).length > 0) continue
    const marks: Mark[] = []
    const isAlike = samples.every(({ ours }, at) => {
      const mark = markFor(question, ours)
      marks.push(mark)
      return Math.abs(mark.points - (expected[at] ?? 0)) < 1e-6
    })
    if (isAlike) return { fields: own, marks }
  }
  return null
}

/** Fields that hang on scoring as a question that can be scored. */
const asQuestion = (fields: object) => ({ id: 'one', stem: '…', ...fields }) as unknown as BuiltInQuestion

/** What fields make of responses. */
export function marksFor(fields: object, samples: readonly Sample[]): readonly Mark[] {
  const question = asQuestion(fields)
  return samples.map(({ ours }) => markFor(question, ours))
}

function markFor(question: BuiltInQuestion, ours: unknown): Mark {
  const { outcome, parts, score } = scoreWith(registry, question, ours)
  return { points: score.raw, outcome, accepted: parts[0]?.accepted }
}
