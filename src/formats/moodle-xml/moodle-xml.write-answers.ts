import type { Choice, Media } from '../../question/index.js'
import { value, withMore, type XmlNode } from '../xml.write.js'
import type { WriteText } from './moodle-xml.nodes.js'

/** A share as percent, with the five decimals that Moodle has. */
export const percentOf = (share: number): string => String(Number((share * 100).toFixed(5)))

export function answer(
  write: WriteText,
  text: string,
  fraction: number,
  feedback: string | undefined,
  media: readonly Media[] = [],
): XmlNode {
  const said = feedback === undefined ? [] : [write('feedback', feedback)]
  return withMore(write('answer', text, { fraction: percentOf(fraction) }, media), said)
}

/** An answer that is typed: its text counts to the letter. */
export function typedAnswer(
  write: WriteText,
  text: string,
  fraction: number,
  feedback: string | undefined,
  more: readonly XmlNode[] = [],
): XmlNode {
  const said = feedback === undefined ? [] : [write('feedback', feedback)]
  const attributes = { fraction: percentOf(fraction), format: 'plain_text' }
  return { name: 'answer', attributes, content: [value('text', text), ...said, ...more] }
}

/** Choices as answers, each worth its share. */
export function answersFor(
  choices: readonly (Choice & { readonly media?: Media | undefined })[],
  worth: (id: string) => number,
  write: WriteText,
): readonly XmlNode[] {
  return choices.map(({ id, text, feedback, media }) =>
    answer(write, text, worth(id), feedback, media ? [media] : []),
  )
}
