import type * as z from 'zod/mini'
import type { Data, Marks, Part } from '../question/index.js'
import type { mappingSchema } from './schema.js'

export type Mapping = Data<z.infer<typeof mappingSchema>>

/**
 * QTI 3.0's `map_response`: the sum of what each distinct value is worth, held within the bounds.
 *
 * Nothing given is worth what the map says of the empty text. A value given twice counts once, as the standard says. The question is worth the upper bound, or where
 * there is none the sum of all positive entries, unless the author states points.
 *
 * @param values the response as strings; null where nothing was given.
 * @param entryOf finds the entry for a value; by the letter when left out.
 */
export function markMapping(
  marking: Mapping,
  values: readonly string[] | null,
  entryOf: (value: string) => number | undefined = value =>
    Object.hasOwn(marking.map, value) ? marking.map[value] : undefined,
): Marks {
  const { lower, upper, default: fallback = 0 } = marking
  const positives = Object.values(marking.map).reduce((sum, worth) => sum + Math.max(0, worth), 0)
  const points = upper ?? Math.max(positives, fallback)
  const scale = points > 0 ? points : 1
  const parts: Part[] = []
  let sum = 0
  for (const value of new Set(values)) {
    const worth = entryOf(value)
    const earned = worth ?? fallback
    sum += earned
    parts.push({
      id: value,
      outcome: earned > 0 ? 'correct' : 'incorrect',
      earned: earned / scale,
      possible: Math.max(0, earned) / scale,
      reason: worth === undefined ? 'unmapped' : 'mapped',
    })
  }
  if (parts.length === 0) sum = entryOf('') ?? (marking.unanswered === 'default' ? fallback : 0)
  const held = Math.min(Math.max(sum, lower ?? Number.NEGATIVE_INFINITY), upper ?? Number.POSITIVE_INFINITY)
  const trace: Marks['trace'][number][] = [
    {
      step: 'rule',
      rule: 'map',
      fraction: sum / scale,
      figures: { sum, points },
    },
  ]
  if (held !== sum)
    trace.push({
      step: 'clamp',
      bound: held > sum ? 'floor' : 'ceiling',
      from: sum / scale,
      fraction: held / scale,
    })
  const negatives = Object.values(marking.map).reduce((total, worth) => total + Math.min(0, worth), 0)
  return {
    fraction: held / scale,
    lowest: (lower ?? Math.min(negatives, fallback) + Math.min(0, fallback) * parts.length) / scale,
    highest: Math.max(1, held / scale),
    parts,
    trace,
    points: scale,
  }
}
