import type { Fault, Issue, Question } from '../question/index.js'
import { checkData, type ParsedBank } from './bank.check.js'
import type { BankSchema } from './bank.schema.js'
import { locateInJson } from './json.locate.js'
import { copyPlain } from './plain.js'
import { readYaml, type YamlText } from './yaml.read.js'

/** Checks a bank that is data already, whoever made it. The bank that comes back is a copy. */
export function checkAny<Q extends Question>(data: unknown, schema: BankSchema<Q>): ParsedBank<Q> {
  const { copy, faults } = copyPlain(data)
  return checkData(copy, schema, faults)
}

/** Reads a bank from JSON or YAML. */
export function parseText<Q extends Question>(given: string, schema: BankSchema<Q>): ParsedBank<Q> {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given
  const data = parseJson(text)
  return data === undefined ? parseYaml(text, schema) : checkJson(text, data, schema)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checkJson<Q extends Question>(text: string, data: unknown, schema: BankSchema<Q>): ParsedBank<Q> {
  // What JSON.parse returns is plain and nobody else's, but for this one name, which it takes literally.
  const isSafe = !['__proto__', '\\u005'].some(name => text.includes(name))
  const { bank, issues } = isSafe ? checkData(data, schema) : checkAny(data, schema)
  if (issues.length === 0) return { bank, issues }
  return { bank, issues: place(issues, text, locateInJson(text, issues)) }
}

function parseYaml<Q extends Question>(text: string, schema: BankSchema<Q>): ParsedBank<Q> {
  const { data, faults, locate } = readYaml(text)
  const found = faults.map(fault => ({ ...fault, severity: fault.severity ?? ('error' as const) }))
  const errors = found.filter(({ severity }) => severity === 'error')
  if (data === undefined) return { bank: null, issues: place(found, text, locate) }
  const { copy, faults: unplain } = copyPlain(data)
  const { bank, issues } = checkData(copy, schema, [...errors.map(asFault), ...unplain])
  const others = issues.slice(errors.length)
  return { bank, issues: place([...found, ...others], text, locate) }
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
