import type { XmlElement } from '@rgrove/parse-xml'
import { childrenOf } from '../xml.js'
import { mapped, UnknownRule } from './qti.comparisons.js'
import { declarationsOf, numberOf } from './qti.declarations.js'
import { allOf, attributeOf, firstOf, nameOf } from './qti.elements.js'
import { type Compute, compile, type Declared, type Scope } from './qti.expressions.js'
import { isNumeric, isSame, nothing, scalarOf, single, type Value } from './qti.values.js'

/** Responses by identifier; a missing one was not given. */
export type Given = ReadonlyMap<string, Value>
/** The outcomes that an item's rules come to, by identifier. */
export type Outcomes = ReadonlyMap<string, Value>

/** An item's rules made ready: what they make of responses. */
export interface Processing {
  readonly declared: Declared
  /** False where the item has no rules at all. */
  readonly hasRules: boolean
  run(given: Given): Outcomes
  /** What SCORE comes to; 0 where the rules give none. */
  score(given: Given): number
}

/** What a rule does; `exit` ends the processing. */
type Rule = (scope: Scope) => 'exit' | undefined

/**
 * Makes the response processing of an item ready to run, be it a standard template or written out.
 *
 * @throws UnknownRule naming what is not understood.
 */
export function processingOf(item: XmlElement): Processing {
  const declared = {
    responses: declarationsOf(item, 'responseDeclaration'),
    outcomes: declarationsOf(item, 'outcomeDeclaration'),
  }
  const processing = firstOf(item, 'responseProcessing')
  const own = processing ? childrenOf(processing) : []
  const template = processing && own.length === 0 ? templateOf(processing) : ''
  const rules =
    processing && template !== ''
      ? [templateRule(template, declared)]
      : own.map(rule => compileRule(rule, declared))
  const start = startOf(declared)
  // Each response is asked for again and again: for its score, for the best one, for the feedback.
  const known = new WeakMap<Given, Outcomes>()
  const run = (given: Given) => {
    const before = known.get(given)
    if (before) return before
    const outcomes = new Map(start)
    runAll(rules, { responses: given, outcomes })
    known.set(given, outcomes)
    return outcomes
  }
  return {
    declared,
    hasRules: rules.length > 0,
    run,
    score: given => Number(run(given).get('SCORE')?.scalars[0] ?? 0) || 0,
  }
}

function startOf({ outcomes }: Declared): Outcomes {
  return new Map(
    [...outcomes].map(([identifier, { cardinality, type, fallback }]) => {
      const isZero = cardinality === 'single' && isNumeric(type) && fallback.scalars.length === 0
      return [identifier, isZero ? single(type, 0) : fallback]
    }),
  )
}

function templateOf(processing: XmlElement): string {
  const address = attributeOf(processing, 'template') ?? attributeOf(processing, 'templateLocation') ?? ''
  return (
    address
      .trim()
      .split('/')
      .at(-1)
      ?.replace(/\.xml$/i, '') ?? ''
  )
}

/** The standard templates; each looks at RESPONSE and sets SCORE. */
function templateRule(name: string, { responses }: Declared): Rule {
  const declaration = responses.get('RESPONSE')
  const isMatch = /^(?:CC2_)?match(?:_correct)?(?:_(?:basic|single|multiple))?$/.test(name)
  if (!declaration || !(isMatch || /^(?:CC2_)?map_response$/.test(name)))
    throw new UnknownRule(`the template '${name}'`)
  const { correct, mapping } = declaration
  if (!isMatch && !mapping) throw new UnknownRule(`the template '${name}' without a map`)
  return ({ responses: given, outcomes }) => {
    const value = given.get('RESPONSE') ?? nothing
    const isAnswered = value.scalars.length > 0
    const right = isAnswered && correct.scalars.length > 0 && isSame(value, correct) ? 1 : 0
    const score = isMatch || !mapping ? right : isAnswered ? mapped(mapping, value) : 0
    outcomes.set('SCORE', single('float', score))
    return undefined
  }
}

function runAll(rules: readonly Rule[], scope: Scope): 'exit' | undefined {
  for (const rule of rules) if (rule(scope) === 'exit') return 'exit'
  return undefined
}

/** What responses and outcomes are beside their declarations: an item's rules may set these, and no score hangs on it. */
const builtIn = new Set(['completionStatus'])

function compileRule(element: XmlElement, declared: Declared): Rule {
  const name = nameOf(element)
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (!rule) throw new UnknownRule(`<${element.name}>`)
  return rule(element, declared)
}

const compileRules = (elements: readonly XmlElement[], declared: Declared) =>
  elements.map(element => compileRule(element, declared))

/** The expression that a rule has, which is its first child. */
function firstExpression(element: XmlElement, declared: Declared): Compute {
  const [expression] = childrenOf(element)
  if (!expression) throw new UnknownRule(`<${element.name}> with nothing in it`)
  return compile(expression, declared)
}

const rules: { readonly [name: string]: (element: XmlElement, declared: Declared) => Rule } = {
  responseCondition(element, declared) {
    const branches = childrenOf(element).map(branch => {
      const isElse = nameOf(branch) === 'responseElse'
      const condition = isElse ? null : firstExpression(branch, declared)
      return { condition, rules: compileRules(childrenOf(branch).slice(isElse ? 0 : 1), declared) }
    })
    return scope => {
      const branch = branches.find(({ condition }) => !condition || condition(scope).scalars[0] === true)
      return branch && runAll(branch.rules, scope)
    }
  },
  responseProcessingFragment(element, declared) {
    const inner = compileRules(childrenOf(element), declared)
    return scope => runAll(inner, scope)
  },
  exitResponse: () => () => 'exit',
  setOutcomeValue(element, declared) {
    const identifier = attributeOf(element, 'identifier') ?? ''
    const expression = firstExpression(element, declared)
    const declaration = declared.outcomes.get(identifier)
    if (!declaration && !builtIn.has(identifier))
      throw new UnknownRule(`<${element.name}> of '${identifier}', which is not declared`)
    return scope => {
      const { scalars } = expression(scope)
      if (declaration) scope.outcomes.set(identifier, { ...declaration, scalars })
      return undefined
    }
  },
  lookupOutcomeValue(element, declared) {
    const identifier = attributeOf(element, 'identifier') ?? ''
    const expression = firstExpression(element, declared)
    const declaration = declared.outcomes.get(identifier)
    if (!declaration?.table) throw new UnknownRule(`<${element.name}> of '${identifier}', which has no table`)
    const { table, type } = declaration
    return scope => {
      const [source] = expression(scope).scalars
      const found = source === undefined ? undefined : lookUp(table, Number(source))
      const scalar = found === undefined ? null : scalarOf(found, type)
      scope.outcomes.set(identifier, { ...declaration, scalars: scalar === null ? [] : [scalar] })
      return undefined
    }
  },
}

/** What a table gives for a number: by the very number, or by the first row that it reaches. */
function lookUp(table: XmlElement, source: number): string | undefined {
  const isExact = nameOf(table) === 'matchTable'
  const rows = allOf(table, isExact ? 'matchTableEntry' : 'interpolationTableEntry')
  const row = rows.find(entry => {
    const value = numberOf(entry, 'sourceValue') ?? Number.NaN
    if (isExact) return source === value
    return attributeOf(entry, 'includeBoundary') === 'false' ? source > value : source >= value
  })
  return attributeOf(row ?? table, row ? 'targetValue' : 'defaultValue')
}
