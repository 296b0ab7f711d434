/** Rules ask the same of the same texts: what was made of one is kept, of so many at the most. */
export function remember<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>()
  return text => {
    const known = made.get(text)
    if (known !== undefined) return known
    if (made.size >= 10_000) made.clear()
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}

/** The words of a text, small. Numbers count as words. */
export const words = /* @__PURE__ */ remember(
  (text): readonly string[] =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [],
)
