import type { XmlElement } from '@rgrove/parse-xml'
import { childrenOf } from '../xml.js'
import type { Asked } from './qti.asked.js'
import { attributeOf, below, nameOf } from './qti.elements.js'
import type { Fit, Plan, Score } from './qti.fit.js'
import { combinationsOf, type Sample } from './qti.spaces.js'

/** So many responses to an interaction are tried with those to others; more where rules name them. */
const mostJoined = 40

/** A response to one of several interactions, and what it earns by itself. */
export interface Worth {
  readonly sample: Sample
  readonly points: number
}

/**
 * What is given to several interactions at once: near what is right, each sort of response with each other, what the
 * rules name together, and some by chance.
 *
 * @param worths responses to each of them that are none of nothing, the right one first.
 */
export function jointsTried(
  asked: readonly Asked[],
  worths: readonly (readonly Worth[])[],
): readonly (readonly (Worth | null)[])[] {
  // The same for all of an item.
  const { rules, tries } = asked[0] as Asked
  const sorts = worths.map(all =>
    [...new Map([...all].reverse().map(one => [one.points, one])).values()].reverse(),
  )
  const named = namedTogether(rules).flatMap(values => {
    const found = asked.map(({ response }, at) =>
      worths[at]?.find(({ sample }) => isValue(sample, response, values.get(response))),
    )
    return [found.map(one => one ?? null), found.map((one, at) => one ?? worths[at]?.[0] ?? null)]
  })
  const first = worths.map(all => all.slice(0, mostJoined))
  return [...combinationsOf(first, tries), ...combinationsOf(sorts, tries), ...named]
}

/** What came of one of several interactions. */
export interface Made {
  readonly plan: Plan
  readonly fit: Fit
  readonly asked: Asked
}

/** True where what is given to all interactions at once earns just what each of their questions gives, added up. */
export function addsUp(made: readonly Made[], score: Score): boolean {
  const worths = made.map(({ plan, fit }) =>
    plan.samples.map((sample, at) => ({ sample, points: fit.marks[at]?.points ?? 0 })),
  )
  const blanks = worths.map(all => all.find(({ sample }) => sample.given.size === 0)?.points ?? 0)
  const lists = worths.map(all =>
    all.filter(({ sample }) => sample.given.size > 0).sort((one, other) => other.points - one.points),
  )
  return jointsTried(
    made.map(({ asked }) => asked),
    lists,
  ).every(row => {
    const joint = new Map(row.flatMap(one => [...(one?.sample.given ?? [])]))
    const sum = row.reduce((total, one, at) => total + (one?.points ?? blanks[at] ?? 0), 0)
    return Math.abs(score(joint) - sum) < 1e-6
  })
}

/** True where a response is just these values, in whichever order. */
function isValue({ given }: Sample, response: string, values: readonly string[] | undefined): boolean {
  const { scalars = [] } = given.get(response) ?? {}
  return (
    scalars.length > 0 &&
    scalars.length === values?.length &&
    scalars.every(scalar =>
      values.some(value =>
        typeof scalar === 'number' ? scalar === Number(value) : String(scalar) === value,
      ),
    )
  )
}

/** What one condition asks of several responses: response → its values. */
function namedTogether(rules: XmlElement | undefined): readonly ReadonlyMap<string, readonly string[]>[] {
  const conditions = rules ? below(rules, name => name === 'and' || name === 'or') : []
  return conditions
    .map(condition => {
      const comparisons = below(condition, () => true).map(one => childrenOf(one))
      return new Map(
        comparisons.flatMap((inner): [string, readonly string[]][] => {
          const variable = inner.find(one => nameOf(one) === 'variable')
          const values = inner
            .flatMap(one => [one, ...childrenOf(one)])
            .filter(one => nameOf(one) === 'baseValue')
          const texts = values.map(({ text }) => text.trim())
          return variable && texts.length > 0 ? [[attributeOf(variable, 'identifier') ?? '', texts]] : []
        }),
      )
    })
    .filter(values => values.size > 1)
}
