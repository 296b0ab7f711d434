import { asId, type Note } from '../collect.js'
import { marksFor } from '../qti/qti.fit.js'
import { manyTries, subsetsOf } from '../qti/qti.spaces.js'
import { type Built, isTrue } from './qti12.built.js'
import { equalsIn, isAny, leavesOf, scoringOf, type Test, variableOf } from './qti12.conditions.js'
import type { Item } from './qti12.item.js'
import { rightByPlace } from './qti12.places.js'

/** What is given at each place, by its id. */
type Given = ReadonlyMap<string, readonly string[]>

/** A response as the item has it, and the same as a bank's question takes it. */
interface Sample {
  readonly given: Given
  readonly ours: unknown
}

/**
 * The first way to mark a question that gives each response the share of its points that the item's conditions give, and
 * those points; null where there is none. Shares may differ by what rounding leaves, as thirds do in hundredths.
 */
export function markedAlike(built: Built, item: Item): Built | null {
  const samples = samplesOf(built, item)
  // Their conditions are looked at to build them; but nothing may be given to all.
  if (!samples) return earnedBy(item)(new Map()) === 0 ? built : null
  const earned = held(samples.map(({ given }) => given).map(earnedBy(item)), item.bounds.most)
  const most = Math.max(...earned)
  if (most <= 0) return null
  const points = wholeOf(built)
  const tried = samples.map(({ ours }) => ({ given: new Map(), ours }))
  const isAlike = (question: Built) =>
    marksFor({ ...question, points }, tried).every(
      (mark, at) => Math.abs(mark.points / points - (earned[at] ?? 0) / most) < 0.01,
    )
  const shares = samples.flatMap(({ ours }, at) =>
    typeof ours === 'string' && earned[at] !== 0 ? [[ours, (earned[at] ?? 0) / most] as const] : [],
  )
  const other =
    built.type === 'single-choice'
      ? { rule: 'fractions', fractions: Object.fromEntries(shares) }
      : { rule: 'all-or-nothing' }
  const found = [built, { ...built, marking: other }].find(isAlike)
  return found ? { ...found, points: Number(most.toFixed(1)) } : null
}

const mostParts = 500

/** Why an item is not tried out: it would take longer than anyone waits. */
export function tooLarge({ responses, conditions }: Item): Note | null {
  const compared = conditions.reduce((sum, { test }) => sum + leavesOf(test).length, responses.length)
  const parts = responses.reduce((most, { labels }) => Math.max(most, labels.length), 0) + compared
  if (parts <= mostParts) return null
  const message = `It has ${parts} things to choose from, places and comparisons, too many to be tried out.`
  return { code: 'too-many', message }
}

/** Points below an upper bound; where they are hundredths, the bound is what these are hundredths of. */
function held(earned: readonly number[], bound = Number.POSITIVE_INFINITY): readonly number[] {
  const isShare = Math.abs(Math.max(...earned) - 100) < 0.1 && Number.isFinite(bound)
  return earned.map(points => (isShare ? (points * bound) / 100 : Math.min(bound, points)))
}

/** A map has points of its own; all else is a share of one. */
function wholeOf({ marking }: Built): number {
  const { map = {} } = (marking ?? {}) as { readonly map?: { readonly [id: string]: number } }
  return Object.values(map).reduce((sum, worth) => sum + Math.max(0, worth), 0) || 1
}

/** Responses that tell apart what the conditions can; null for kinds whose conditions are all looked at to build them. */
function samplesOf(built: Built, item: Item): readonly Sample[] | null {
  const { conditions, responses } = item
  const [place] = responses
  if (!place) return null
  const one = (values: readonly string[], ours: unknown): Sample => ({
    given: new Map([[place.id, values]]),
    ours,
  })
  const blank: Sample = { given: new Map(), ours: null }
  const ids = place.labels.map(({ id }) => id)
  const named = new Set(conditions.flatMap(({ test }) => valuesIn(test)))
  const [first] = scoringOf(conditions)
  const key = first ? equalsIn(first.condition.test).map(({ value }) => value) : []
  switch (built.type) {
    case 'single-choice':
      return [blank, ...ids.map(id => one([id], asId(id)))]
    case 'true-false':
      return [blank, ...place.labels.map(label => one([label.id], isTrue(label)))]
    case 'multiple-response': {
      // Of choices that no condition names, files say nothing though they mean them to be wrong.
      const sets = subsetsOf(
        ids.filter(id => named.has(id)),
        [key],
        manyTries,
      )
      return [blank, ...sets.flatMap(set => (set.length > 0 ? [one(set, set.map(asId))] : []))]
    }
    case 'short-answer': {
      const texts = [...named].flatMap(text => [text, text.toLowerCase(), text.toUpperCase(), `${text}x`])
      return [blank, ...texts.map(text => one([text], text))]
    }
    case 'numeric':
      return [blank, ...numbersNear(conditions).map(number => one([String(number)], number))]
    case 'matching':
    case 'cloze':
      return samplesOfPlaces(built, item)
    default:
      return null
  }
}

