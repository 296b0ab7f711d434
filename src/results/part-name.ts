import type { PresentedQuestion } from '../question/index.js'

/** The text of a choice or an item as it was shown, or the place of a gap, from 1 to `total`. */
export type PartName = { readonly text: string } | { readonly gap: number; readonly total: number }

/**
 * What a learner knows a part of a question by, to head what is said of it. Null for what was not shown, such as a typed
 * answer.
 *
 * @param id of a choice, an item or a gap: a key of `Review.feedbackOn`.
 *
 * @example
 * partName(view.question, 'b') // { text: 'The Danube' }
 */
export function partName(question: PresentedQuestion, id: string): PartName | null {
  // Prompts and categories may have the ids of choices and items, which are what is spoken of.
  const { choices, items, segments, ...others } = question as PresentedQuestion & Lists
  const listed = [choices, items, ...Object.values(others)].flat().filter(isListed)
  const text = listed.find(entry => entry.id === id)?.text
  if (text !== undefined) return { text }
  const gaps = [segments].flat().flatMap(segment => segment?.gap ?? [])
  const place = gaps.indexOf(id)
  return place < 0 ? null : { gap: place + 1, total: gaps.length }
}

interface Lists {
  readonly choices?: unknown
  readonly items?: unknown
  readonly segments?: readonly { readonly gap?: string }[]
}

interface Listed {
  readonly id: string
  readonly text: string
}

function isListed(entry: unknown): entry is Listed {
  const { id, text } = (entry ?? {}) as { readonly [field: string]: unknown }
  return typeof id === 'string' && typeof text === 'string'
}
