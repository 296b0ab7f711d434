import type { XmlElement } from '@rgrove/parse-xml'
import type { Media } from '../../question/index.js'
import { createNotes, type Note } from '../collect.js'
import { asImages, playedAt } from '../moodle-played.js'
import { languagesIn, readMoodleText } from '../moodle-texts.js'
import { decodePath, imageLost, labelled, type Shelf } from '../shelf.js'
import { childrenOf, holdsMarkup, markupIn } from './moodle-xml.document.js'
import { type Attached, attachedTo, sourceOf } from './moodle-xml.media.js'

/** A text and the images in it. */
export interface Shown {
  readonly text: string
  readonly images: readonly Media[]
}

/** Texts of one question on their way into a bank, and all that has to be said of them. */
export interface Texts {
  readonly notes: readonly Note[]
  readonly note: (code: string, message: string) => void
  /** A text with its images; `said` in place of what stands in the element. */
  readonly show: (element: XmlElement | undefined, said?: string, format?: string) => Shown
  /** A text that images can't go with, such as feedback. */
  readonly read: (element: XmlElement | undefined, said?: string, format?: string) => string
  /** A text that one image can go with. */
  readonly choice: (
    element: XmlElement | undefined,
    letter: string,
    said?: string,
    format?: string,
  ) => Labelled
}

export interface Labelled {
  readonly text: string
  readonly media?: Media
}

/** @param unsaid the format of texts that don't say it. */
export function createTexts(shelf: Shelf, unsaid: string): Texts {
  const { notes, note } = createNotes()
  const attached = new Map<XmlElement, Attached>()
  const filesOf = (element: XmlElement) => {
    const known = attached.get(element)
    if (known) return known
    const files = attachedTo(element)
    attached.set(element, files)
    if (files.size > 0) noteUnused(element, note)
    return files
  }
  const show: Texts['show'] = (
    element,
    said = markupIn(element),
    format = element && holdsMarkup(element) ? 'html' : (element?.attributes.format ?? unsaid),
  ) => {
    if (!element || said === '') return { text: '', images: [] }
    const { text, images, lost } = readMoodleText(said, format)
    const languages = languagesIn(said)
    if (languages) note(languages.code, languages.message)
    if (lost.length > 0) note('markup-lost', `Left out of the markup: ${lost.join(', ')}.`)
    const files = filesOf(element)
    return { text, images: images.flatMap(image => mediaOf(image, files, shelf, note)) }
  }
  const read: Texts['read'] = (element, said, format) => {
    const { text, images } = show(element, said, format)
    for (const { code, message } of images.map(imageLost)) note(code, message)
    return text
  }
  const choice: Texts['choice'] = (element, letter, said, format) => {
    const { text, images } = show(element, said, format)
    const [media, ...others] = images
    for (const { type, src } of others)
      note('image-lost', `The ${type} '${src}' is left out; a choice has one.`)
    if (!media) return { text }
    return { text: labelled(text, media, letter.toUpperCase()), media }
  }
  return { notes, note, show, read, choice }
}

function mediaOf(
  { src, alt }: { readonly src: string; readonly alt: string },
  files: Attached,
  shelf: Shelf,
  note: Texts['note'],
): readonly Media[] {
  const played = playedAt(src)
  const found = sourceOf(played.src, files, shelf)
  if (typeof found === 'string') return [{ type: played.type, src: found, alt }]
  note(found.code, found.message)
  return []
}

function noteUnused(element: XmlElement, note: Texts['note']) {
  // A link to a file shows nothing of it.
  const shown = asImages(markupIn(element)).matchAll(/\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')|\]\(([^()\s]*)\)/gi)
  const named = new Set<string>()
  for (const [, ...addresses] of shown) {
    const { src } = playedAt(addresses.find(address => address !== undefined) ?? '')
    const name = src.replace(/[?#].*$/s, '').replace(/^.*\//s, '')
    named.add(name).add(decodePath(name))
  }
  for (const { attributes } of childrenOf(element, 'file')) {
    const { name = '' } = attributes
    if (!named.has(name)) note('file-lost', `The file '${name}' is left out, as no text shows it.`)
  }
}
