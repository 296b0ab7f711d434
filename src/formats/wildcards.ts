import type { AcceptedText } from '../marking/index.js'

type Said = Pick<AcceptedText, 'text' | 'wildcard'>

/** A text as Moodle accepts it: an asterisk stands for anything, but for one after a backslash. */
export function acceptedText(text: string): Said {
  return /(?<!\\)\*/.test(text) ? { text, wildcard: true } : { text: text.replaceAll('\\*', '*') }
}

/** The same the other way: an asterisk that is none of Moodle's wildcards has a backslash. */
export const wildcardText = ({ text, wildcard }: Said): string =>
  wildcard ? text : text.replaceAll('*', '\\*')
