import type { XmlElement } from '@rgrove/parse-xml'
import { childOf, childrenOf } from '../xml.js'

/** Something that a response must meet. */
export type Test =
  | { readonly is: 'equal'; readonly response: string; readonly value: string; readonly cased: boolean }
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
}

const groups: { readonly [element: string]: 'and' | 'or' | 'not' } = { and: 'and', or: 'or', not: 'not' }
const bounds: { readonly [element: string]: 'gte' | 'gt' | 'lte' | 'lt' } = {
  vargte: 'gte',
  vargt: 'gt',
  varlte: 'lte',
  varlt: 'lt',
}

export function conditionsOf(item: XmlElement): readonly Condition[] {
  return childrenOf(item, 'resprocessing')
    .flatMap(processing => childrenOf(processing, 'respcondition'))
    .map(condition => ({
      test: {
        is: 'and' as const,
        tests: (childOf(condition, 'conditionvar')?.children ?? []).flatMap(child =>
          'name' in child ? [testOf(child as XmlElement)] : [],
        ),
      },
      sets: childrenOf(condition, 'setvar').map(setOf),
      shows: childrenOf(condition, 'displayfeedback').map(({ attributes: { linkrefid = '' } }) => linkrefid),
    }))
}

function setOf({ attributes, text }: XmlElement): Condition['sets'][number] {
  const { varname, variablename = varname ?? 'SCORE', action = 'Set' } = attributes
  const said = text.trim()
  // Blackboard's name for all that can be had.
  const value = /\.max$/i.test(said) ? 1 : Number(said)
  const sign = /^subtract$/i.test(action) ? -1 : 1
  return {
    variable: variablename,
    adds: !/^set$/i.test(action),
    value: Number.isFinite(value) ? sign * value : 0,
    isKnown: /^(?:set|add|subtract)$/i.test(action),
  }
}

function testOf(element: XmlElement): Test {
  const { name, attributes, text } = element
  const response = attributes.respident ?? ''
  const group = Object.hasOwn(groups, name) ? groups[name] : undefined
  if (group) return { is: group, tests: childrenOf(element).map(testOf) }
  const bound = Object.hasOwn(bounds, name) ? bounds[name] : undefined
  if (bound) return { is: bound, response, value: text.trim() }
  if (name === 'varequal')
    return { is: 'equal', response, value: text.trim(), cased: /^yes$/i.test(attributes.case ?? '') }
  return name === 'other' ? { is: 'any' } : { is: 'unknown', name }
}

export type Equal = Extract<Test, { readonly is: 'equal' }>

/** All that a response is to be equal to, and not what it must differ from. */
export function equalsIn(test: Test): readonly Equal[] {
  if (test.is === 'equal') return [test]
  return test.is === 'and' || test.is === 'or' ? test.tests.flatMap(equalsIn) : []
}

/** True where every test in it, at any depth, is of one of these. */
export function isMadeOf(test: Test, parts: readonly Test['is'][]): boolean {
  return parts.includes(test.is) && (!('tests' in test) || test.tests.every(one => isMadeOf(one, parts)))
}

/** Conditions that give points, with how much. */
export function scoringOf(
  conditions: readonly Condition[],
): readonly { readonly condition: Condition; readonly worth: number; readonly adds: boolean }[] {
  const variable = conditions.flatMap(({ sets }) => sets).find(({ value }) => value !== 0)?.variable
  return conditions.flatMap(condition => {
    const set = condition.sets.find(one => one.variable === variable && one.value !== 0)
    return set ? [{ condition, worth: set.value, adds: set.adds }] : []
  })
}
