import * as z from 'zod/mini'
import type { Data } from '../../question/index.js'
import {
  idSchema,
  languageSchema,
  readabilitySchema,
  shareSchema,
  textSchema,
} from '../../question/schema.js'

const countSchema = z.int().check(z.positive())
const idsSchema = z.array(idSchema).check(z.minLength(1))

/** A question of one of the module's banks. */
const questionIdSchema = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9][\w.:-]{0,127}\/[A-Za-z0-9][\w.:-]{0,127}$/,
      "A question is named with its bank: 'positions/us-stance'.",
    ),
  )
const questionIdsSchema = z.array(questionIdSchema).check(z.minLength(1))

const publicationShape = {
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
}

const figureSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** What someone who can't see it needs to know at once. */
  alt: textSchema,
  /** All that the picture says, in words: shown where no picture can be. Markdown, marked like a lesson's body. */
  text: textSchema,
  /** The picture: an SVG document that runs nothing and fetches nothing. */
  svg: z.string().check(z.regex(/^\s*<svg[\s>]/, 'A figure is an SVG document: it starts with <svg.')),
})

const lessonSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** Objectives that the lesson teaches. */
  objectives: idsSchema,
  /** Lessons to do before. */
  requires: z.optional(z.array(idSchema)),
  minutes: z.optional(z.number().check(z.positive())),
  /** Markdown; figures and checks stand in it as `{{figure: id}}` and `{{check: id}}`, each on a line of its own. */
  body: textSchema,
  figures: z.optional(z.array(figureSchema)),
  /** Checks for understanding, each asked where it stands in the body. */
  checks: z.optional(z.array(z.strictObject({ id: idSchema, questions: questionIdsSchema }))),
})

/** What a test draws: so many questions for each of these objectives. */
const testShape = {
  pick: z
    .array(z.strictObject({ objectives: z.optional(idsSchema), count: countSchema }))
    .check(z.minLength(1)),
  /** Seconds. */
  timeLimit: z.optional(z.number().check(z.positive())),
}

/** What to see again, for an objective that was not reached or a misreading that a response shows. */
const remedyShape = { lesson: idSchema, questions: z.optional(questionIdsSchema) }

const masterySchema = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('share-correct'),
    share: z.optional(shareSchema),
    least: z.optional(countSchema),
    last: z.optional(countSchema),
  }),
  z.strictObject({ method: z.literal('in-a-row'), count: z.optional(countSchema) }),
  z.strictObject({ method: z.literal('levels'), up: z.optional(countSchema), down: z.optional(countSchema) }),
  z.strictObject({ method: z.literal('khan') }),
  z.strictObject({
    method: z.literal('knowledge-tracing'),
    init: z.optional(shareSchema),
    learn: z.optional(shareSchema),
    guess: z.optional(shareSchema),
    slip: z.optional(shareSchema),
    mastered: z.optional(shareSchema),
  }),
  z.strictObject({
    method: z.literal('elo'),
    start: z.optional(z.number()),
    decay: z.optional(z.number().check(z.nonnegative())),
    share: z.optional(shareSchema),
    least: z.optional(countSchema),
  }),
])

/** The schema of a learning module's file. */
export const moduleSchema = z.strictObject({
  /** Path or address of the JSON Schema, for editors. */
  $schema: z.optional(z.string()),
  id: idSchema,
  title: textSchema,
  description: z.optional(textSchema),
  topic: z.optional(idSchema),
  language: z.optional(languageSchema),
  license: z.optional(textSchema),
  minutes: z.optional(z.number().check(z.positive())),
  /** Grade of school that no lesson reads harder than, by Kincaid's formula. English alone. */
  readability: readabilitySchema,
  /** What the lessons are derived from, and how many paragraphs it has. */
  source: z.strictObject({ ...publicationShape, paragraphs: countSchema }),
  /** Where general knowledge in the lessons comes from. */
  references: z.optional(z.array(z.strictObject(publicationShape))),
  /** Ids of the banks that questions are drawn from. */
  banks: idsSchema,
  objectives: z
    .array(z.strictObject({ id: idSchema, text: textSchema, questions: questionIdsSchema }))
    .check(z.minLength(1)),
  lessons: z.array(lessonSchema).check(z.minLength(1)),
  glossary: z.optional(z.array(z.strictObject({ id: idSchema, term: textSchema, text: textSchema }))),
  preTest: z.optional(z.strictObject(testShape)),
  postTest: z.optional(z.strictObject({ ...testShape, pass: z.optional(shareSchema) })),
  remediation: z.optional(
    z.array(
      z.union([
        z.strictObject({ objective: idSchema, ...remedyShape }),
        z.strictObject({ misconception: idSchema, ...remedyShape }),
      ]),
    ),
  ),
  unlocking: z.enum(['open', 'in-order', 'mastery']),
  mastery: masterySchema,
})

/** A learning module: plain data, checked by `parseModule` or compiled with the package. */
export type Module = Data<z.infer<typeof moduleSchema>>
