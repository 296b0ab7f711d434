import type { Media } from '../question/index.js'
import type { Note } from './collect.js'
import type { MediaFile } from './format.js'
import { markdownOf } from './plain.js'

/** The files of all questions, each under a path of its own. */
export interface Shelf {
  readonly files: readonly MediaFile[]
  /** Where the bytes are: under this name, or a counted one where others have it. */
  place(name: string, bytes: Uint8Array): string
}

export function createShelf(): Shelf {
  const files: MediaFile[] = []
  const taken = new Set<string>()
  /** By the name that was wanted, where its bytes are. A text has all of them, as it is found at once among thousands. */
  const places = new Map<string, Map<string, string>>()
  const texts = new WeakMap<Uint8Array, string>()
  return {
    files,
    place(name, bytes) {
      const wanted = safePath(name) || 'file'
      const there = places.get(wanted) ?? new Map<string, string>()
      const text = texts.get(bytes) ?? new TextDecoder('latin1').decode(bytes)
      const known = there.get(text)
      if (known !== undefined) return known
      const [, stem = '', extension = ''] = /^(.*?)(\.\w+)?$/.exec(wanted) ?? []
      let path = wanted
      for (let count = there.size + 1; taken.has(path); count++) path = `${stem}-${count}${extension}`
      taken.add(path)
      texts.set(bytes, text)
      places.set(wanted, there.set(text, path))
      files.push({ path, bytes })
      return path
    },
  }
}

/** A relative path that stays below where it starts, with no hidden file or folder in it, and that a disk can hold. */
export function safePath(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .map(step => step.replace(/^\.+/, ''))
    .filter(step => step !== '')
    .map(step => [...step].map(sign => (sign < ' ' || '<>:"|?*'.includes(sign) ? '-' : sign)).join(''))
    .map(step => (new TextEncoder().encode(step).length > 250 ? [...step].slice(-60).join('') : step))
    .join('/')
}

/** What base64 says; null where it is none. */
export function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
  } catch {
    return null
  }
}

export function base64Of(bytes: Uint8Array): string {
  let signs = ''
  // In pieces, as a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    signs += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(signs)
}

/** A path of a URL as it is on disk. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The place of an image that a text names as `src`, or why it can't be had.
 *
 * @param find the bytes of a file that comes along; null where there is none of that path.
 */
export function placeOf(
  src: string,
  shelf: Shelf,
  find: (path: string) => Uint8Array | Note | null = () => null,
): string | Note {
  const inline = /^data:image\/([\w.+-]+)(?:;[\w-]+=[\w-]+)*;base64,/i.exec(src)
  if (inline) {
    const bytes = bytesOf(src.slice(inline[0].length))
    const extension = inline[1]?.toLowerCase().replace(/\+.*$/, '') ?? 'bin'
    return bytes ? shelf.place(`image.${extension}`, bytes) : brokenFile('image')
  }
  if (/^https?:/i.test(src)) return src
  if (/^[a-z][\w+.-]*:|^\/\//i.test(src))
    return { code: 'image-lost', message: `The image '${src.slice(0, 60)}' is nowhere that can be shown.` }
  const path = decodePath(src.replace(/[?#].*$/s, ''))
  const found = find(path)
  if (found === null) return safePath(path) || brokenFile('image')
  return found instanceof Uint8Array ? shelf.place(path, found) : found
}

export const brokenFile = (name: string): Note => ({
  code: 'broken-file',
  message: `The file '${name}' is not in base64, and is left out.`,
})

/** What is said of an image in a text that images can't go with. */
export const imageLost = ({ type, src }: Media): Note => ({
  code: 'image-lost',
  message: `The ${type} '${src}' is left out, as only questions and choices have images.`,
})

/** The text of what can be picked and has an image: a text that has no words is what the image says, or a name. */
export const labelled = (text: string, image: Media, name: string) => text || markdownOf(image.alt) || name

/** True for what is not a file of a bank's own. */
export const isRemote = (src: string): boolean => /^(?:https?|data):/i.test(src)
