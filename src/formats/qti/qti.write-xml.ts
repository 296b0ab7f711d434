import { escapeHtml } from '../html.entities.js'

/** An element with its attributes; what stands in it is XML already. */
export function tag(
  name: string,
  attributes: { readonly [name: string]: string | number | undefined } = {},
  ...inside: readonly string[]
): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeHtml(String(value))}"`],
  )
  const content = inside.join('')
  return content === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${content}</${name}>`
}

/** An id as QTI has it: it starts with a letter or an underscore, and has no colons. `a:b` and `a_b` stay apart. */
export const qtiId = (id: string): string => (/^[A-Za-z]/.test(id) ? id : `_${id}`).replaceAll(':', '_3A_')

const type = (value: string | number) => (typeof value === 'number' ? 'float' : 'identifier')
export const base = (value: string | number, baseType = type(value)): string =>
  tag('qti-base-value', { 'base-type': baseType }, escapeHtml(String(value)))
export const variable = (identifier: string): string => tag('qti-variable', { identifier })
export const correct = (identifier: string): string => tag('qti-correct', { identifier })
export const mapped = (identifier: string): string => tag('qti-map-response', { identifier })
export const isNull = (identifier: string): string => tag('qti-is-null', {}, variable(identifier))
export const matches = (one: string, other: string): string => tag('qti-match', {}, one, other)
export const setOutcome = (identifier: string, value: string): string =>
  tag('qti-set-outcome-value', { identifier }, value)
export const setScore = (value: string): string => setOutcome('SCORE', value)
export const addScore = (points: number): string =>
  setScore(tag('qti-sum', {}, variable('SCORE'), base(points)))
export const atLeastNothing = (value: string): string => tag('qti-max', {}, base(0), value)

/** Rules of which the first whose condition holds are run; the last may have none. */
export function choose(...branches: readonly (readonly [condition: string | null, rules: string])[]): string {
  return tag(
    'qti-response-condition',
    {},
    ...branches.map(([condition, rules], at) =>
      condition === null
        ? tag('qti-response-else', {}, rules)
        : tag(at === 0 ? 'qti-response-if' : 'qti-response-else-if', {}, condition, rules),
    ),
  )
}

/** Rules that are run where something was given. */
export const whereGiven = (response: string, rules: string): string =>
  choose([tag('qti-not', {}, isNull(response)), rules])

/** What each value of a response is worth. */
export interface WrittenMap {
  readonly entries: readonly (readonly [value: string, points: number])[]
  readonly default?: number | undefined
  readonly lower?: number | undefined
  readonly upper?: number | undefined
}

export interface Declaring {
  readonly id: string
  readonly cardinality: 'single' | 'multiple' | 'ordered'
  readonly type: 'identifier' | 'string' | 'float' | 'directedPair'
  readonly correct: readonly (string | number)[]
  readonly map?: WrittenMap | undefined
}

/** A map has an entry at least: one that says the same as its default. */
function entriesOf(map: WrittenMap, right: Declaring['correct']): WrittenMap['entries'] {
  return map.entries.length > 0 ? map.entries : [[String(right[0] ?? 'none'), map.default ?? 0]]
}

export function declaration({ id, cardinality, type, correct: right, map }: Declaring): string {
  const values = right.map(value => tag('qti-value', {}, escapeHtml(String(value))))
  return tag(
    'qti-response-declaration',
    { identifier: id, cardinality, 'base-type': type },
    ...(values.length > 0 ? [tag('qti-correct-response', {}, ...values)] : []),
    ...(map
      ? [
          tag(
            'qti-mapping',
            { 'default-value': map.default ?? 0, 'lower-bound': map.lower, 'upper-bound': map.upper },
            ...entriesOf(map, right).map(([value, points]) =>
              tag('qti-map-entry', { 'map-key': value, 'mapped-value': points, 'case-sensitive': 'true' }),
            ),
          ),
        ]
      : []),
  )
}
