import { remember, words } from '../text/index.js'

/** A text made alike: without capitals, punctuation and Markdown signs. */
export const fold = /* @__PURE__ */ remember(text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*`_~]/g, '')
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim(),
)

const stopWords = new Set(
  'about above after again against also although among because been before being below between both could does doing down during each every from further have having here hers herself himself into itself just more most much must myself nothing only other over same shall should some something such than that their them then there these they this those through under until very were what when where which while whom whose will with would your yours many true false'.split(
    ' ',
  ),
)

/** Words that carry meaning, each cut to its stem, so that plural and past count as the same. English. */
export const contentWords = /* @__PURE__ */ remember(
  (text): ReadonlySet<string> =>
    new Set(
      words(text)
        .filter(word => word.length > 3 && !stopWords.has(word) && !/^\d+$/.test(word))
        .map(stemOf),
    ),
)

function stemOf(word: string): string {
  const bare = word.replace(/['’]s$/, '')
  const cut = bare.replace(/(?:ies|ied)$/, 'y').replace(/(?:ations?|ing|ed|es|s|ly|er)$/, '')
  return cut.length >= 3 ? cut : bare
}

/** The share of words that two texts have in common: Jaccard (1912). */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** The last sentence of a text: what it asks, after what it tells. */
export function leadIn(stem: string): string {
  return (
    stem
      .trim()
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? stem
  )
}

/** A text without what it quotes, which says nothing of how the author writes. */
export function ownWords(text: string): string {
  return text.replace(/(?<!\p{L})[‘'"“][^’'"”]*[’'"”](?!\p{L})/gu, ' ')
}

/** True for a choice about the other choices: all of the above, both A and B. */
export function isAboutChoices(text: string): boolean {
  return /\babove\b|^\W*(?:both|neither|either)?\s*[A-E]\s*(?:and|or|nor|,|&)\s*[A-E]\W*$/i.test(text)
}

/** A number, where a text is one: with a sign, separators, a currency or a unit. */
export function numberIn(text: string): number | null {
  const found = /^[^\p{L}\p{N}]*?(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?:%|\p{L}{0,12})$/u.exec(
    text.trim(),
  )
  return found ? Number(found[1]?.replaceAll(',', '')) : null
}

/** Two ends, where a text is a range: `0-9`, `10 to 19`. */
export function rangeIn(text: string): readonly [number, number] | null {
  const found = /^\D*?(-?\d+(?:\.\d+)?)\s*(?:-|–|—|to|until|and)\s*(-?\d+(?:\.\d+)?)\D*$/iu.exec(text.trim())
  if (!found) return null
  const [low, high] = [Number(found[1]), Number(found[2])]
  return low <= high ? [low, high] : null
}

/** All that a question says to the learner, for rules about wording. */
export function listed(items: readonly string[]): string {
  return items.map(item => `'${item}'`).join(', ')
}
