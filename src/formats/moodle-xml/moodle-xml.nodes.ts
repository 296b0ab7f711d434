import type { Media } from '../../question/index.js'
import { escapeHtml } from '../html.entities.js'
import { moodleMarkdown } from '../moodle-texts.js'
import { plainOf } from '../plain.js'
import { value, type XmlNode } from '../xml.write.js'
import { type Files, fileNodes, withImages } from './moodle-xml.write-media.js'

/** Writes texts in one of Moodle's formats, with the images that belong to them. */
export type WriteText = (
  name: string,
  text: string,
  attributes?: XmlNode['attributes'],
  media?: readonly Media[],
) => XmlNode

/**
 * Writes choices and feedback in gaps, and the right sides of pairs: they are HTML to Moodle, whatever the text around
 * them is.
 */
export type WriteHtml = (text: string) => string

export function html(isPlain: boolean): WriteHtml {
  return text => escapeHtml(isPlain ? text : plainOf(text))
}

export const plainText = (name: string, text: string, more: readonly XmlNode[] = []): XmlNode => ({
  name,
  content: [value('text', text), ...more],
})

/** @param files the bytes of images: path → bytes. */
export function formatted(format: string, files: Files): WriteText {
  return (name, text, attributes = {}, media = []) => {
    const own = format === 'markdown' ? moodleMarkdown(text) : text
    const gap = name === 'questiontext' || text.includes('\n') ? '\n\n' : ' '
    return {
      name,
      attributes: { ...attributes, format },
      content: [value('text', withImages(own, media, gap)), ...fileNodes(media, files)],
    }
  }
}
