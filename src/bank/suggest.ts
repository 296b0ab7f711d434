/** Names longer than this are no slips of the finger, and not worth the time. */
const LONGEST = 64

/**
 * The known name that was probably meant: at most a third of its letters away (Damerau–Levenshtein, optimal string
 * alignment), upper and lower case alike. Null where nothing is near.
 */
export function nearest(name: string, known: Iterable<string>): string | null {
  if (name.length > LONGEST) return null
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3))
    if (candidate.length > LONGEST || Math.abs(candidate.length - name.length) > allowed) continue
    const steps = distance(name.toLowerCase(), candidate.toLowerCase())
    if (steps <= allowed && steps < least) [best, least] = [candidate, steps]
  }
  return best
}

function distance(from: string, to: string): number {
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, current]
  }
  return last[to.length] ?? 0
}

/** ` Did you mean 'title'?`, or nothing where no known name is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const meant = nearest(name, known)
  return meant === null ? '' : ` Did you mean '${meant}'?`
}
