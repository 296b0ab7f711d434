import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  Parser,
  type YAMLMap,
} from 'yaml'
import type { Fault, Issue } from '../question/index.js'
import { DEEPEST } from './plain.js'
import { type Repeat, repeatedField } from './repeats.js'
import { createPlaceOf } from './text.place.js'
import { hiddenTexts, syntaxFaults } from './yaml.faults.js'

/** The `yaml` package reads about a megabyte a second. */
const LONGEST_YAML = 5_000_000

/** Data of a YAML text, what is wrong with the text itself, and the way back from a path to its place. */
export interface YamlText {
  /** Undefined where the text can't be understood. */
  readonly data: unknown
  readonly faults: readonly (Fault & { readonly offset?: number; readonly severity?: 'warning' })[]
  /** Where the nearest value of a path starts or, with `asName`, its field's name, in characters from the start. */
  locate(path: Issue['path'], asName: boolean): number
}

/** Never throws, and takes no longer than the length of the text warrants. */
export function readYaml(text: string): YamlText {
  if (text.length > LONGEST_YAML)
    return unreadable(
      'too-long',
      `YAML of more than ${LONGEST_YAML / 1e6} million characters is not read: split it, or write it as JSON.`,
    )
  const tokens = [...new Parser().parse(text)]
  const deep = tooDeep(tokens)
  if (deep !== null) return unreadable('too-deep', `Nested more than ${DEEPEST} deep.`, deep)
  const [document, second] = [...compose(tokens, text.length)]
  if (!document) return unreadable('syntax', 'There is nothing in this text.')
  if (second)
    return unreadable('syntax', "A file is one document: leave out the line '---'.", second.range[0])
  const faults = syntaxFaults(document, text)
  const locate = createLocator(document)
  if (faults.length > 0) return { data: undefined, faults, locate }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 })
    const placeOf = createPlaceOf(text)
    const repeated = repeatsIn(document.contents, []).map(repeat => repeatedField(repeat, placeOf))
    return { data, faults: [...repeated, ...unknownTags(document), ...hiddenTexts(document, text)], locate }
  } catch {
    return unreadable(
      'too-many-aliases',
      'Aliases (*name) make this too large, or name themselves: write it out.',
    )
  }
}

const compose = (tokens: readonly CST.Token[], end: number) =>
  new Composer({
    version: '1.2',
    prettyErrors: false,
    stringKeys: true,
    // Its own check takes the square of the number of fields.
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  }).compose(tokens, true, end)

const unreadable = (code: string, message: string, offset = 0): YamlText => ({
  data: undefined,
  faults: [{ code, path: [], message, offset }],
  locate: () => 0,
})

/** Offset of what lies too deep. The composer recurses and, near the end of the stack, takes the process with it. */
function tooDeep(tokens: readonly CST.Token[]): number | null {
  const open = tokens.map((token): [CST.Token, number] => [token, 0])
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next
    if (depth > DEEPEST) return 'offset' in token ? token.offset : 0
    if (token.type === 'document' && token.value) open.push([token.value, depth])
    if (!('items' in token)) continue
    for (const { key, value } of token.items) {
      if (key) open.push([key, depth + 1])
      if (value) open.push([value, depth + 1])
    }
  }
  return null
}

function repeatsIn(node: unknown, path: Fault['path']): readonly Repeat[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => repeatsIn(item, [...path, index]))
  if (!isMap(node)) return []
  const starts = new Map<string, number>()
  return node.items.flatMap(({ key, value }) => {
    const name = nameOf(key)
    const below = repeatsIn(value, [...path, name])
    const [first, offset] = [starts.get(name), startOf(key)]
    if (first !== undefined) return [{ path: [...path, name], offset, first }, ...below]
    starts.set(name, offset)
    return below
  })
}

const unknownTags = ({ warnings }: Document): YamlText['faults'] =>
  warnings.map(({ message, pos }) => ({
    code: 'yaml-tag',
    path: [],
    message: `${message}. It is read as if the tag were not there: put text that starts with ! in quotes.`,
    offset: pos[0],
    severity: 'warning',
  }))

function createLocator(document: Document): YamlText['locate'] {
  const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()
  function pairOf(map: YAMLMap, name: string): Pair | undefined {
    const known = pairs.get(map) ?? new Map(map.items.map(pair => [nameOf(pair.key), pair]))
    pairs.set(map, known)
    return known.get(name)
  }
  return (path, asName) => {
    let node: unknown = document.contents
    let offset = startOf(node)
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document)
      const pair = isMap(node) ? pairOf(node, String(step)) : undefined
      // A name in braces may have no value at all.
      const next = isSeq(node) ? node.items[Number(step)] : (pair?.value ?? pair?.key)
      if (next === undefined) return offset
      node = next
      offset = startOf(asName && pair && step === path.at(-1) ? pair.key : next)
    }
    return offset
  }
}

const nameOf = (key: unknown) => String(isScalar(key) ? key.value : key)

function startOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  return Array.isArray(range) ? Number(range[0]) : 0
}
