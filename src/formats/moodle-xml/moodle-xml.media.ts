import type { XmlElement } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'
import { brokenFile, bytesOf, decodePath, placeOf, type Shelf, safePath } from '../shelf.js'
import { childrenOf, saidIn } from './moodle-xml.document.js'

/** The place of a file that a text names as `src`, or why it can't be had. */
export function sourceOf(src: string, files: Attached, shelf: Shelf): string | Note {
  const attached = /^@@PLUGINFILE@@\/([^?#]*)/.exec(src)?.[1]
  return attached === undefined ? placeOf(src, shelf) : sourceOfFile(decodePath(attached), files, shelf)
}

/** Files that come with a text, by their paths, which begin with a slash, and by their names alone. */
export type Attached = ReadonlyMap<string, XmlElement>

export function attachedTo(owner: XmlElement): Attached {
  const files = new Map<string, XmlElement>()
  // Of several with one name the first is meant.
  for (const file of childrenOf(owner, 'file').toReversed()) {
    const { path = '/', name = '' } = file.attributes
    files.set(name, file).set(path + name, file)
  }
  return files
}

function sourceOfFile(name: string, files: Attached, shelf: Shelf): string | Note {
  const file = files.get(`/${name}`) ?? files.get(name)
  if (!file) return safePath(name) || brokenFile(name)
  const bytes = bytesOf(saidIn(file))
  return bytes ? shelf.place(name, bytes) : brokenFile(name)
}
