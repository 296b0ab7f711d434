import type { XmlElement } from '@rgrove/parse-xml'
import { roundTo } from '../../marking/index.js'
import { childrenOf } from '../xml.js'
import { boundsOf, digitsOf, holdsAll, mapped, textsOf, UnknownRule } from './qti.comparisons.js'
import type { Declaration } from './qti.declarations.js'
import { numberOf } from './qti.declarations.js'
import { attributeOf, nameOf } from './qti.elements.js'
import { isSame, nothing, scalarOf, single, type Value } from './qti.values.js'

/** What an item declares, for its rules. */
export interface Declared {
  readonly responses: ReadonlyMap<string, Declaration>
  readonly outcomes: ReadonlyMap<string, Declaration>
}

/** Values while rules run. */
export interface Scope {
  readonly responses: ReadonlyMap<string, Value>
  readonly outcomes: Map<string, Value>
}

/** An expression made ready to run many times. */
export type Compute = (scope: Scope) => Value

interface Operator {
  readonly element: XmlElement
  readonly declared: Declared
  readonly inner: readonly Compute[]
}

/** Makes an expression ready. @throws UnknownRule where it, or something in it, is not understood. */
export function compile(element: XmlElement, declared: Declared): Compute {
  const name = nameOf(element)
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!operator) throw new UnknownRule(`<${element.name}>`)
  const hasText = name === 'baseValue'
  const inner = hasText ? [] : childrenOf(element).map(child => compile(child, declared))
  return operator({ element, declared, inner })
}

const truth = (value: boolean): Value => single('boolean', value)
const isTrue = ({ scalars: [first] }: Value) => first === true
const isNothing = ({ scalars }: Value) => scalars.length === 0
const number = (value: number): Value => (Number.isFinite(value) ? single('float', value) : nothing)

/** An operator that gives nothing as soon as something in it gives nothing. */
const strict =
  (run: (values: readonly Value[], operator: Operator) => Value) =>
  (operator: Operator): Compute =>
  scope => {
    const values = operator.inner.map(compute => compute(scope))
    return values.some(isNothing) ? nothing : run(values, operator)
  }

/** A sum of numbers, where what stands in a container counts each. */
const numeric = (run: (numbers: readonly number[], operator: Operator) => number) =>
  strict((values, operator) => {
    const scalars = values.flatMap(value => value.scalars)
    return scalars.every(scalar => typeof scalar === 'number') ? number(run(scalars, operator)) : nothing
  })

const comparing = (holds: (one: number, other: number) => boolean) =>
  strict(([one, other]) => truth(holds(Number(one?.scalars[0]), Number(other?.scalars[0]))))

const holder = (cardinality: 'multiple' | 'ordered') => (operator: Operator) => (scope: Scope) => {
  const values = operator.inner.map(compute => compute(scope))
  const type = values.find(value => !isNothing(value))?.type ?? 'any'
  return { cardinality, type, scalars: values.flatMap(({ scalars }) => scalars) }
}

/** The declaration that an operator names. */
function responseOf({ element, declared }: Operator): readonly [string, Declaration] {
  const identifier = attributeOf(element, 'identifier') ?? ''
  const declaration = declared.responses.get(identifier)
  if (!declaration) throw new UnknownRule(`<${element.name}> of '${identifier}'`)
  return [identifier, declaration]
}

/** Variables that every item has, of which nothing is known here. */
const builtIn = new Set(['completionStatus', 'numAttempts', 'duration'])

