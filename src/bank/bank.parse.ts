import type { Fault, Issue } from '../question/index.js'
import { locateInJson } from './json.locate.js'
import { repeatsInJson } from './json.repeats.js'
import { copyPlain } from './plain.js'
import { repeatedField } from './repeats.js'
import { createPlaceOf } from './text.place.js'
import { readYaml, type YamlText } from './yaml.read.js'

/** A longer text was written by a machine, which gives no field twice; to look for it would take as long as to parse it. */
const LONGEST_TYPED = 5_000_000

/** What a check makes of data: what can be used of it, null where nothing can, and all that is wrong. */
export interface Checked<Value> {
  readonly value: Value | null
  readonly issues: readonly Issue[]
}

/**
 * Checks data as JSON can hold it. What reading it has found already, `known`, stands first among the issues.
 */
export type Check<Value> = (data: unknown, known: readonly Fault[]) => Checked<Value>

/** Reads a document of ours from the text of a JSON or YAML file, or from data, whoever made it, and checks it. */
export function parseDocument<Value>(input: unknown, check: Check<Value>): Checked<Value> {
  return typeof input === 'string' ? parseText(input, check) : checkAny(input, check)
}

/** Checks what is data already. What comes back is a copy. */
export function checkAny<Value>(data: unknown, check: Check<Value>): Checked<Value> {
  const { copy, faults } = copyPlain(data)
  return check(copy, faults)
}

function parseText<Value>(given: string, check: Check<Value>): Checked<Value> {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given
  const data = parseJson(text)
  return data === undefined ? parseYaml(text, check) : checkJson(text, data, check)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checkJson<Value>(text: string, data: unknown, check: Check<Value>): Checked<Value> {
  const faults = text.length > LONGEST_TYPED ? [] : repeatedFields(text)
  const locate = (issues: readonly Issue[]) => locateInJson(text, issues)
  // What JSON.parse returns is plain and nobody else's, but for this one name, which it takes literally.
  const isSafe = faults.length === 0 && !['__proto__', '\\u005'].some(name => text.includes(name))
  if (!isSafe) return checkRead(text, { data, faults, locate }, check)
  const { value, issues } = check(data, [])
  return { value, issues: issues.length === 0 ? issues : place(issues, text, locate(issues)) }
}

function repeatedFields(text: string) {
  const repeats = repeatsInJson(text)
  if (repeats.length === 0) return []
  const placeOf = createPlaceOf(text)
  return repeats.map(repeat => repeatedField(repeat, placeOf))
}

function parseYaml<Value>(text: string, check: Check<Value>): Checked<Value> {
  const { data, faults, locate } = readYaml(text)
  return checkRead(text, { data, faults, locate: () => locate }, check)
}

/** Checks what was read of a text with the faults that reading it has found. */
function checkRead<Value>(
  text: string,
  read: Pick<YamlText, 'data' | 'faults'> & { locate(issues: readonly Issue[]): YamlText['locate'] },
  check: Check<Value>,
): Checked<Value> {
  const found = read.faults.map(fault => ({ ...fault, severity: fault.severity ?? ('error' as const) }))
  const errors = found.filter(({ severity }) => severity === 'error')
  if (read.data === undefined) return { value: null, issues: place(found, text, read.locate(found)) }
  const { copy, faults: unplain } = copyPlain(read.data)
  const { value, issues } = check(copy, [...errors.map(asFault), ...unplain])
  const all = [...found, ...issues.slice(errors.length)]
  return { value, issues: place(all, text, read.locate(all)) }
}

/** Issues found in a bank by whoever looked at it, with the lines and columns that they have in its text. */
export function placeIssues(text: string, issues: readonly Issue[]): readonly Issue[] {
  const locate = parseJson(text) === undefined ? readYaml(text).locate : locateInJson(text, issues)
  return place(issues, text, locate)
}

const asFault = ({ code, path, message }: Fault): Fault => ({ code, path, message })

/** Issues with their lines and columns, in the order of the text. */
function place(
  issues: readonly (Issue & { readonly offset?: number })[],
  text: string,
  locate: YamlText['locate'],
): readonly Issue[] {
  const placeOf = createPlaceOf(text)
  return issues
    .map(({ offset, ...issue }) => {
      const at = offset ?? locate(issue.path, issue.code === 'unknown-field' || issue.code === 'bad-name')
      return { issue: { ...issue, ...placeOf(at) }, at }
    })
    .sort((one, other) => one.at - other.at)
    .map(({ issue }) => issue)
}
