import * as z from 'zod/mini'
import { idSchema, languageSchema, shareSchema, textSchema } from '../question/schema.js'

/** What every marking has beside its rule. */
export const markingShape = {
  /** Share from which all points are given, and none below it (H5P's single point with pass percentage). */
  passAt: z.optional(shareSchema),
}

/** QTI's `map_response`: see `markMapping`. */
export const mappingSchema = z.strictObject({
  ...markingShape,
  rule: z.literal('map'),
  /** What each value is worth, in points: value → points. Pairs are written `source target`. */
  map: z.record(z.string(), z.number()),
  /** What a value that is not in the map is worth; 0 when left out. */
  default: z.optional(z.number()),
  lower: z.optional(z.number()),
  upper: z.optional(z.number()),
  /** What no response at all is worth: `zero` (the template, the default) or the map's `default` (the expression). */
  unanswered: z.optional(z.enum(['zero', 'default'])),
})

/** How a set of chosen things is marked: see `markSelection`. */
export const selectionMarkingSchema = z.discriminatedUnion('rule', [
  z.strictObject({ ...markingShape, rule: z.literal('all-or-nothing') }),
  z.strictObject({
    ...markingShape,
    rule: z.literal('fractions'),
    /** Share of the points that each choice adds or takes off: id → -1 to 1. A missing one adds nothing. */
    fractions: z.record(z.string(), z.number().check(z.gte(-1), z.lte(1))),
  }),
  z.strictObject({ ...markingShape, rule: z.literal('right-minus-wrong') }),
  z.strictObject({ ...markingShape, rule: z.literal('every-decision') }),
  z.strictObject({
    ...markingShape,
    rule: z.literal('decisions-right-minus-wrong'),
  }),
  z.strictObject({ ...markingShape, rule: z.literal('coverage') }),
  z.strictObject({ ...markingShape, rule: z.literal('capped') }),
  mappingSchema,
])

/** How a response made of parts is marked: see `markParts`. */
export const partsMarkingSchema = z.discriminatedUnion('rule', [
  z.strictObject({ ...markingShape, rule: z.literal('per-part') }),
  z.strictObject({ ...markingShape, rule: z.literal('all-or-nothing') }),
  z.strictObject({ ...markingShape, rule: z.literal('minus-surplus') }),
  z.strictObject({ ...markingShape, rule: z.literal('right-minus-wrong') }),
])

/** Parts, or QTI's map of pairs. */
export const pairsMarkingSchema = z.discriminatedUnion('rule', [
  ...partsMarkingSchema.def.options,
  z.extend(mappingSchema, {
    /** True where `target source` is the same pair (QTI's pair; directedPair when left out). */
    undirected: z.optional(z.boolean()),
  }),
])

/** An order that leaves something out earns nothing, where this is true. */
const complete = z.optional(z.boolean())

