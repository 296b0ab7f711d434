import { type Marks, outcomeOf, type Part, settle } from '../../question/index.js'
import type { EssayQuestion } from './index.js'

/**
 * What a scorer's levels come to: each criterion's points of all the rubric's points. The raw score is
 * `fraction` times what the question is worth.
 *
 * @param levels criterion id → points given, from 0 to what the criterion has.
 * @throws TypeError when the question has no rubric, or the levels leave out a criterion or name another.
 * @throws RangeError when a level is below 0 or above its criterion's points.
 */
export function scoreRubric(
  question: EssayQuestion,
  levels: { readonly [criterion: string]: number },
): Marks {
  const { rubric } = question
  if (!rubric) throw new TypeError(`Essay '${question.id}' has no rubric; add one, or override its points.`)
  const ids = rubric.map(({ id }) => id)
  for (const id of Object.keys(levels))
    if (!ids.includes(id))
      throw new TypeError(`Essay '${question.id}' has no criterion '${id}'; it has ${ids.join(', ')}.`)
  const points = rubricPoints(question)
  let given = 0
  const parts = rubric.map((criterion): Part => {
    const level = Object.hasOwn(levels, criterion.id) ? levels[criterion.id] : undefined
    if (level === undefined)
      throw new TypeError(
        `Essay '${question.id}' needs a level for the criterion '${criterion.id}'; give 0 for none.`,
      )
    if (!(level >= 0 && level <= criterion.points))
      throw new RangeError(
        `The criterion '${criterion.id}' takes 0 to ${criterion.points} points, not ${level}.`,
      )
    given += level
    return {
      id: criterion.id,
      outcome: outcomeOf(settle(level / criterion.points)),
      earned: level / points,
      possible: criterion.points / points,
      reason: 'rubric-level',
    }
  })
  const fraction = settle(given / points)
  return {
    fraction,
    lowest: 0,
    highest: 1,
    parts,
    trace: [{ step: 'rule', rule: 'rubric', fraction, figures: { given, points } }],
    points,
  }
}

/** The sum of the rubric's points; 1 without a rubric. */
export function rubricPoints({ rubric }: EssayQuestion): number {
  return rubric ? rubric.reduce((sum, { points }) => sum + points, 0) : 1
}