/** What is right at some of several places, and nothing at the others. */
function samplesOfPlaces({ prompts, gaps, key }: Built, item: Item): readonly Sample[] {
  const own = (prompts ?? gaps) as readonly { readonly id: string; readonly key?: unknown }[]
  const pairs = (key ?? {}) as { readonly [prompt: string]: string }
  const right = rightByPlace(item) ?? new Map()
  const places = item.responses
    .filter(({ labels }) => gaps !== undefined || labels.length > 0)
    .flatMap(({ id }, at) => {
      const { id: name = '', key: accepted } = own[at] ?? {}
      const ours = Array.isArray(accepted) ? accepted[0]?.text : (accepted ?? pairs[name])
      const value = right.get(id)?.[0]?.value
      return value === undefined ? [] : [[id, { value, name, ours }] as const]
    })
  const known = new Map(places)
  const ids = [...known.keys()]
  return subsetsOf(ids, [ids], manyTries).map(set => {
    const found = set.flatMap(id => known.get(id) ?? [])
    return {
      given: new Map(set.map((id, at) => [id, [found[at]?.value ?? '']])),
      ours: Object.fromEntries(found.map(({ name, ours }) => [name, ours])),
    }
  })
}

/**
 * What conditions come to: of each processing, the first that is met and sets points ends it, those that add go on. What
 * falls below nothing by adding is nothing, where the item has no bound of its own.
 */
function earnedBy({ conditions, responses, bounds }: Item): (given: Given) => number {
  const variable = variableOf(conditions)
  const rules = conditions.map(condition => ({
    ...condition,
    set: condition.sets.find(one => one.variable === variable),
  }))
  const isAdded = rules.every(({ set }) => !set || set.adds || set.value >= 0)
  const { start = 0, least = isAdded ? 0 : Number.NEGATIVE_INFINITY } = bounds
  const single = new Set(responses.flatMap(({ id, cardinality }) => (cardinality === 'single' ? [id] : [])))
  return given => {
    let points = start
    let [met, ended] = [-1, -1]
    for (const { set, ...rule } of rules) {
      const { test, block } = rule
      if (block === ended || (isAny(rule) && met === block) || !holds(test, given, single)) continue
      if (!isAny(rule)) met = block
      if (!set) continue
      points = set.adds ? points + set.value : set.value
      if (!(rule.continues ?? set.adds)) ended = block
    }
    return Math.max(least, points)
  }
}

/** Numbers that conditions name and what is near them; a bound that is left out there is told, and not tried. */
function numbersNear(conditions: Item['conditions']): readonly number[] {
  return conditions.flatMap(({ test }) =>
    leavesOf(test).flatMap(leaf => {
      const number = 'value' in leaf ? Number(leaf.value) : Number.NaN
      if (!Number.isFinite(number)) return []
      const step = Math.max(1, Math.abs(number)) / 1000
      const near = [number - step, number + step]
      return leaf.is === 'gt' || leaf.is === 'lt' ? near : [number, ...near]
    }),
  )
}

const valuesIn = (test: Test): readonly string[] =>
  leavesOf(test).flatMap(leaf => (leaf.is === 'equal' ? [leaf.value] : []))

/** @param single ids of the places that take one value. */
function holds(test: Test, given: Given, single: ReadonlySet<string>): boolean {
  if ('value' in test) {
    const values = given.get(test.response) ?? []
    const number = test.value === '' ? Number.NaN : Number(test.value)
    if (test.is === 'equal') {
      const plain = (text: string) => (test.cased ? text : text.toLowerCase())
      return values.some(value => plain(value) === plain(test.value) || Number(value) === number)
    }
    const compare = comparisons[test.is]
    return values.some(value => compare(Number(value), number))
  }
  if (!('tests' in test)) return test.is === 'any'
  const held = (one: Test) => holds(one, given, single)
  if (test.is === 'not') return !test.tests.some(held)
  return test.is === 'or' || areAlternatives(test.tests, single)
    ? test.tests.some(held)
    : test.tests.every(held)
}

const comparisons = {
  gte: (one: number, other: number) => one >= other,
  gt: (one: number, other: number) => one > other,
  lte: (one: number, other: number) => one <= other,
  lt: (one: number, other: number) => one < other,
}

/** Values of a place that takes one are listed, as Canvas does, where any of them is right. */
function areAlternatives(tests: readonly Test[], single: ReadonlySet<string>): boolean {
  const [first] = tests
  return (
    first?.is === 'equal' &&
    single.has(first.response) &&
    tests.every(test => test.is === 'equal' && test.response === first.response)
  )
}
