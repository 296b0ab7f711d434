/** A run of the text, or the gap that stands there. */
export type Segment = { readonly text: string } | { readonly gap: string }

const gap = /\{\{([A-Za-z0-9][\w.:-]*)\}\}/

/** `met in {{city}} in {{year}}` as runs of text and gaps, in order. */
export function segmentsOf(text: string): readonly Segment[] {
  return text.split(gap).flatMap((piece, index): Segment[] => {
    if (index % 2 === 1) return [{ gap: piece }]
    return piece === '' ? [] : [{ text: piece }]
  })
}
