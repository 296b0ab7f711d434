import type { Fault, Issue } from '../question/index.js'
import { locateInJson } from './json.locate.js'
import { copyPlain } from './plain.js'
import { readYaml, type YamlText } from './yaml.read.js'

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
  // What JSON.parse returns is plain and nobody else's, but for this one name, which it takes literally.
  const isSafe = !['__proto__', '\\u005'].some(name => text.includes(name))
  const { value, issues } = isSafe ? check(data, []) : checkAny(data, check)
  if (issues.length === 0) return { value, issues }
  return { value, issues: place(issues, text, locateInJson(text, issues)) }
}

function parseYaml<Value>(text: string, check: Check<Value>): Checked<Value> {
  const { data, faults, locate } = readYaml(text)
  const found = faults.map(fault => ({ ...fault, severity: fault.severity ?? ('error' as const) }))
  const errors = found.filter(({ severity }) => severity === 'error')
  if (data === undefined) return { value: null, issues: place(found, text, locate) }
  const { copy, faults: unplain } = copyPlain(data)
  const { value, issues } = check(copy, [...errors.map(asFault), ...unplain])
  const others = issues.slice(errors.length)
  return { value, issues: place([...found, ...others], text, locate) }
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
  const starts = lineStarts(text)
  return issues
    .map(({ offset, ...issue }) => {
      const at = offset ?? locate(issue.path, issue.code === 'unknown-field' || issue.code === 'bad-name')
      const line = lastUpTo(starts, at)
      return { issue: { ...issue, line: line + 1, column: at - (starts[line] ?? 0) + 1 }, at }
    })
    .sort((one, other) => one.at - other.at)
    .map(({ issue }) => issue)
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** Index of the last number that is not above the limit; numbers ascend. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
