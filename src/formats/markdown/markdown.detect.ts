import { readMarkdown } from './markdown.read.js'

/** What only a quiz has: a box to tick, an answer with its name, or the comment that names a question. */
const sign =
  /^(?: {0,3}(?:[-*+]|\d+[.)]) +\[[ x]\] |[*_]{0,2}(?:Answer|Number|True or false|Essay)(?::|[*_]{1,2}:)|<!-- id: )/im

/** Headings, lists, tables, quotations, comments, and what asks. */
const bare = /^(?:##? |\d+[.)] |\||>|<!--|\s|$)|[?:]\s*$/

/**
 * True for a quiz: by its signs or, as orders and pairs have none, where each section is a question and there is hardly
 * a line beside.
 */
export function isMarkdown(text: string): boolean {
  if (!/^##? \S/m.test(text)) return false
  if (sign.test(text)) return true
  if (!/^## \S/m.test(text) || !text.split(/\r\n|\n|\r/).every(line => bare.test(line))) return false
  const { bank, report } = readMarkdown(text)
  return bank !== null && report.every(({ fate, kind }) => fate !== 'dropped' || kind === 'text')
}
