import * as z from 'zod/mini'
import { idSchema, shareSchema } from '../question/schema.js'

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
  mappingSchema,
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
