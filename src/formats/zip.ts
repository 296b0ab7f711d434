import { Inflate, inflateSync, zipSync } from 'fflate'
import type { Note } from './collect.js'
import type { MediaFile } from './format.js'
import { crc32, nameFrom } from './zip.bytes.js'

/** How much an archive may hold. Counted on bytes that really come out, whatever the archive says of itself. */
export interface ZipLimits {
  /** Files in it. */
  readonly entries: number
  /** Bytes of all files that are read, together. */
  readonly bytes: number
  /** Bytes that come out for each byte that goes in; asked of a file above a mebibyte, and of all above four. */
  readonly ratio: number
}

/** More files are in no archive of questions. */
export const mostFiles = 5000

const mebibyte = 2 ** 20

/** What is read of a text, or of an archive, where nobody says how much. */
export const mostBytes = 48 * mebibyte

const defaultLimits: ZipLimits = { entries: mostFiles, bytes: mostBytes, ratio: 200 }

/** A file that an archive has under a path, or why it isn't read. */
export type ZipFile =
  | { readonly is: 'read'; readonly bytes: Uint8Array }
  | ({ readonly is: 'refused' } & Note)

/** What is in an archive. Nothing is unpacked until it is read. */
export interface Archive {
  /** Paths of the files that may be read: relative, with `/`, never outside. */
  readonly paths: readonly string[]
  /** What is in it and is never read, and why: paths that lead outside, links, what is encrypted. */
  readonly refused: readonly Note[]
  /** Null where there is no such file. */
  readonly read: (path: string) => ZipFile | null
}

export type Zip = ({ readonly is: 'read' } & Archive) | ({ readonly is: 'broken' } & Note)

/** True for what begins as a zip archive does. */
export function isZip(content: string | Uint8Array): content is Uint8Array {
  return typeof content !== 'string' && content[0] === 0x50 && content[1] === 0x4b && (content[2] ?? 9) < 8
}

/** Opens a zip archive. Never throws: what is wrong with it is named. */
export function readZip(archive: Uint8Array, limits: Partial<ZipLimits> = {}): Zip {
  const { entries: most, bytes: allowed, ratio } = { ...defaultLimits, ...limits }
  const entries = directoryOf(archive)
  if ('code' in entries) return { is: 'broken', ...entries }
  if (entries.length > most)
    return broken('too-many-files', `The archive has ${entries.length} files; at most ${most} are read.`)
  const files = new Map<string, Entry>()
  const refused: Note[] = []
  for (const entry of entries) {
    const reason = reasonAgainst(entry, files)
    if (reason !== null) refused.push(reason)
    else if (!entry.path.endsWith('/')) files.set(entry.path, entry)
  }
  let left = Math.min(allowed, Math.max(4 * mebibyte, archive.length * ratio))
  const read = new Map<string, ZipFile>()
  const readOnce = (entry: Entry): ZipFile => {
    const most = Math.min(left, Math.max(mebibyte, entry.packed * ratio))
    const bytes = inflate(archive, entry, most)
    if (bytes === 'too-large')
      return refusal('too-large', `'${entry.path}' is larger unpacked than what is read of an archive.`)
    // What is broken took its time too: so many of them can't take for ever.
    left -= entry.unpacked
    if (bytes === 'broken') return refusal('broken-file', `'${entry.path}' can’t be unpacked.`)
    if (crc32(bytes) !== entry.sum)
      return refusal('broken-file', `'${entry.path}' is damaged: it is not what the archive’s checksum says.`)
    return { is: 'read', bytes }
  }
  return {
    is: 'read',
    paths: [...files.keys()],
    refused,
    read(path) {
      const entry = files.get(path)
      if (!entry) return null
      const file = read.get(path) ?? readOnce(entry)
      read.set(path, file)
      return file
    },
  }
}

const broken = (code: string, message: string) => ({ is: 'broken', code, message }) as const
const refusal = (code: string, message: string) => ({ is: 'refused', code, message }) as const

interface Entry {
  readonly path: string
  readonly method: number
  /** CRC-32 of what comes out. */
  readonly sum: number
  readonly packed: number
  readonly unpacked: number
  /** Where its own header stands. */
  readonly start: number
  readonly isEncrypted: boolean
  readonly isLink: boolean
}

