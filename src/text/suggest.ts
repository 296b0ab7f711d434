import { typosBetween } from './typos.js'

/** Names longer than this are no slips of the finger, and not worth the time. */
const LONGEST = 64

/** So many known names are compared at most: a bank may have thousands of them, and thousands of misspelt ones. */
const MOST = 500

/**
 * The known name that was probably meant: at most a third of its letters away (Damerau–Levenshtein, optimal string
 * alignment), upper and lower case alike; of two letters one, and of one none, as `c` is no slip for `a`. Null where
 * nothing is near.
 */
function nearest(name: string, known: Iterable<string>): string | null {
  if (name.length > LONGEST) return null
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  let compared = 0
  for (const candidate of known) {
    const longer = Math.max(name.length, candidate.length)
    const allowed = longer === 1 ? 0 : Math.max(1, Math.floor(longer / 3))
    if (candidate.length > LONGEST || Math.abs(candidate.length - name.length) > allowed) continue
    if (++compared > MOST) break
    const steps = typosBetween(name.toLowerCase(), candidate.toLowerCase(), allowed)
    if (steps <= allowed && steps < least) [best, least] = [candidate, steps]
  }
  return best
}

/** What a name from elsewhere is called here; other names as they are. */
export function ownName(name: string, elsewhere: { readonly [name: string]: string }): string {
  const small = name.toLowerCase()
  return (Object.hasOwn(elsewhere, small) ? elsewhere[small] : undefined) ?? name
}

/**
 * ` Did you mean 'title'?`, or nothing where no known name is near.
 *
 * @param elsewhere names from elsewhere, in small letters, and which of the known each is.
 */
export function didYouMean(
  name: string,
  known: Iterable<string>,
  elsewhere: { readonly [name: string]: string } = {},
): string {
  const meant = nearest(ownName(name, elsewhere), known)
  return meant === null ? '' : ` Did you mean '${meant}'?`
}
