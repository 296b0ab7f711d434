/** What a question does, by item response theory: the four-parameter logistic model (Barton & Lord 1981). */
export interface ItemParameters {
  /** Discrimination: how steeply the chance rises at `b`; above 0. */
  readonly a: number
  /** Difficulty in logits: where the chance is half way between `c` and `d`. */
  readonly b: number
  /** Chance of those who know nothing, from 0 to below `d`. */
  readonly c: number
  /** Chance of those who know everything, up to 1. */
  readonly d: number
}

/** The steps of the model at an ability: the chance of a right response and how it changes. */
export interface Curve {
  /** `P = c + (d − c) / (1 + e^(−a (θ − b)))` */
  readonly chance: number
  /** 1 − P, to its last digit also where P is next to 1. */
  readonly miss: number
  /** P′, by θ. */
  readonly slope: number
  /** P″ */
  readonly bend: number
}

/** So that no logarithm and no division meets 0. */
const least = Number.MIN_VALUE

/**
 * The curve of a question at an ability, with the scaling constant D = 1.
 *
 * 1PL has a = 1, c = 0, d = 1; 2PL c = 0, d = 1; 3PL d = 1.
 *
 * @param ability θ in logits.
 */
export function curveAt({ a, b, c, d }: ItemParameters, ability: number): Curve {
  const away = a * (ability - b)
  const small = Math.exp(-Math.abs(away))
  const near = 1 / (1 + small)
  const far = small / (1 + small)
  const rise = away < 0 ? far : near
  const rest = away < 0 ? near : far
  const slope = a * (d - c) * rise * rest
  return {
    chance: Math.max(least, c + (d - c) * rise),
    miss: Math.max(least, 1 - d + (d - c) * rest),
    slope,
    bend: a * slope * (rest - rise),
  }
}

/** Fisher's information of a question at an ability: `I = P′² / (P (1 − P))`, for all four parameters. */
export function informationAt(item: ItemParameters, ability: number): number {
  const { chance, miss, slope } = curveAt(item, ability)
  return (slope / chance) * (slope / miss)
}

/** What a set of questions tells at an ability. */
export interface TestInformation {
  /** Sum of the questions' information. */
  readonly information: number
  /** `1 / √I`, of an estimate by maximum likelihood. */
  readonly error: number
  /** How many are expected to be right. */
  readonly expected: number
  /** `1 − 1 / I`, for abilities whose variance is 1; negative where the set tells too little. */
  readonly reliability: number
}

/**
 * What a set of questions tells at an ability: the sums of their information and of their chances (Birnbaum 1968).
 *
 * @param ability θ in logits.
 */
export function testInformationAt(items: readonly ItemParameters[], ability: number): TestInformation {
  const information = items.reduce((sum, item) => sum + informationAt(item, ability), 0)
  const expected = items.reduce((sum, item) => sum + curveAt(item, ability).chance, 0)
  return { information, error: 1 / Math.sqrt(information), expected, reliability: 1 - 1 / information }
}