const noArchive: Note = {
  code: 'not-a-zip',
  message: 'The archive is damaged, or is none: it has no directory.',
}

/** The directory at the archive's end. fflate's own shows neither links nor what is encrypted, nor how long a file really is. */
function directoryOf(archive: Uint8Array): readonly Entry[] | Note {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50)
    end = end < archive.length - 65_557 ? -1 : end - 1
  if (end < 0) return noArchive
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff)
    return { code: 'unsupported-zip', message: 'Archives beyond 4 GB (zip64) are not read.' }
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return noArchive
    const lengths = [28, 30, 32].map(offset => view.getUint16(at + offset, true))
    const [name = 0, extra = 0, comment = 0] = lengths
    if (at + 46 + name > end) return noArchive
    entries.push({
      path: nameFrom(archive.subarray(at + 46, at + 46 + name)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      // The upper half holds the file's mode in Unix, where 0o12 is a link.
      isLink: view.getUint16(at + 40, true) >>> 12 === 0o12,
      start: view.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

function reasonAgainst(
  { path, isEncrypted, isLink, method }: Entry,
  files: ReadonlyMap<string, Entry>,
): Note | null {
  const shown = `'${path.slice(0, 80)}'`
  if (leadsOutside(path))
    return { code: 'unsafe-path', message: `${shown} would lie outside of the archive.` }
  if (isLink) return { code: 'link', message: `${shown} is a link, which is never followed.` }
  if (isEncrypted) return { code: 'encrypted', message: `${shown} is encrypted.` }
  if (method !== 0 && method !== 8)
    return { code: 'unsupported-zip', message: `${shown} is packed in a way that is not read.` }
  if (files.has(path))
    return { code: 'duplicate-path', message: `${shown} is in it twice; the first is taken.` }
  return null
}

function leadsOutside(path: string): boolean {
  const hasControls = [...path].some(sign => sign < ' ')
  return path === '' || hasControls || /^\/|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)/i.test(path)
}

function inflate(
  archive: Uint8Array,
  { start, method, packed, unpacked }: Entry,
  most: number,
): Uint8Array | 'too-large' | 'broken' {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  if (start + 30 > archive.length || view.getUint32(start, true) !== 0x04034b50) return 'broken'
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  const body = archive.subarray(from, from + packed)
  if (body.length !== packed) return 'broken'
  if (unpacked > most) return 'too-large'
  const bytes = method === 0 ? body : unpack(body, unpacked)
  return bytes?.length === unpacked ? bytes : 'broken'
}

/** A few bytes that grow into many are left off after so many of them. */
const step = 4096

/** What comes out; null where it isn't as long as was said. Room for a byte more is enough to tell. */
function unpack(body: Uint8Array, unpacked: number): Uint8Array | null {
  const room = new Uint8Array(unpacked + 1)
  try {
    const bytes = body.length > step ? unpackInSteps(body, room) : inflateSync(body, { out: room })
    return bytes.length === unpacked ? bytes : null
  } catch {
    return null
  }
}

function unpackInSteps(body: Uint8Array, room: Uint8Array): Uint8Array {
  let length = 0
  const inflater = new Inflate(chunk => {
    room.set(chunk.subarray(0, room.length - length), length)
    length = Math.min(room.length, length + chunk.length)
  })
  for (let at = 0; at < body.length && length < room.length; at += step)
    inflater.push(body.subarray(at, at + step), at + step >= body.length)
  return room.subarray(0, length)
}

/** Files as an archive that holds them would give them, without its being packed. */
export function archiveOf(files: readonly MediaFile[]): Archive {
  const held = new Map(files.map(({ path, bytes }) => [path, bytes]))
  return {
    paths: [...held.keys()],
    refused: [],
    read(path) {
      const bytes = held.get(path)
      return bytes ? { is: 'read', bytes } : null
    },
  }
}

// The earliest time that an archive can name, so that the same files always make the same archive.
const anyTime = new Date(1980, 0, 1)

/** An archive of files, in their order. */
export function writeZip(files: readonly MediaFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), {
    mtime: anyTime,
    level: 6,
  })
}
