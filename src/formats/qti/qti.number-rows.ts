import type { XmlElement } from '@rgrove/parse-xml'
import type { AcceptedNumber } from '../../marking/index.js'
import type { Note } from '../collect.js'
import { childrenOf } from '../xml.js'
import { type Asked, blank, pointsField, sampleOf, unsupported } from './qti.asked.js'
import { boundsOf, digitsOf } from './qti.comparisons.js'
import { attributeOf, below, firstOf, nameOf } from './qti.elements.js'
import type { Plan, Score } from './qti.fit.js'
import type { Sample } from './qti.spaces.js'

/** A number that rules compare a response with, as a bank would accept it, and from where to where that is. */
interface Comparison {
  readonly accepted: AcceptedNumber
  readonly least: number
  readonly most: number
}

/** More numbers, and ends of ranges, are not tried out. */
const mostNumbers = 400

/** A number that is typed or set: what is accepted follows from trying all the numbers that the rules name, and those beside them. */
export function numberPlan(asked: Asked): Plan | Note {
  const comparisons = comparisonsIn(asked)
  const isWhole = asked.declaration.type === 'integer'
  const edges = [...new Set(comparisons.flatMap(({ least, most }) => [least, most]))]
    .filter(Number.isFinite)
    .sort((one, other) => one - other)
  if (edges.length > mostNumbers) return unsupported(`It names more than ${mostNumbers} numbers.`)
  const tried = isWhole ? wholesAround(edges) : numbersAround(edges)
  const samples = [blank, ...tried.map(value => sampleOf(asked, [value], String(value)))]
  return {
    fields: { type: 'numeric' },
    samples,
    candidates: score => numberKeys(comparisons, edges, samples, score),
  }
}

function wholesAround(edges: readonly number[]): readonly number[] {
  return [
    ...new Set(
      edges.flatMap(edge => [Math.floor(edge) - 1, Math.floor(edge), Math.ceil(edge), Math.ceil(edge) + 1]),
    ),
  ]
}

/** Each edge, right beside it, and half-way to the next. */
function numbersAround(edges: readonly number[]): readonly number[] {
  const beside = edges.flatMap(edge => {
    const step = Math.max(Math.abs(edge), 1e-3) * 1e-6
    return [edge - step, edge, edge + step]
  })
  const between = edges.map((edge, at) => (edge + (edges[at + 1] ?? edge + 2)) / 2)
  const [first = 0] = edges
  return [...new Set([first - 1, ...beside, ...between])]
}

/** Ways to accept numbers: just what the rules compare with, or ranges between the numbers that they name. */
function* numberKeys(
  comparisons: readonly Comparison[],
  edges: readonly number[],
  samples: readonly Sample[],
  score: Score,
) {
  const scored = samples.flatMap(({ given, ours }) =>
    ours === null ? [] : [{ value: Number(ours), worth: score(given) }],
  )
  const most = Math.max(0, ...scored.map(({ worth }) => worth))
  if (most <= 0) return
  const share = (worth: number) => (Math.abs(worth - most) < 1e-9 ? {} : { fraction: worth / most })
  const worthIn = (least: number, last: number) => {
    const worths = scored.filter(({ value }) => value >= least && value <= last).map(({ worth }) => worth)
    return worths.length > 0 ? Math.min(...worths) : 0
  }
  const entries = comparisons.flatMap(({ accepted, least, most: last }) => {
    const worth = worthIn(least, last)
    return worth > 0 ? [{ worth, least, last, entry: { ...accepted, ...share(worth) } }] : []
  })
  const sorted = [...entries].sort((one, other) => other.worth - one.worth)
  // What lies within one that is worth as much says nothing more.
  const distinct = sorted
    .filter((one, at) =>
      sorted.every((other, place) => {
        const isInside = one.least >= other.least && one.last <= other.last && other.worth >= one.worth
        const isSame = one.least === other.least && one.last === other.last && other.worth === one.worth
        return place === at || !isInside || (isSame && at < place)
      }),
    )
    .map(({ entry }) => entry)
  if (distinct.length > 0) yield { key: distinct, ...pointsField(most) }
  const widest = widestIn(edges, scored)
  if (widest) {
    const { worth, least, last } = widest
    yield { key: [{ min: least, max: last, ...share(worth) }], ...pointsField(most) }
  }
}

