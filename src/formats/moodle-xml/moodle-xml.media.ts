import type { XmlElement } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'
import type { MediaFile } from '../format.js'
import { childrenOf, saidIn } from './moodle-xml.document.js'

/** The files of all questions, each under a path of its own. */
export interface Shelf {
  readonly files: readonly MediaFile[]
  /** Where the bytes are: under this name, or a counted one where others have it. */
  place(name: string, bytes: Uint8Array): string
}

export function createShelf(): Shelf {
  const files: MediaFile[] = []
  const places = new Map<string, Uint8Array>()
  return {
    files,
    place(name, bytes) {
      const [, stem = '', extension = ''] = /^(.*?)(\.\w+)?$/.exec(safePath(name) || 'file') ?? []
      let path = stem + extension
      for (let count = 2; ; count++) {
        const there = places.get(path)
        if (there && isSame(there, bytes)) return path
        if (!there) break
        path = `${stem}-${count}${extension}`
      }
      places.set(path, bytes)
      files.push({ path, bytes })
      return path
    },
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

/** A relative path that stays below where it starts. */
export function safePath(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter(step => step !== '' && step !== '.' && step !== '..')
    .map(step => [...step].map(sign => (sign < ' ' || '<>:"|?*'.includes(sign) ? '-' : sign)).join(''))
    .join('/')
}

/** The place of a file that a text names as `src`, or why it can't be had. */
export function sourceOf(src: string, owner: XmlElement, shelf: Shelf): string | Note {
  const inline = /^data:image\/([\w.+-]+);base64,/i.exec(src)
  if (inline) {
    const bytes = bytesOf(src.slice(inline[0].length))
    const extension = inline[1]?.toLowerCase().replace(/\+.*$/, '') ?? 'bin'
    return bytes ? shelf.place(`image.${extension}`, bytes) : broken('image')
  }
  if (/^https?:/i.test(src)) return src
  const attached = /^@@PLUGINFILE@@\/([^?#]*)/.exec(src)?.[1]
  if (attached !== undefined) return attachedTo(owner, decode(attached), shelf)
  if (/^[a-z][\w+.-]*:|^\/\//i.test(src))
    return { code: 'image-lost', message: `The image '${src.slice(0, 60)}' is nowhere that can be shown.` }
  return safePath(decode(src)) || broken('image')
}

function attachedTo(owner: XmlElement, name: string, shelf: Shelf): string | Note {
  const file = childrenOf(owner, 'file').find(({ attributes: { path = '/', name: own = '' } }) =>
    [own, `${path}${own}`.replace(/^\//, '')].includes(name),
  )
  if (!file) return safePath(name) || broken(name)
  const bytes = bytesOf(saidIn(file))
  return bytes ? shelf.place(name, bytes) : broken(name)
}

const broken = (name: string): Note => ({
  code: 'broken-file',
  message: `The file '${name}' is not in base64, and is left out.`,
})

/** What base64 says; null where it is none. */
export function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
  } catch {
    return null
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
