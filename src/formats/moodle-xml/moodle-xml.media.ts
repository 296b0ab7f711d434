import type { XmlElement } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'
import { brokenFile, bytesOf, decodePath, placeOf, type Shelf, safePath } from '../shelf.js'
import { childOf, childrenOf, saidIn } from './moodle-xml.document.js'

/** The place of a file that a text names as `src`, or why it can't be had. */
export function sourceOf(src: string, files: Attached, shelf: Shelf): string | Note {
  const attached = /^@@PLUGINFILE@@\/([^?#]*)/.exec(src)?.[1]
  return attached === undefined ? placeOf(src, shelf) : sourceOfFile(decodePath(attached), files, shelf)
}

/** Files that come with a text, by their paths, which begin with a slash, and by their names alone. */
export type Attached = ReadonlyMap<string, () => Uint8Array | null>

const none: Attached = new Map()

export function attachedTo(owner: XmlElement): Attached {
  if (!childOf(owner, 'file')) return none
  const files = new Map<string, () => Uint8Array | null>()
  // Of several with one name the first is meant.
  for (const file of childrenOf(owner, 'file').toReversed()) {
    const { path = '/', name = '' } = file.attributes
    const bytes = once(() => bytesOf(saidIn(file)))
    files.set(name, bytes).set(path + name, bytes)
  }
  return files
}

/** As a text may show one large file thousands of times. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function sourceOfFile(name: string, files: Attached, shelf: Shelf): string | Note {
  const file = files.get(`/${name}`) ?? files.get(name)
  if (!file) return safePath(name) || brokenFile(name)
  const bytes = file()
  return bytes ? shelf.place(name, bytes) : brokenFile(name)
}
