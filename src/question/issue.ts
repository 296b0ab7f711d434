import type { Bounds } from './question.js'

/** A problem in what an author or a file says: where, what is wrong, what would be right. */
export interface Issue {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  /** Where in the bank: `['questions', 3, 'key']`. */
  readonly path: readonly (string | number)[]
  /** What is wrong and what would be right, in a sentence or two. */
  readonly message: string
  /** Where in the text, both from 1, where there is a text. */
  readonly line?: number
  readonly column?: number
}

/** What is wrong with a question that its schema alone can't see. The path starts at the question. */
export type Fault = Pick<Issue, 'code' | 'path' | 'message'>

/** Ids that are given twice in one list of a question: `repeated-id`. */
export function checkIds(list: string, entries: readonly { readonly id: string }[]): readonly Fault[] {
  const seen = new Set<string>()
  const faults: Fault[] = []
  for (const [index, { id }] of entries.entries())
    if (seen.size === seen.add(id).size)
      faults.push({
        code: 'repeated-id',
        path: [list, index, 'id'],
        message: `The id '${id}' is given twice in '${list}'; each needs one of its own.`,
      })
  return faults
}

/** Bounds that nothing can keep: `bounds-crossed`. */
export function checkBounds(name: string, { min = 0, max = min }: Bounds = {}): readonly Fault[] {
  if (min <= max) return []
  return [
    {
      code: 'bounds-crossed',
      path: [name],
      message: `'${name}' asks for at least ${min} and at most ${max}; the least can't be more than the most.`,
    },
  ]
}
