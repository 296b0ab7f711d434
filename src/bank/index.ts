import type { BuiltInQuestion } from '../interactions/index.js'
import { kindWords } from '../interactions/kinds.words.js'
import { builtInChecks, builtInSchemas } from '../interactions/schema.js'
import type { Bank, Question } from '../question/index.js'
import { idPattern, languageSchema } from '../question/schema.js'
import { checkData, type ParsedBank } from './bank.check.js'
import { createJsonSchema } from './bank.json-schema.js'
import { type Checked, checkAny, parseDocument } from './bank.parse.js'
import { type BankSchema, createBankSchema } from './bank.schema.js'
import { bankWords } from './bank.words.js'

/** The schema of banks with the kinds that come with the package. */
export const builtInBankSchema: BankSchema<BuiltInQuestion> = /* @__PURE__ */ createBankSchema(
  builtInSchemas,
  builtInChecks,
)

/** Whether a name can be an id, of a bank or of anything in it. */
export function isId(name: string): boolean {
  return idPattern.test(name)
}

/** Whether a tag can be the language of a bank or of anything in it. */
export function isLanguage(tag: string): boolean {
  return languageSchema.safeParse(tag).success
}

/** What to check against. */
export interface ParseOptions<Q extends Question> {
  /** Made by `createBankSchema`, for kinds of your own; the built-in kinds when left out. */
  readonly schema: BankSchema<Q>
}

/**
 * Reads a bank from the text of a JSON or YAML file, or from data, and checks all of it. Never throws for what a bank
 * says: see `issues`, each with a path and, where there is a text, line and column. What is data already is checked
 * as by `checkBank`.
 *
 * JSON takes about one and a half times what `JSON.parse` takes, YAML about a second per megabyte, up to 5 million
 * characters.
 */
export function parseBank(input: unknown): ParsedBank<BuiltInQuestion>
export function parseBank<Q extends Question>(input: unknown, options: ParseOptions<Q>): ParsedBank<Q>
export function parseBank(input: unknown, { schema }: ParseOptions<Question> = defaults): ParsedBank {
  return named(parseDocument(input, (data, known) => checkData(data, schema, known)))
}

/** Checks a bank that is data already, such as a constant made with `defineBank`. The bank returned is a copy. */
export function checkBank(bank: unknown): ParsedBank<BuiltInQuestion>
export function checkBank<Q extends Question>(bank: unknown, options: ParseOptions<Q>): ParsedBank<Q>
export function checkBank(bank: unknown, { schema }: ParseOptions<Question> = defaults): ParsedBank {
  return named(checkAny(bank, (data, known) => checkData(data, schema, known)))
}

const named = ({ value: bank, issues }: Checked<Bank>): ParsedBank => ({ bank, issues })

/** The JSON Schema of banks, for editors: of banks with the built-in kinds when no other schema is given. */
export function bankJsonSchema({ schema }: ParseOptions<Question> = defaults) {
  return createJsonSchema(schema.zod, { ...bankWords, ...kindWords })
}

const defaults: ParseOptions<Question> = { schema: builtInBankSchema }

export { kindsElsewhere } from '../interactions/kinds.words.js'
export { builtInChecks, builtInSchemas } from '../interactions/schema.js'
export type { Bank, Issue, Objective, Source } from '../question/index.js'
export { didYouMean, ownName } from '../text/index.js'
export type { ParsedBank } from './bank.check.js'
export { type BankDefinition, defineBank } from './bank.define.js'
export { createJsonSchema } from './bank.json-schema.js'
export { type BankExtension, extendBank, type MergeOptions, mergeBanks } from './bank.merge.js'
export { type Check, type Checked, parseDocument, placeIssues } from './bank.parse.js'
export {
  type BankSchema,
  createBankSchema,
  type QuestionChecks,
  type QuestionKind,
  type QuestionOf,
  type QuestionSchemas,
} from './bank.schema.js'
export { parseTranslation, type TranslatedBank, type Translation, translateBank } from './bank.translate.js'
export { explain } from './explain.js'
