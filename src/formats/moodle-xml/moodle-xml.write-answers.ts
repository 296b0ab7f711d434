import type { AcceptedText } from '../../marking/index.js'
import type { Choice, Media } from '../../question/index.js'
import { withMore, type XmlNode } from '../xml.write.js'
import type { WriteText } from './moodle-xml.nodes.js'

/** A share as percent, with the five decimals that Moodle has. */
export const percentOf = (share: number): string => String(Number((share * 100).toFixed(5)))

/** A text as Moodle takes it: an asterisk that is none of its wildcards has a backslash. */
export const wildcardText = ({ text, wildcard }: Pick<AcceptedText, 'text' | 'wildcard'>): string =>
  wildcard ? text : text.replaceAll('*', '\\*')

export function answer(
  write: WriteText,
  text: string,
  fraction: number,
  feedback: string | undefined,
  more: readonly XmlNode[] = [],
  media: readonly Media[] = [],
): XmlNode {
  const said = feedback === undefined ? [] : [write('feedback', feedback)]
  return withMore(write('answer', text, { fraction: percentOf(fraction) }, media), [...said, ...more])
}

/** Choices as answers, each worth its share. */
export function answersFor(
  choices: readonly (Choice & { readonly media?: Media | undefined })[],
  worth: (id: string) => number,
  write: WriteText,
): readonly XmlNode[] {
  return choices.map(({ id, text, feedback, media }) =>
    answer(write, text, worth(id), feedback, [], media ? [media] : []),
  )
}
