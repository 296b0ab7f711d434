/** A run of text: `id` is null where it is only there to be read. */
export interface HotTextSegment {
  readonly id: string | null
  readonly text: string
}

/** Words hold no braces, so that a mark left open ends at the next brace and the search stays linear. */
const mark = /\{\{([A-Za-z0-9][\w.:-]*)\|([^{}]+)\}\}/

/** `read {{a|these words}} here` as runs of text, in order: joined they are the text without its braces and ids. */
export function segmentsOf(text: string): readonly HotTextSegment[] {
  const pieces = text.split(mark)
  const segments: HotTextSegment[] = []
  for (let index = 0; index < pieces.length; index += 3) {
    const [plain = '', id, words] = pieces.slice(index, index + 3)
    if (plain) segments.push({ id: null, text: plain })
    if (id !== undefined && words !== undefined) segments.push({ id, text: words })
  }
  return segments
}
