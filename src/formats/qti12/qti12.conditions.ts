import type { XmlElement } from '@rgrove/parse-xml'
import { childOf, childrenOf } from '../xml.js'

/** Something that a response must meet. */
export type Test =
  | {
      readonly is: 'equal'
      readonly response: string
      readonly value: string
      readonly cased: boolean
      /** The place in an order, from 1; undefined where none is said. */
      readonly index?: number
    }
  | { readonly is: 'gte' | 'gt' | 'lte' | 'lt'; readonly response: string; readonly value: string }
  | { readonly is: 'and' | 'or' | 'not'; readonly tests: readonly Test[] }
  | { readonly is: 'any' }
  | { readonly is: 'unknown'; readonly name: string }

/** A rule of an item: where its test is met, points are set or added, and feedback is shown. */
export interface Condition {
  readonly test: Test
  readonly sets: readonly {
    readonly variable: string
    readonly adds: boolean
    readonly value: number
    /** False where it multiplies or divides, which no marking does. */
    readonly isKnown: boolean
  }[]
  readonly shows: readonly string[]
  /** True where it is about one choice in the way of Blackboard. */
  readonly ofChoice: boolean
  /** Whether those below are looked at where it is met; undefined where the file doesn't say. */
  readonly continues?: boolean
  /** Number of the processing that it stands in; each is run, wherever the one before it ended. */
  readonly block: number
}

const groups: { readonly [element: string]: 'and' | 'or' | 'not' } = { and: 'and', or: 'or', not: 'not' }
const bounds: { readonly [element: string]: 'gte' | 'gt' | 'lte' | 'lt' } = {
  vargte: 'gte',
  vargt: 'gt',
  varlte: 'lte',
  varlt: 'lt',
}

/**
 * The conditions of an item.
 *
 * @param places of each thing that can be picked, and each label of a field, the place where it is.
 * @param full what all that can be had is beside other numbers; the most of them when left out.
 */
export function conditionsOf(
  item: XmlElement,
  places: ReadonlyMap<string, string>,
  full?: number,
): readonly Condition[] {
  const conditions = childrenOf(item, 'resprocessing').flatMap((processing, block) =>
    childrenOf(processing, 'respcondition').map(condition => ({ condition, block })),
  )
  const numbers = conditions
    .flatMap(({ condition }) => childrenOf(condition, 'setvar'))
    .map(({ text }) => Number(text))
  const most = full ?? (numbers.reduce((best, number) => Math.max(best, number || 0), 0) || 1)
  return conditions.map(({ condition, block }) => ({
    block,
    test: asMargin(testsIn(condition).map(child => testOf(child, places))),
    ofChoice: testsIn(condition).some(
      ({ name, text, attributes: { respident = '' } }) =>
        name === 'varequal' && text.trim() === '' && places.has(respident),
    ),
    sets: childrenOf(condition, 'setvar').map(set => setOf(set, most)),
    shows: childrenOf(condition, 'displayfeedback').map(({ attributes: { linkrefid = '' } }) => linkrefid),
    ...(condition.attributes.continue && { continues: /^yes$/i.test(condition.attributes.continue) }),
  }))
}

const testsIn = (condition: XmlElement): readonly XmlElement[] => {
  const tests = childOf(condition, 'conditionvar')
  return tests ? childrenOf(tests) : []
}

/** Blackboard and Respondus write a margin as the value and both its bounds, of which the value would leave nothing. */
function asMargin(tests: readonly Test[]): Test {
  const [least, most, equal] = (['gte', 'lte', 'equal'] as const).map(is =>
    tests.find(test => test.is === is),
  )
  if (tests.length !== 3 || !least || !most || !equal) return { is: 'and', tests }
  return { is: 'or', tests: [equal, { is: 'and', tests: [least, most] }] }
}

function setOf({ attributes, text }: XmlElement, most: number): Condition['sets'][number] {
  const { varname, variablename = varname ?? 'SCORE', action = 'Set' } = attributes
  const said = text.trim()
  // Blackboard's name for all that can be had.
  const value = /\.max$/i.test(said) ? most : Number(said)
  const sign = /^subtract$/i.test(action) ? -1 : 1
  return {
    variable: variablename,
    adds: !/^set$/i.test(action),
    value: Number.isFinite(value) ? sign * value : 0,
    isKnown: /^(?:set|add|subtract)$/i.test(action),
  }
}

function testOf(element: XmlElement, places: ReadonlyMap<string, string>): Test {
  const { name, attributes, text } = element
  const said = attributes.respident ?? ''
  // Brightspace names the label of a field in the place of the field.
  const response = text.trim() === '' ? said : (places.get(said) ?? said)
  const group = Object.hasOwn(groups, name) ? groups[name] : undefined
  if (group) return { is: group, tests: childrenOf(element).map(child => testOf(child, places)) }
  const bound = Object.hasOwn(bounds, name) ? bounds[name] : undefined
  if (bound) return { is: bound, response, value: text.trim() }
  if (name === 'varequal') {
    // Blackboard names what is picked in the place of where it is picked.
    const place = text.trim() === '' ? places.get(response) : undefined
    return {
      is: 'equal',
      response: place ?? response,
      value: place === undefined ? text.trim() : response,
      cased: /^yes$/i.test(attributes.case ?? ''),
      ...(Number(attributes.index) > 0 && { index: Number(attributes.index) }),
    }
  }
  return name === 'other' ? { is: 'any' } : { is: 'unknown', name }
}

/** True for what stands for all that no other condition is about. */
export const isAny = ({ test }: Condition) => 'tests' in test && test.tests.some(one => one.is === 'any')

/** What a test compares and names, but for how it is put together. */
export const leavesOf = (test: Test): readonly Test[] =>
  'tests' in test ? test.tests.flatMap(leavesOf) : [test]

export type Equal = Extract<Test, { readonly is: 'equal' }>

/** All that a response is to be equal to, and not what it must differ from. */
export function equalsIn(test: Test): readonly Equal[] {
  if (test.is === 'equal') return [test]
  return test.is === 'and' || test.is === 'or' ? test.tests.flatMap(equalsIn) : []
}

/** Those of an order by their places, where these are said. */
export const inOrder = (equals: readonly Equal[]): readonly Equal[] =>
  [...equals].sort((one, other) => (one.index ?? 0) - (other.index ?? 0))

/** True where every test in it, at any depth, is of one of these. */
export function isMadeOf(test: Test, parts: readonly Test['is'][]): boolean {
  return parts.includes(test.is) && (!('tests' in test) || test.tests.every(one => isMadeOf(one, parts)))
}

/** The variable that points are counted in: the standard one, wherever it is set. */
export function variableOf(conditions: readonly Condition[]): string | undefined {
  const counted = conditions.flatMap(({ sets }) => sets).filter(({ value }) => value !== 0)
  return (counted.find(({ variable }) => variable === 'SCORE') ?? counted[0])?.variable
}

/** Conditions that give points, with how much. */
export function scoringOf(
  conditions: readonly Condition[],
): readonly { readonly condition: Condition; readonly worth: number; readonly adds: boolean }[] {
  const variable = variableOf(conditions)
  return conditions.flatMap(condition => {
    const set = condition.sets.find(one => one.variable === variable && one.value !== 0)
    return set ? [{ condition, worth: set.value, adds: set.adds }] : []
  })
}