interface Range {
  readonly worth: number
  readonly least: number
  readonly last: number
}

/** The range between two edges in which what is worth least is worth most, and the widest of those; null where all are worth nothing. */
function widestIn(
  edges: readonly number[],
  scored: readonly { readonly value: number; readonly worth: number }[],
): Range | null {
  const rising = [...scored].sort((one, other) => one.value - other.value)
  let widest: Range | null = null
  let from = 0
  for (const [at, least] of edges.entries()) {
    while ((rising[from]?.value ?? least) < least) from += 1
    let worth = Number.POSITIVE_INFINITY
    let next = from
    for (const last of edges.slice(at)) {
      for (; next < rising.length; next++) {
        const { value, worth: own } = rising[next] as (typeof rising)[0]
        if (value > last) break
        worth = Math.min(worth, own)
      }
      if (next === from) continue
      // A wider one can't be worth more.
      if (worth <= 0) break
      const isBetter =
        widest === null ||
        worth > widest.worth ||
        (worth === widest.worth && last - least > widest.last - widest.least)
      if (isBetter) widest = { worth, least, last }
    }
  }
  return widest
}

/** All numbers that the item names, and how near a response has to come to them. */
function comparisonsIn({ declaration, rules, response }: Asked): readonly Comparison[] {
  const exactly = (value: number): Comparison => ({ accepted: { value }, least: value, most: value })
  const named = [
    ...declaration.correct.scalars,
    ...(declaration.mapping?.entries ?? []).map(({ key }) => key),
  ].map(Number)
  const near = rules
    ? below(rules, name => name === 'equal' || name === 'equalRounded').flatMap(element =>
        nearTo(element, named),
      )
    : []
  const within = rules ? below(rules, name => name === 'and').flatMap(one => rangeIn(one, response)) : []
  const compared = rules
    ? below(rules, name => name === 'baseValue')
        .filter(value => /^(?:float|integer)$/.test(attributeOf(value, 'baseType') ?? ''))
        .map(value => Number(value.text))
    : []
  return [...near, ...within, ...[...named, ...compared].filter(Number.isFinite).map(exactly)]
}

/** The range between two bounds, both of which are in it. */
function rangeIn(element: XmlElement, response: string): readonly Comparison[] {
  const inside = childrenOf(element)
  const bound = (name: string) => {
    const comparison = inside.find(child => nameOf(child) === name)
    const [given, value] = comparison ? childrenOf(comparison) : []
    const isOurs = given !== undefined && attributeOf(given, 'identifier') === response
    return isOurs && value && nameOf(value) === 'baseValue' ? Number(value.text) : Number.NaN
  }
  const [min, max] = [bound('gte'), bound('lte')]
  return inside.length === 2 && min <= max ? [{ accepted: { min, max }, least: min, most: max }] : []
}

function nearTo(element: XmlElement, correct: readonly number[]): readonly Comparison[] {
  const inside = childrenOf(element)
  const base = inside.find(child => nameOf(child) === 'baseValue')
  const value = base ? Number(base.text) : correct[0]
  if (value === undefined || !Number.isFinite(value) || firstOf(element, 'mapResponse')) return []
  if (nameOf(element) === 'equalRounded') return roundedTo(value, digitsOf(element))
  const { mode, below: less, above, least, most } = boundsOf(element, value)
  if (mode === 'exact') return []
  const accepted =
    less !== above
      ? { min: least, max: most }
      : mode === 'relative'
        ? { value, tolerance: less / 100, toleranceType: 'relative' as const }
        : { value, tolerance: less }
  return [{ accepted, least, most }]
}

function roundedTo(value: number, digits: ReturnType<typeof digitsOf>): readonly Comparison[] {
  const { decimals, significant = 1 } = digits
  const places = decimals ?? significant - 1 - Math.floor(Math.log10(Math.abs(value) || 1))
  const half = 10 ** -places / 2
  return [{ accepted: { value, rounded: digits }, least: value - half * 0.9, most: value + half * 0.9 }]
}
