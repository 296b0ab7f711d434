import type { Note } from './collect.js'

/** The percentages that Moodle takes; a file with another is refused, unless it is told to take the nearest. */
const grades = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5,
  11.11111, 10, 5, 0,
]

/** The share of the points that each is, as it is written with and without a minus sign. */
const listed: ReadonlyMap<string, number> = new Map(
  grades.flatMap(grade => [-grade, grade]).map(percent => [`${percent}`, wholeShare(percent / 100)]),
)

/** The share of the points that a percentage is, from -1 to 1; undefined where Moodle does not list it as it is written. */
export const listedShare = (percent: string): number | undefined => listed.get(percent)

/** What to tell of percentages that Moodle does not list. */
export function gradeNotes(percents: readonly number[]): readonly Note[] {
  const odd = percents
    .map(Math.abs)
    .filter(percent => !grades.some(grade => Math.abs(grade - percent) < 0.001))
    .map(percent => `${percent} %`)
  if (odd.length === 0) return []
  const message = `Import it with 'Nearest grade if not listed', as Moodle doesn't list ${[...new Set(odd)].join(', ')}.`
  return [{ code: 'unlisted-grades', message }]
}

/** Moodle's thirds, sixths, sevenths and ninths, cut after three decimals or more, are whole again. */
export function wholeShare(share: number): number {
  for (const parts of [6, 7, 9]) {
    const whole = Math.round(share * parts) / parts
    if (Math.abs(share - whole) < 1e-5) return whole
  }
  return share
}
