/**
 * What a certainty is worth, lowest first: a right response's fraction is multiplied by `right`; a wrong one
 * gets `wrong`, as a share of the question's points.
 */
export type CertaintyTable = readonly {
  readonly right: number
  readonly wrong: number
}[]

/**
 * Moodle's certainty-based marking (question/behaviour/behaviourbase.php, class question_cbm): unsure 1 or 0,
 * fairly sure 2 or -2, very sure 3 or -6. After Gardner-Medwin (1995).
 */
export const moodleCertainty: CertaintyTable = [
  { right: 1, wrong: 0 },
  { right: 2, wrong: -2 },
  { right: 3, wrong: -6 },
]

/** The fraction after certainty; a certainty that the table lacks counts as its nearest row. */
export function certaintyFraction(table: CertaintyTable, certainty: number, fraction: number): number {
  const row = table[Math.min(Math.max(1, certainty), table.length) - 1]
  if (!row) return fraction
  return fraction > 0 ? fraction * row.right : row.wrong
}
