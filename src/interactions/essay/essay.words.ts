const segmenters = new Map<string, Intl.Segmenter>()

/**
 * Counts words as the language divides them, also where it writes no spaces. Numbers count, punctuation doesn't.
 *
 * @param language BCP 47 tag.
 * @param limit counting stops here, as nobody needs to know by how much an overlong text is too long.
 * @throws RangeError when the tag is malformed.
 */
export function countWords(text: string, language = 'en', limit = Number.POSITIVE_INFINITY): number {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  let count = 0
  for (const { isWordLike } of segmenter.segment(text)) {
    if (isWordLike) count += 1
    if (count >= limit) break
  }
  return count
}
