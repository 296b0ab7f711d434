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
