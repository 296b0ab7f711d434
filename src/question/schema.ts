import * as z from 'zod/mini'

/** Names that would reach an object's prototype are refused, so that ids are safe as keys. */
export const idPattern = /^(?!(?:constructor|prototype)$)[A-Za-z0-9][\w.:-]{0,127}$/

export const idSchema = z
  .string()
  .check(
    z.regex(
      idPattern,
      "An id is 1 to 128 letters from A to Z or a to z, digits, '_', '.', ':' or '-', starts with a letter or digit, and is neither 'constructor' nor 'prototype'.",
    ),
  )

/** Text for people: plain, or the Markdown subset of docs/questions.md. Never empty. */
export const textSchema = z
  .string()
  .check(z.regex(/\S/, 'Write some text, or leave the field out.'), z.maxLength(20_000))

/** BCP 47: language, script, region and variants. */
export const languageSchema = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*$/,
      "A language is a BCP 47 tag: 'en' or 'pt-BR'.",
    ),
  )

/** A share of a question's points, from 0 to 1. */
export const shareSchema = z.number().check(z.gte(0), z.lte(1))

/** A fraction of a question's points that may be taken off, from -1 to 1. */
export const fractionSchema = z.number().check(z.gte(-1), z.lte(1))

export const mediaSchema = z.strictObject({
  type: z.enum(['image', 'audio', 'video']),
  /** URL or path relative to the bank. */
  src: z.string().check(z.minLength(1)),
  /** What someone who can't see or hear it needs; empty only for decoration. */
  alt: z.string(),
  caption: z.optional(textSchema),
})

/** One thing that can be picked, placed or put in order. */
export const choiceShape = {
  id: idSchema,
  text: textSchema,
  media: z.optional(mediaSchema),
  /** Keeps its place when the others are shuffled: 'None of these' stays last. */
  pinned: z.optional(z.boolean()),
}

export const choiceSchema = z.strictObject(choiceShape)

/** A choice that is right or wrong by itself, and can say why. */
export const explainedChoiceShape = {
  ...choiceShape,
  /** Shown to those who picked it. */
  feedback: z.optional(textSchema),
  /** Id of the misreading that leads here. */
  misconception: z.optional(idSchema),
}

/** How many of something: either end may be open. */
export const boundsSchema = z.strictObject({
  min: z.optional(z.int().check(z.positive())),
  max: z.optional(z.int().check(z.positive())),
})

export const hintSchema = z.strictObject({
  text: textSchema,
  /** Share of the question's points that taking it costs; 0 when left out. */
  cost: z.optional(shareSchema),
})

/** What a question does, by item response theory: see `quizwright/schedule`. */
export const irtSchema = z
  .strictObject({
    /** Discrimination; 1 when left out. */
    a: z.optional(z.number().check(z.positive(), z.lte(10))),
    /** Difficulty in logits. */
    b: z.number().check(z.gte(-10), z.lte(10)),
    /** Chance of those who know nothing; 0 when left out. */
    c: z.optional(shareSchema),
    /** Chance of those who know everything; 1 when left out. */
    d: z.optional(shareSchema),
  })
  .check(
    z.refine(({ c = 0, d = 1 }) => c < d, {
      error: 'The chance of those who know nothing, c, must be below that of those who know everything, d.',
      path: ['c'],
    }),
  )

/** Grade of school that no text reads much harder than. */
export const readabilitySchema = z.optional(
  z.strictObject({ grade: z.number().check(z.positive(), z.lte(20)) }),
)

/** Rules of item writing that are left out, each with its reason: rule → reason. */
export const lintSchema = z.optional(z.record(idSchema, textSchema))

/** What every kind of question has beside its stem's own parts. */
export const questionShape = {
  id: idSchema,
  stem: textSchema,
  /** What the question is worth; 1 when left out. */
  points: z.optional(z.number().check(z.positive(), z.lte(1_000_000))),
  objective: z.optional(idSchema),
  tags: z.optional(z.array(idSchema)),
  difficulty: z.optional(z.enum(['easy', 'medium', 'hard'])),
  level: z.optional(z.enum(['remember', 'understand', 'apply', 'analyse'])),
  irt: z.optional(irtSchema),
  /** BCP 47 tag, where it isn't the bank's. */
  language: z.optional(languageSchema),
  source: z.optional(
    z.strictObject({
      /** Id of one of the bank's sources; the only one when left out. */
      document: z.optional(idSchema),
      /** Paragraphs that prove the key, counted from 1. */
      paragraphs: z.array(z.int().check(z.positive())).check(z.minLength(1)),
    }),
  ),
  media: z.optional(z.array(mediaSchema)),
  hints: z.optional(z.array(hintSchema)),
  feedback: z.optional(
    z.strictObject({
      correct: z.optional(textSchema),
      partial: z.optional(textSchema),
      incorrect: z.optional(textSchema),
      unanswered: z.optional(textSchema),
      /** Shown whatever the outcome, once no try is left. */
      general: z.optional(textSchema),
    }),
  ),
  /** The worked key, in words. */
  solution: z.optional(textSchema),
  /** Share of the points that each failed try costs, where the rules allow more than one. */
  penalty: z.optional(shareSchema),
  /** Seconds allowed for this question, where the rules have no stricter limit. */
  timeLimit: z.optional(z.number().check(z.positive())),
  lint: lintSchema,
}
