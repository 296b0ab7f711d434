import { createRandom } from '../draw/index.js'
import { ownValue } from '../question/index.js'
import { type ItemParameters, informationAt } from './irt.js'

/** A question that may be asked next. */
export interface Candidate {
  readonly id: string
  readonly objective: string | undefined
  readonly item: ItemParameters
}

/** How it is kept from asking the same few questions of everybody. */
export type Exposure =
  /** One of so many of the best, by chance (Kingsbury & Zara 1989). */
  | { readonly randomesque: number }
  /**
   * Each question that is best is asked with this probability, and else left for this attempt (Sympson & Hetter 1985);
   * 1 for those left out. How to come by the probabilities is up to a simulation of one's own learners.
   */
  | { readonly probabilities: { readonly [question: string]: number } }

export interface ChooseOptions {
  readonly ability: number
  /** Names the chance. */
  readonly seed: string | number
  readonly exposure?: Exposure | undefined
  /** Share of the questions that each objective should have: objective → share. */
  readonly content?: { readonly [objective: string]: number } | undefined
  /** Objectives of the questions asked so far. */
  readonly asked: readonly (string | undefined)[]
}

/** The question that tells most of a learner of this ability, within what content and exposure allow; null where none is left. */
export function chooseNext(candidates: readonly Candidate[], options: ChooseOptions): Candidate | null {
  const balanced = byContent(candidates, options)
  const { ability, seed, exposure, asked } = options
  if (exposure && 'randomesque' in exposure) {
    const few = best(balanced, ability, Math.max(1, exposure.randomesque))
    const random = createRandom(seed, 'randomesque', asked.length)
    return few[Math.floor(random() * few.length)] ?? null
  }
  if (!exposure) return best(balanced, ability, 1)[0] ?? null
  // A chance for each question of the attempt: what was left once is left again.
  const passes = ({ id }: Candidate) =>
    createRandom(seed, 'exposure', id)() < (ownValue(exposure.probabilities, id) ?? 1)
  return best(balanced.filter(passes), ability, 1)[0] ?? best(balanced, ability, 1)[0] ?? null
}

/** Those of the objective that lags most behind its share (Kingsbury & Zara 1989); all where no shares are stated. */
function byContent(
  candidates: readonly Candidate[],
  { content, asked }: ChooseOptions,
): readonly Candidate[] {
  if (!content) return candidates
  const open = new Set(candidates.map(({ objective }) => objective))
  const lags = Object.entries(content)
    .filter(([objective]) => open.has(objective))
    .map(([objective, share]) => {
      const had = asked.filter(one => one === objective).length
      return { objective, lag: share - had / Math.max(1, asked.length) }
    })
  const [first, ...others] = lags
  if (!first) return candidates
  const most = others.reduce((best, one) => (one.lag > best.lag ? one : best), first)
  return candidates.filter(({ objective }) => objective === most.objective)
}

/** So many that tell most, the best first. In one pass: a bank may be large. */
function best(candidates: readonly Candidate[], ability: number, count: number): readonly Candidate[] {
  const top: { readonly candidate: Candidate; readonly information: number }[] = []
  for (const candidate of candidates) {
    const information = informationAt(candidate.item, ability)
    if (top.length === count && information <= (top.at(-1)?.information ?? 0)) continue
    const place = top.findIndex(one => one.information < information)
    top.splice(place < 0 ? top.length : place, 0, { candidate, information })
    if (top.length > count) top.pop()
  }
  return top.map(({ candidate }) => candidate)
}
