import * as z from 'zod/mini'
import type { Data, Fault, Question } from '../question/index.js'
import { idSchema, questionShape, readabilitySchema, textSchema } from '../question/schema.js'

/** A question schema by kind: strict objects, each with its `type` as a literal. They check, and change nothing. */
export type QuestionSchemas = { readonly [type: string]: z.core.$ZodObject }

/** The questions that fit one of the schemas. */
export type QuestionOf<Schemas extends QuestionSchemas> = Data<z.infer<Schemas[keyof Schemas]>> & Question

/** Finds what a kind's schema alone can't see: a key that no choice has, gaps that the text lacks. */
export type QuestionChecks<Schemas extends QuestionSchemas> = {
  readonly [Type in keyof Schemas]?: (question: Data<z.infer<Schemas[Type]>>) => readonly Fault[]
}

/** What a bank is checked against. Made by `createBankSchema`. */
export interface BankSchema<Q extends Question = Question> {
  /** The zod schema of a whole bank: for an editor's JSON Schema, or to build on. */
  readonly zod: z.core.$ZodObject
  /** Everything of a bank but its questions, of which it knows the name alone. */
  readonly header: z.core.$ZodObject
  readonly kinds: ReadonlyMap<string, QuestionKind>
  /** Whether a value fits the schema of the kind that it names. */
  fits(question: unknown): question is Q
}

/** One kind as a bank's schema knows it. */
export interface QuestionKind {
  readonly schema: z.core.$ZodObject
  fits(question: unknown): boolean
  check(question: Question): readonly Fault[]
}

const headerShape = {
  /** Path or address of the JSON Schema, for editors. */
  $schema: z.optional(z.string()),
  id: idSchema,
  title: textSchema,
  description: z.optional(textSchema),
  topic: z.optional(idSchema),
  language: questionShape.language,
  license: z.optional(textSchema),
  text: z.optional(z.enum(['plain', 'markdown'])),
  minutes: z.optional(z.number().check(z.positive())),
  readability: readabilitySchema,
  lint: questionShape.lint,
  objectives: z.optional(z.array(z.strictObject({ id: idSchema, text: textSchema }))),
  /** The tags that questions may have; any when left out. */
  tags: z.optional(z.array(idSchema)),
  sources: z.optional(
    z.array(
      z.strictObject({
        id: idSchema,
        title: textSchema,
        url: z.optional(
          z.string().check(z.regex(/^https?:\/\/\S+$/, 'An address starts with https:// or http://.')),
        ),
        publisher: z.optional(textSchema),
        published: z.optional(
          z
            .string()
            .check(
              z.regex(
                /^\d{4}(-\d\d(-\d\d)?)?$/,
                "A date is a year, a month or a day: '2023', '2023-04' or '2023-04-06'.",
              ),
            ),
        ),
      }),
    ),
  ),
}

/**
 * The schema of banks with these kinds of question: `createBankSchema({ ...builtInSchemas, mine: mySchema })`.
 *
 * @throws TypeError when the name of a schema is not the `type` that the schema asks for.
 */
export function createBankSchema<const Schemas extends QuestionSchemas>(
  schemas: Schemas,
  checks: QuestionChecks<Schemas> = {},
): BankSchema<QuestionOf<Schemas>> {
  const kinds = new Map<string, QuestionKind>()
  for (const [type, schema] of Object.entries(schemas)) {
    const named = schema._zod.def.shape.type
    if (!named || !z.validate(named, type))
      throw new TypeError(`The schema '${type}' needs the field type: z.literal('${type}').`)
    kinds.set(type, createKind(schema, checks[type]))
  }
  const header = z.strictObject({ ...headerShape, marking: z.optional(markingSchema(schemas)) })
  const [first, ...others] = Object.values(schemas)
  const question = first ? z.discriminatedUnion('type', [first, ...others] as unknown as Members) : z.never()
  return {
    zod: z.extend(header, { questions: z.array(question) }),
    header: z.extend(header, { questions: z.optional(z.unknown()) }),
    kinds,
    fits: (value): value is QuestionOf<Schemas> => kinds.get(typeOf(value) ?? '')?.fits(value) ?? false,
  }
}

type Members = [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]

/** The kind that a value says it is, where it says one. */
export function typeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  return typeof value.type === 'string' ? value.type : null
}

function createKind(schema: z.core.$ZodObject, check?: (question: never) => readonly Fault[]): QuestionKind {
  let compiled: z.core.$ZodType | null = null
  return {
    schema,
    fits(value) {
      compiled ??= compile(schema)
      return z.validate(compiled, value)
    },
    check: check ? question => check(question as never) : () => [],
  }
}

/** Several times as fast as the schema itself. Where code can't be made at run time (CSP), zod hands the schema back. */
function compile(schema: z.core.$ZodType): z.core.$ZodType {
  return z.config().jitless ? schema : z.compile(schema)
}

function markingSchema(schemas: QuestionSchemas) {
  const byKind: { [type: string]: z.core.$ZodType } = {}
  for (const [type, schema] of Object.entries(schemas)) {
    const marking = schema._zod.def.shape.marking
    if (marking) byKind[type] = z.optional(marking)
  }
  return z.strictObject(byKind)
}
