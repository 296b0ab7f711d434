/** The kinds that come with the package, in the order in which they are offered. */
export const kinds = [
  'single-choice',
  'multiple-response',
  'true-false',
  'short-answer',
  'numeric',
  'ordering',
  'matching',
  'categorization',
  'cloze',
  'hot-text',
  'essay',
]
