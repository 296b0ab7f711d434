import * as z from 'zod/mini'
import type { Fault } from '../question/index.js'
import { idSchema } from '../question/schema.js'
import { didYouMean } from '../text/index.js'
import { fieldsElsewhere } from './bank.words.js'

/** What is wrong with a value that a schema refuses, all of it, each with what would be right. */
export function explain(schema: z.core.$ZodType, value: unknown): readonly Fault[] {
  const result = z.safeParse(schema, value, { reportInput: true, error: wording })
  return result.success ? [] : result.error.issues.flatMap(issue => faultsOf(issue, []))
}

/**
 * Zod asks this where a schema has no message of its own. What the finished issue lacks is what the schema looks like,
 * so that is what the message holds, a line for each thing, until the rows below read it.
 */
function wording({ code, inst }: z.core.$ZodRawIssue): string {
  if (code === 'unrecognized_keys') return Object.keys(shapeOf(inst)).join('\n')
  const wanted = code === 'invalid_type' ? wantedBy(inst) : null
  return wanted ? `\n${wanted}` : ''
}

const shapeOf = (schema: unknown) => (schema instanceof z.core.$ZodObject ? schema._zod.def.shape : {})

function wantedBy(schema: unknown): string | null {
  if (schema instanceof z.core.$ZodArray) return `a list such as ${sampleOf(schema)}`
  if (schema instanceof z.core.$ZodObject) return `fields such as ${sampleOf(schema)}`
  return schema === idSchema ? 'an id' : null
}

/** The least that fits, as an author would write it. */
function sampleOf(schema: unknown): string {
  if (schema instanceof z.core.$ZodArray) {
    const entry = sampleOf(schema._zod.def.element)
    return entry === '…' ? '[…, …]' : `[${entry}]`
  }
  const fields = Object.entries(shapeOf(schema))
  if (fields.length === 0) return '…'
  const needed = fields.filter(([, field]) => field._zod.optin !== 'optional')
  return `{ ${(needed.length > 0 ? needed : fields.slice(0, 1)).map(([name]) => `${name}: …`).join(', ')} }`
}

type Path = Fault['path']
type Rows = {
  readonly [Code in z.core.$ZodIssueCode]: (
    issue: Extract<z.core.$ZodIssue, { code: Code }>,
    path: Path,
  ) => readonly Fault[]
}

const rows: Rows = {
  invalid_type: ({ expected, input, message }, path) => {
    const [own, wanted = names[expected] ?? expected] = message.split('\n')
    return input === undefined
      ? [{ code: 'missing-field', path, message: own || `'${last(path)}' is missing: give ${wanted}.` }]
      : [
          {
            code: 'wrong-type',
            path,
            message: own || `Expected ${wanted}, found ${show(input)}.${remedyFor(expected, input)}`,
          },
        ]
  },
  unrecognized_keys: ({ keys, message, input }, path) => {
    const known = message.split('\n').filter(name => name !== '$schema')
    return keys.map(key => unknownField([...path, key], input?.[key], known))
  },
  invalid_value: ({ values, input, message }, path) => [notAmong(path, input, values, message)],
  invalid_union: (issue, path) => {
    if (issue.inclusive !== false && issue.discriminator !== undefined) {
      const { input, discriminator, options = [], message } = issue
      const named =
        typeof input === 'object' && input !== null ? Reflect.get(input, discriminator) : undefined
      return [notAmong(path, named, options, message)]
    }
    const branches = issue.errors.map(errors => errors.flatMap(error => faultsOf(error, path)))
    const [fewest] = branches.sort((one, other) => one.length - other.length)
    return fewest ?? [{ code: 'not-allowed', path, message: `${show(issue.input)} does not fit.` }]
  },
  invalid_key: ({ issues, input }, path) => [
    {
      code: 'bad-name',
      path,
      message: `${show(input)} can't be a name here. ${issues.flatMap(issue => faultsOf(issue, []).map(({ message }) => message)).join(' ')}`,
    },
  ],
  invalid_element: ({ issues }, path) => issues.flatMap(issue => faultsOf(issue, path)),
  invalid_format: ({ pattern, format, message, input }, path) => [
    {
      code: 'bad-format',
      path,
      message: `${show(input)} does not fit. ${message || `Expected ${pattern ?? format}.`}`,
    },
  ],
  too_small: ({ origin, minimum, inclusive, input, message }, path) => [
    {
      code: 'too-small',
      path,
      message:
        message ||
        `Expected ${inclusive ? 'at least' : 'more than'} ${amount(minimum, origin)}, found ${count(input)}.`,
    },
  ],
  too_big: ({ origin, maximum, inclusive, input, message }, path) => [
    {
      code: 'too-big',
      path,
      message:
        message ||
        `Expected ${inclusive ? 'at most' : 'less than'} ${amount(maximum, origin)}, found ${count(input)}.`,
    },
  ],
  not_multiple_of: ({ divisor, input, message }, path) => [
    {
      code: 'not-a-multiple',
      path,
      message: message || `Expected a multiple of ${divisor}, found ${show(input)}.`,
    },
  ],
  custom: ({ message, input }, path) => [
    { code: 'not-allowed', path, message: message || `${show(input)} does not fit.` },
  ],
}

