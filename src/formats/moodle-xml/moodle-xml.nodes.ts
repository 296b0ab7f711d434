import type { Media } from '../../question/index.js'
import { escapeHtml } from '../html.entities.js'
import { outsideCode, plainOf } from '../plain.js'
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

/** What would begin an element to Moodle, where a bank has text; links between `<` and `>` are links in both. */
const tagLike = /(\\\\)|\\?<(?=[a-z/!?])(?!https?:|mailto:|[^\s<>@]+@)/gi

const withoutTags = (text: string) => text.replace(tagLike, (_, backslash?: string) => backslash ?? '&lt;')

/** @param files the bytes of images: path → bytes. */
export function formatted(format: string, files: Files): WriteText {
  return (name, text, attributes = {}, media = []) => {
    const own = format === 'markdown' ? outsideCode(text, withoutTags) : text
    const gap = name === 'questiontext' || text.includes('\n') ? '\n\n' : ' '
    return {
      name,
      attributes: { ...attributes, format },
      content: [value('text', withImages(own, media, gap)), ...fileNodes(media, files)],
    }
  }
}
