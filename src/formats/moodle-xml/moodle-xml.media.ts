import type { XmlElement } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'
import { brokenFile, bytesOf, decodePath, placeOf, type Shelf, safePath } from '../shelf.js'
import { childrenOf, saidIn } from './moodle-xml.document.js'

/** The place of a file that a text names as `src`, or why it can't be had. */
export function sourceOf(src: string, owner: XmlElement, shelf: Shelf): string | Note {
  const attached = /^@@PLUGINFILE@@\/([^?#]*)/.exec(src)?.[1]
  return attached === undefined ? placeOf(src, shelf) : attachedTo(owner, decodePath(attached), shelf)
}

function attachedTo(owner: XmlElement, name: string, shelf: Shelf): string | Note {
  const files = childrenOf(owner, 'file')
  const file =
    files.find(({ attributes: { path = '/', name: own = '' } }) => `${path}${own}` === `/${name}`) ??
    files.find(({ attributes }) => attributes.name === name)
  if (!file) return safePath(name) || brokenFile(name)
  const bytes = bytesOf(saidIn(file))
  return bytes ? shelf.place(name, bytes) : brokenFile(name)
}