function faultsOf(issue: z.core.$ZodIssue, from: Path): readonly Fault[] {
  const path = [...from, ...issue.path.map(step => (typeof step === 'number' ? step : String(step)))]
  const row = rows[issue.code] as (issue: z.core.$ZodIssue, path: Path) => readonly Fault[]
  return row(issue, path)
}

/** @param path ends with the name that is not among those `known`. */
export function unknownField(path: Path, value: unknown, known: readonly string[]): Fault {
  const name = String(path.at(-1))
  const remedy = meantField(name, known) || remedyForField(name, value, ` Fields: ${known.join(', ')}.`)
  return { code: 'unknown-field', path, message: `There is no field '${cut(name)}' here.${remedy}` }
}

/** The known field that was meant, by a slip or by what it is called elsewhere. */
export function meantField(name: string, known: readonly string[]): string {
  return didYouMean(name, known) || didYouMean(name, known, fieldsElsewhere)
}

function notAmong(path: Path, value: unknown, allowed: readonly unknown[], message: string): Fault {
  const list = allowed.map(one => show(one)).join(', ')
  if (value === undefined)
    return {
      code: 'missing-field',
      path,
      message: message || `'${last(path)}' is missing: give ${among(allowed, list)}.`,
    }
  const meant = typeof value === 'string' ? didYouMean(value, allowed.map(String)) : ''
  return {
    code: 'not-allowed',
    path,
    message: message || `Expected ${among(allowed, list)}, found ${show(value)}.${meant}`,
  }
}

const among = (allowed: readonly unknown[], list: string) => (allowed.length === 1 ? list : `one of ${list}`)

function remedyFor(expected: string, input: unknown): string {
  if (expected === 'string') return isScalar(input) ? ' Put it in quotes.' : aloneOf(input)
  if (typeof input !== 'string') return ''
  const said = expected === 'boolean' ? spoken.get(input.toLowerCase()) : undefined
  if (said !== undefined) return ` Write ${said}.`
  const isBare = expected === 'boolean' ? ['true', 'false'].includes(input) : isNumber(input)
  if (isBare && (expected === 'boolean' || isNumeric(expected))) return ' Take the quotation marks away.'
  if (!isNumeric(expected)) return ''
  // A minus as typesetters have it looks the same, and thousands are set apart in many ways.
  const typed = input.replace('−', '-').replace(/(?<=\d)[\s'’_](?=\d{3})/g, '')
  const [, percent] = /^(-?[\d.]+) ?%$/.exec(typed) ?? []
  if (percent !== undefined && isNumber(percent))
    return ` A share of the whole is written ${shareOf(percent)}.`
  const readings = [isGrouped.test(typed) ? typed.replaceAll(',', '') : '', typed.replace(',', '.')]
  const remedies = readings.filter(isNumber).map(reading => `as ${reading}`)
  return remedies.length > 0 ? ` Write it ${remedies.join(', or ')}.` : ''
}

/** What stands alone in a list where no list is wanted. */
function aloneOf(input: unknown): string {
  const isAlone = Array.isArray(input) && input.length === 1 && typeof input[0] === 'string'
  return isAlone ? ` Write it without brackets: ${cut(input[0])}.` : ''
}

/** As older YAML has true and false. */
const spoken: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['no', false],
  ['off', false],
])

const shareOf = (percent: string) => Number((Number(percent) / 100).toPrecision(12))

function remedyForField(name: string, value: unknown, fields: string): string {
  if (name === '<<') return ' Merge keys are not read: write the fields out.'
  if (value === null && /^[\w-]+:\S/.test(name))
    return ` A space is missing after the colon: '${cut(name).replace(':', ': ')}'.`
  // What stands behind a comma in braces is a field without a value to YAML.
  return value === null
    ? `${fields} If it belongs to what stands before it, put all of that in quotes, or write a point in a number: in braces, a comma begins another field.`
    : fields
}

const isNumeric = (expected: string) => expected === 'number' || expected === 'int'
/** As thousands are set apart: `1,000`, which elsewhere is 1. */
const isGrouped = /^-?[1-9]\d{0,2}(?:,\d{3})+$/
const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))

const names: { readonly [expected: string]: string } = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields',
  record: 'names with values such as { a: b }',
}

const units: { readonly [origin: string]: readonly [one: string, more: string] } = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}

function amount(limit: number | bigint, origin: string): string {
  const unit = units[origin]?.[limit === 1 ? 0 : 1]
  return unit === undefined ? String(limit) : `${limit} ${unit}`
}

const last = (path: Path) => path.at(-1) ?? 'the file'
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
const isScalar = (value: unknown) => typeof value === 'number' || typeof value === 'boolean'
const count = (value: unknown) =>
  Array.isArray(value) || typeof value === 'string' ? value.length : show(value)

/** A value as an author recognizes it, in a few words. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string') return `'${cut(value)}'`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object with fields' : String(value)
}
