import { curveAt, type ItemParameters, informationAt } from './irt.js'

/** A response to a question whose parameters are known. */
export interface ItemResponse {
  readonly item: ItemParameters
  /** Share of the points, from 0 to 1. */
  readonly share: number
}

/** A learner's ability in logits, and how far off it may be. */
export interface Ability {
  readonly ability: number
  /** Standard error; Infinity where nothing is known. */
  readonly error: number
}

/**
 * How ability is told from responses.
 * - `eap`, the default: the mean of what is likely, given the prior (expected a posteriori; Bock & Mislevy 1982).
 * - `ml`: where the responses are likeliest (maximum likelihood; Birnbaum 1968). All right or all wrong is at an end of
 *   the range; without any response it is the prior's mean.
 * - `map`: the likeliest, given the prior (maximum a posteriori; Samejima 1969).
 * - `wl`: maximum likelihood without its bias (weighted likelihood; Warm 1989).
 */
export type AbilityMethod = 'eap' | 'ml' | 'map' | 'wl'

export interface AbilityOptions {
  readonly method?: AbilityMethod
  /** What is known of learners beforehand: a normal distribution; mean 0 and deviation 1 when left out. */
  readonly prior?: { readonly mean: number; readonly deviation: number }
  /** Least and most ability; −6 and 6 when left out, as in mirt, and −4 and 4 for `ml` and `wl`, as in catR. */
  readonly range?: readonly [number, number]
  /** Points of the range at which `eap` looks; 121 when left out. */
  readonly points?: number
}

/**
 * The ability that responses tell of.
 *
 * ```ts
 * estimateAbility([{ item: { a: 1, b: 0, c: 0, d: 1 }, share: 1 }])
 * // → { ability: 0.36…, error: 0.91… }
 * ```
 */
export function estimateAbility(responses: readonly ItemResponse[], options: AbilityOptions = {}): Ability {
  const { method = 'eap', prior = { mean: 0, deviation: 1 }, range, points = 121 } = options
  const isByLikelihood = method === 'ml' || method === 'wl'
  if (isByLikelihood && responses.length === 0)
    return { ability: prior.mean, error: Number.POSITIVE_INFINITY }
  return estimators[method](responses, { prior, range, points })
}

interface Settings {
  readonly prior: { readonly mean: number; readonly deviation: number }
  readonly range: readonly [number, number] | undefined
  readonly points: number
}

type Estimator = (responses: readonly ItemResponse[], settings: Settings) => Ability

const wide = [-6, 6] as const
const narrow = [-4, 4] as const

const estimators: { readonly [Method in AbilityMethod]: Estimator } = {
  eap(responses, { prior, range = wide, points }) {
    const grid = gridOf(range, points)
    const logs = grid.map(
      ability => logLikelihood(responses, ability) - ((ability - prior.mean) / prior.deviation) ** 2 / 2,
    )
    // Less the largest, so that none of many responses is too small to be told from 0.
    const most = Math.max(...logs)
    const weights = logs.map(
      (log, index) => Math.exp(log - most) * (index === 0 || index === points - 1 ? 0.5 : 1),
    )
    const total = sum(weights)
    const ability = sum(weights.map((weight, index) => weight * (grid[index] ?? 0))) / total
    const variance = sum(weights.map((weight, index) => weight * ((grid[index] ?? 0) - ability) ** 2)) / total
    return { ability, error: Math.sqrt(variance) }
  },
  ml(responses, { range = narrow }) {
    const ability = highest(
      range,
      ability => logLikelihood(responses, ability),
      ability => pull(responses, ability),
    )
    return { ability, error: 1 / Math.sqrt(information(responses, ability)) }
  },
  map(responses, { prior: { mean, deviation }, range = wide }) {
    const ability = highest(
      range,
      ability => logLikelihood(responses, ability) - ((ability - mean) / deviation) ** 2 / 2,
      ability => pull(responses, ability) + (mean - ability) / deviation ** 2,
    )
    return { ability, error: 1 / Math.sqrt(information(responses, ability) + 1 / deviation ** 2) }
  },
  wl(responses, { range = narrow }) {
    const ability = highest(
      range,
      ability => logLikelihood(responses, ability),
      ability => {
        const told = information(responses, ability)
        return pull(responses, ability) + (told > 0 ? bias(responses, ability) / (2 * told) : 0)
      },
    )
    return { ability, error: 1 / Math.sqrt(information(responses, ability)) }
  },
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function gridOf([least, most]: readonly [number, number], points: number): readonly number[] {
  return Array.from({ length: points }, (_, index) => least + ((most - least) * index) / (points - 1))
}

function logLikelihood(responses: readonly ItemResponse[], ability: number): number {
  let total = 0
  for (const { item, share } of responses) {
    const { chance, miss } = curveAt(item, ability)
    total += share * Math.log(chance) + (1 - share) * Math.log(miss)
  }
  return total
}

/** The likelihood's slope: Σ P′ (x − P) / (P (1 − P)), which is Σ x P′ / P − (1 − x) P′ / (1 − P). */
function pull(responses: readonly ItemResponse[], ability: number): number {
  return sum(
    responses.map(({ item, share }) => {
      const { chance, miss, slope } = curveAt(item, ability)
      return share * (slope / chance) - (1 - share) * (slope / miss)
    }),
  )
}

/** Warm's J: Σ P′ P″ / (P (1 − P)). */
function bias(responses: readonly ItemResponse[], ability: number): number {
  return sum(
    responses.map(({ item }) => {
      const { chance, miss, slope, bend } = curveAt(item, ability)
      return (slope / chance) * (bend / miss)
    }),
  )
}

const information = (responses: readonly ItemResponse[], ability: number) =>
  sum(responses.map(({ item }) => informationAt(item, ability)))

/**
 * Where a curve is highest: where its slope turns from up to down, or at an end of the range. With guessing it can have
 * several tops, so the whole range is looked over.
 */
function highest(
  [least, most]: readonly [number, number],
  height: (ability: number) => number,
  slope: (ability: number) => number,
): number {
  const grid = gridOf([least, most], 161)
  const slopes = grid.map(slope)
  const tops = grid.flatMap((low, index) => {
    const high = grid[index + 1]
    const isTop = high !== undefined && (slopes[index] ?? 0) > 0 && (slopes[index + 1] ?? 0) <= 0
    return isTop ? [levelBetween(low, high, slope)] : []
  })
  const ends = [...((slopes[0] ?? 0) <= 0 ? [least] : []), ...((slopes.at(-1) ?? 0) > 0 ? [most] : [])]
  const [first = least, ...others] = [...tops, ...ends]
  return others.reduce((best, one) => (height(one) > height(best) ? one : best), first)
}

/** Where a slope that is above 0 at `low` comes to 0. */
function levelBetween(low: number, high: number, slope: (ability: number) => number): number {
  let [below, above] = [low, high]
  for (let halving = 0; halving < 60; halving++) {
    const middle = (below + above) / 2
    if (slope(middle) > 0) below = middle
    else above = middle
  }
  return (below + above) / 2
}
