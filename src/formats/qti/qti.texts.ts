import type { XmlElement } from '@rgrove/parse-xml'
import type { Media } from '../../question/index.js'
import { createNotes, type Note } from '../collect.js'
import { escapeHtml } from '../html.entities.js'
import { readHtml } from '../html.js'
import { attributeOf, firstOf, htmlIn, nameOf } from './qti.elements.js'

/** Reads the texts of one item, and keeps what it finds beside them. */
export interface Texts {
  readonly notes: Note[]
  readonly media: Media[]
  readonly note: (code: string, message: string) => void
  readonly read: (html: string) => string
  /** Reads one of several things, with a picture, a sound or a film of its own. */
  readonly readApart: (html: string) => { readonly text: string; readonly media?: Media }
}

/** Where a file is kept that an item names, or why it can't be had. */
export type Place = (src: string) => string | Note

export function createTexts(place: Place): Texts {
  const { notes, note } = createNotes()
  const media: Media[] = []
  const readInto = (html: string, kept: Media[]) => {
    const { text, images, lost } = readHtml(html)
    for (const { src, alt } of images) {
      const [type, address] = splitSrc(src)
      const at = place(address)
      if (typeof at !== 'string') note(at.code, at.message)
      else if (!kept.some(one => one.src === at)) kept.push({ type, src: at, alt })
    }
    if (lost.length > 0) note('markup-lost', `Left out of the markup: ${lost.join(', ')}.`)
    return text
  }
  return {
    notes,
    media,
    note,
    read: html => readInto(html, media),
    readApart(html) {
      const found: Media[] = []
      const text = readInto(html, found)
      const [own, ...others] = found
      media.push(...others)
      return { text, ...(own && { media: own }) }
    },
  }
}

/** Sound and films go through HTML as images whose address says what they are. */
const marker = /^qti-(audio|video):/
const splitSrc = (src: string): readonly [Media['type'], string] => {
  const [sign, type] = marker.exec(src) ?? []
  return [(type as Media['type'] | undefined) ?? 'image', sign === undefined ? src : src.slice(sign.length)]
}

/** Media elements as images; null for all others. */
export function mediaTag(element: XmlElement): string | null {
  const name = nameOf(element)
  if (!['audio', 'video', 'object'].includes(name)) return null
  const source = firstOf(element, 'source')
  const src =
    attributeOf(element, 'src') ??
    attributeOf(element, 'data') ??
    (source && attributeOf(source, 'src')) ??
    ''
  const stated = name === 'object' ? (attributeOf(element, 'type') ?? '').split('/')[0] : name
  if (src === '' || (stated !== 'image' && stated !== 'audio' && stated !== 'video')) return null
  const alt = attributeOf(element, 'alt') ?? attributeOf(element, 'aria-label') ?? element.text.trim()
  const sign = stated === 'image' ? '' : `qti-${stated}:`
  return `<img src="${escapeHtml(sign + src)}" alt="${escapeHtml(alt)}">`
}

/** True for a rubric that learners see. */
export const isForLearners = (rubric: XmlElement): boolean =>
  /\bcandidate\b/.test(attributeOf(rubric, 'view') ?? '')

/** What stands in an element, as HTML, but for what is not said to learners before they answer. */
export function askedIn(
  element: XmlElement,
  instead: (child: XmlElement) => string | null = () => null,
): string {
  return htmlIn(element, child => {
    const own = instead(child)
    if (own !== null) return own
    const name = nameOf(child)
    if (/^(?:modalFeedback|feedback\w+|stylesheet|catalogInfo)$/.test(name)) return ''
    if (name === 'rubricBlock' && !isForLearners(child)) return ''
    return mediaTag(child)
  })
}