/** How an order is marked: see `markSequence`. */
export const sequenceMarkingSchema = z.discriminatedUnion('rule', [
  z.strictObject({ ...markingShape, rule: z.literal('all-or-nothing') }),
  z.strictObject({ ...markingShape, rule: z.literal('absolute-position'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('next-excluding-last'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('next-including-last'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('one-previous-next'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('all-previous-next'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('longest-ordered'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('longest-contiguous'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('distance'), complete }),
  z.strictObject({ ...markingShape, rule: z.literal('relative-pairs'), complete }),
  z.strictObject({
    ...markingShape,
    rule: z.literal('listed-orders'),
    /** Orders beside the key that earn something (QTI's order by match conditions). */
    orders: z
      .array(z.strictObject({ order: z.array(idSchema).check(z.minLength(1)), fraction: shareSchema }))
      .check(z.minLength(1)),
  }),
])

/** One text that is accepted, and what it is worth. */
export const acceptedTextSchema = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(1000)),
  /** True where `*` stands for any run of characters; `\*` is an asterisk itself. */
  wildcard: z.optional(z.boolean()),
  /** Share of the points; 1 when left out. */
  fraction: z.optional(shareSchema),
  feedback: z.optional(textSchema),
  /** Id of the misreading that leads here. */
  misconception: z.optional(idSchema),
})

/** What counts when texts are compared. Space at both ends never does, unless all space does. */
export const matchSchema = z.strictObject({
  /** Whether capitals count; not when left out. */
  case: z.optional(z.boolean()),
  /** Whether accents count; they do when left out. */
  accents: z.optional(z.boolean()),
  /** Whether punctuation counts; it does when left out. Where not, hyphens and slashes are as spaces. */
  punctuation: z.optional(z.boolean()),
  /** `collapse`, the default: a run of space is one; `ignore`: none counts; `exact`: all do. */
  space: z.optional(z.enum(['collapse', 'ignore', 'exact'])),
  /** Unicode's normal form; NFKC takes ligatures and full-width letters for their plain ones. NFC when left out. */
  form: z.optional(z.enum(['NFC', 'NFKC'])),
  /** How many slips are let pass in texts longer than so many characters. H5P: 1 beyond 3, 2 beyond 9. */
  typos: z.optional(
    z.array(
      z.strictObject({
        longerThan: z.int().check(z.gte(0)),
        allow: z.int().check(z.gte(1), z.lte(5)),
      }),
    ),
  ),
})

const digitsShape = {
  decimals: z.optional(z.int().check(z.gte(0), z.lte(10))),
  significant: z.optional(z.int().check(z.gte(1), z.lte(15))),
}

/** A number or a range that is accepted, and what it is worth. */
export const acceptedNumberSchema = z.strictObject({
  value: z.optional(z.number()),
  /** How far off a response may be, the bound included; 0 when left out. */
  tolerance: z.optional(z.number().check(z.gte(0))),
  /** `nominal`: by so much; `relative`: by this share of the value; `geometric`: by the factor 1 + tolerance. */
  toleranceType: z.optional(z.enum(['nominal', 'relative', 'geometric'])),
  /** Both are rounded so before they are compared (QTI's equalRounded). */
  rounded: z.optional(z.strictObject(digitsShape)),
  /** In place of a value: a range, its bounds included. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  fraction: z.optional(shareSchema),
  feedback: z.optional(textSchema),
  misconception: z.optional(idSchema),
})

/** What a question or a gap may ask of how a number is written. */
export const numberShape = {
  /** How many digits are asked for: the response is compared rounded to them (Numbas). */
  precision: z.optional(
    z.strictObject({
      ...digitsShape,
      /** True where closing zeros have to be written. */
      strict: z.optional(z.boolean()),
      /** Share of what was earned that other digits cost; all of it when left out. */
      penalty: z.optional(shareSchema),
    }),
  ),
  /** How the number is to be written. */
  form: z.optional(
    z.strictObject({
      accept: z.optional(z.array(z.enum(['decimal', 'scientific', 'fraction'])).check(z.minLength(1))),
      /** True where a fraction has to be in lowest terms. */
      reduced: z.optional(z.boolean()),
      /** Share of what was earned that another form costs; all of it when left out. */
      penalty: z.optional(shareSchema),
      /** True where another form can't be handed in, so that it can be written again (Perseus). */
      again: z.optional(z.boolean()),
    }),
  ),
  /** Units that may be written; the key is in one whose factor is 1. */
  units: z.optional(
    z.array(
      z.strictObject({
        unit: z
          .string()
          .check(
            z.regex(/^\S(?:.*\S)?$/, "A unit is a line with no space before or behind it: 'km' or 'sq mi'."),
            z.maxLength(50),
          ),
        /** How many of it make 1 of the key's unit: 100 for cm where the key is in m. */
        factor: z.optional(z.number().check(z.positive())),
        /** True where it stands before the number. */
        before: z.optional(z.boolean()),
      }),
    ),
  ),
  /** What a unit that is wrong or missing costs; without it, a unit may be left out, and a wrong one can't be handed in. */
  unitPenalty: z.optional(
    z.strictObject({
      share: shareSchema,
      /** Share of the `mark` that was earned, the default, or of the `maximum` (Moodle). */
      of: z.optional(z.enum(['mark', 'maximum'])),
    }),
  ),
  /** BCP 47 tag that says how numbers are written; the question's language when left out, or en. */
  locale: z.optional(languageSchema),
}

/** How the first entry of a key that fits is marked. */
export const firstMatchMarkingSchema = z.strictObject({ ...markingShape, rule: z.literal('first-match') })

/** How a text is marked: by the first entry that fits, or by QTI's map of whole texts. */
export const textMarkingSchema = z.discriminatedUnion('rule', [firstMatchMarkingSchema, mappingSchema])
