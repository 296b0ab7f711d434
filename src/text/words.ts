/** Rules ask the same of the same texts: what was made of one is kept, of so many at the most. */
export function remember<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>()
  return text => {
    const known = made.get(text)
    if (known !== undefined) return known
    if (made.size >= 100_000) made.clear()
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}

/** The words of a text, small. Numbers count as words. Where words have no space between, Unicode's dictionaries part them. */
export const words = /* @__PURE__ */ remember((text): readonly string[] => {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  return unspaced.test(text) ? runs.flatMap(run => (unspaced.test(run) ? parted(run) : [run])) : runs
})

/** Scripts that put no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

let segmenter: Intl.Segmenter | null = null

/** In pieces, as the segmenter takes more time for each word of a longer text. */
function parted(run: string): readonly string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  const found: string[] = []
  for (let at = 0; at < run.length; at += piece)
    for (const { segment, isWordLike } of segmenter.segment(run.slice(at, at + piece)))
      if (isWordLike) found.push(segment)
  return found
}

const piece = 1000
