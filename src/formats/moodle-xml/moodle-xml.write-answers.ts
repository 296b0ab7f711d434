import type { AcceptedText } from '../../marking/index.js'
import type { Choice, Media } from '../../question/index.js'
import { isRemote } from '../shelf.js'
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
): XmlNode {
  const said = feedback === undefined ? [] : [write('feedback', feedback)]
  return withMore(write('answer', text, { fraction: percentOf(fraction) }), [...said, ...more])
}

/** Choices as answers, each worth its share. */
export function answersFor(
  choices: readonly (Choice & { readonly media?: Media | undefined })[],
  worth: (id: string) => number,
  write: WriteText,
): readonly XmlNode[] {
  return choices.map(({ id, text, feedback, media }) =>
    answer(write, withImages(text, media ? [media] : [], ' '), worth(id), feedback),
  )
}

/** Markdown with its images after it. */
export function withImages(text: string, media: readonly Media[], gap: string): string {
  const images = media.filter(({ type }) => type === 'image')
  if (images.length === 0) return text
  const written = images.map(({ src, alt }) => `![${alt.replace(/[[\]\n]/g, ' ')}](${placeOf(src)})`)
  return `${text}${gap}${written.join(' ')}`
}

/** Files of a bank are named as Moodle names those that come with a text. */
function placeOf(src: string): string {
  const place = isRemote(src) ? src : `@@PLUGINFILE@@/${encodeURI(src).replace(/[?#]/g, encodeURIComponent)}`
  return place.replace(/[()\s]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)
}

/** Files that a question names and that a writer, which has only the bank, can't put in. */
export function localFiles(media: readonly Media[]): readonly string[] {
  return media.filter(({ type, src }) => type === 'image' && !isRemote(src)).map(({ src }) => src)
}