const operators: { readonly [name: string]: (operator: Operator) => Compute } = {
  baseValue({ element }) {
    const type = attributeOf(element, 'baseType') ?? 'identifier'
    const scalar = scalarOf(element.text.trim(), type)
    const value = scalar === null ? nothing : single(type, scalar)
    return () => value
  },
  null: () => () => nothing,
  variable({ element, declared }) {
    const identifier = attributeOf(element, 'identifier') ?? ''
    if (declared.responses.has(identifier)) return ({ responses }) => responses.get(identifier) ?? nothing
    if (declared.outcomes.has(identifier)) return ({ outcomes }) => outcomes.get(identifier) ?? nothing
    if (builtIn.has(identifier)) throw new UnknownRule(`<${element.name}> of '${identifier}'`)
    // What is left over of an interaction that was deleted is nothing.
    return () => nothing
  },
  correct({ element, declared }) {
    const { correct } = declared.responses.get(attributeOf(element, 'identifier') ?? '') ?? {
      correct: nothing,
    }
    return () => correct
  },
  default(operator) {
    const [, { fallback }] = responseOf(operator)
    return () => fallback
  },
  mapResponse(operator) {
    const [identifier, { mapping }] = responseOf(operator)
    if (!mapping) throw new UnknownRule(`a map of '${identifier}', which has none`)
    return ({ responses }) => number(mapped(mapping, responses.get(identifier) ?? nothing))
  },
  match: strict(([one = nothing, other = nothing]) => truth(isSame(one, other))),
  isNull:
    ({ inner: [compute] }) =>
    scope => {
      const { scalars } = compute?.(scope) ?? nothing
      return truth(scalars.length === 0 || (scalars.length === 1 && scalars[0] === ''))
    },
  not: strict(([value = nothing]) => truth(!isTrue(value))),
  and:
    ({ inner }) =>
    scope => {
      const values = inner.map(compute => compute(scope))
      if (values.some(value => !isNothing(value) && !isTrue(value))) return truth(false)
      return values.some(isNothing) ? nothing : truth(true)
    },
  or:
    ({ inner }) =>
    scope => {
      const values = inner.map(compute => compute(scope))
      if (values.some(isTrue)) return truth(true)
      return values.some(isNothing) ? nothing : truth(false)
    },
  anyN:
    ({ inner, element }) =>
    scope => {
      const values = inner.map(compute => compute(scope))
      const [least, most] = [numberOf(element, 'min') ?? 0, numberOf(element, 'max') ?? inner.length]
      const yes = values.filter(isTrue).length
      const open = values.filter(isNothing).length
      if (yes > most || yes + open < least) return truth(false)
      return yes >= least && yes + open <= most ? truth(true) : nothing
    },
  gt: comparing((one, other) => one > other),
  gte: comparing((one, other) => one >= other),
  lt: comparing((one, other) => one < other),
  lte: comparing((one, other) => one <= other),
  sum: numeric(numbers => numbers.reduce((sum, value) => sum + value, 0)),
  product: numeric(numbers => numbers.reduce((product, value) => product * value, 1)),
  subtract: numeric(([one = 0, other = 0]) => one - other),
  divide: numeric(([one = 0, other = 0]) => one / other),
  integerDivide: numeric(([one = 0, other = 0]) => Math.floor(one / other)),
  integerModulus: numeric(([one = 0, other = 0]) => one - other * Math.floor(one / other)),
  power: numeric(([one = 0, other = 0]) => one ** other),
  max: numeric(numbers => Math.max(...numbers)),
  min: numeric(numbers => Math.min(...numbers)),
  round: numeric(([value = 0]) => Math.floor(value + 0.5)),
  truncate: numeric(([value = 0]) => Math.trunc(value)),
  integerToFloat: numeric(([value = 0]) => value),
  multiple: holder('multiple'),
  ordered: holder('ordered'),
  containerSize:
    ({ inner: [compute] }) =>
    scope =>
      number((compute?.(scope) ?? nothing).scalars.length),
  index({ element, inner: [compute], declared }) {
    const [list] = childrenOf(element)
    const { cardinality } = declared.responses.get((list && attributeOf(list, 'identifier')) ?? '') ?? {}
    if (cardinality === 'multiple') throw new UnknownRule(`<${element.name}> of what has no order`)
    const place = Number(attributeOf(element, 'n'))
    if (!Number.isInteger(place)) throw new UnknownRule(`<${element.name}> at a place that a variable gives`)
    return scope => {
      const { type, scalars } = compute?.(scope) ?? nothing
      const scalar = scalars[place - 1]
      return scalar === undefined ? nothing : single(type, scalar)
    }
  },
  member: strict(([one, list]) => truth((list?.scalars ?? []).some(scalar => scalar === one?.scalars[0]))),
  contains: strict(([list, part]) => truth(holdsAll(list ?? nothing, part ?? nothing))),
  delete: strict(([one, list = nothing]) => ({
    ...list,
    scalars: list.scalars.filter(scalar => scalar !== one?.scalars[0]),
  })),
  stringMatch: strict(([one, other], { element }) => {
    const [given, right] = textsOf(element, one, other)
    return truth(attributeOf(element, 'substring') === 'true' ? given.includes(right) : given === right)
  }),
  substring: strict(([part, whole], { element }) => {
    const [inner, outer] = textsOf(element, part, whole)
    return truth(outer.includes(inner))
  }),
  equal: strict(([one, other], { element }) => {
    const [given, right] = [Number(one?.scalars[0]), Number(other?.scalars[0])]
    const { least, most, includesLeast, includesMost } = boundsOf(element, right)
    return truth(
      (includesLeast ? given >= least : given > least) && (includesMost ? given <= most : given < most),
    )
  }),
  equalRounded: strict(([one, other], { element }) => {
    const digits = digitsOf(element)
    const rounded = (value: Value | undefined) => roundTo(digits, Number(value?.scalars[0]))
    return truth(rounded(one) === rounded(other))
  }),
  roundTo: strict(([value], { element }) => number(roundTo(digitsOf(element), Number(value?.scalars[0])))),
}
