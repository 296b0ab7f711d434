import type { XmlElement } from '@rgrove/parse-xml'
import type { Note } from './collect.js'
import type { ReportEntry } from './format.js'
import { decodePath } from './shelf.js'
import { childOf, childrenOf, headOf, readXml } from './xml.js'
import { type Archive, mostFiles } from './zip.js'

/** A document in a package, under its path. */
export interface PackageDocument {
  readonly path: string
  readonly text: string
}

/** What a package's manifest (IMS Content Packaging) says is in it. */
interface Manifest {
  /** Paths that it names, in its order. */
  readonly paths: readonly string[]
  /** Those that it says are questions, whatever they are called. */
  readonly questions: ReadonlySet<string>
  /** The paths of its resources, by their identifiers. */
  readonly byId: ReadonlyMap<string, string>
}

/**
 * The documents of a package that look like `fits`, in the order of the manifest, then those that it doesn't name.
 * What can't be read of the archive goes into the report.
 */
export function documentsIn(
  archive: Archive,
  fits: (text: string) => boolean,
): {
  readonly documents: readonly PackageDocument[]
  readonly report: readonly ReportEntry[]
  /** Paths that the manifest names and that are not there. */
  readonly missing: ReadonlySet<string>
  readonly byId: Manifest['byId']
} {
  const manifest = manifestOf(archive)
  const there = new Set(archive.paths)
  const named = manifest.paths.filter(path => there.has(path))
  const { questions, byId } = manifest
  const isCandidate = (path: string) => isDocument(path) || questions.has(path)
  const candidates = [...new Set([...named, ...archive.paths])].filter(isCandidate)
  const report: ReportEntry[] = [...archive.refused, ...manifest.faults].map(dropped)
  const isMissing = (path: string) => !there.has(path) && (/\.xml$/i.test(path) || questions.has(path))
  const missing = new Set(manifest.paths.filter(isMissing))
  for (const path of missing)
    report.push(
      dropped({ code: 'file-missing', message: `The manifest names '${path}', which is not there.` }),
    )
  const documents: PackageDocument[] = []
  for (const path of candidates) {
    const file = archive.read(path)
    if (file?.is === 'refused') report.push({ ...dropped(file), file: path })
    if (file?.is !== 'read') continue
    const text = textOf(file.bytes)
    if (path === 'imsmanifest.xml') continue
    if (fits(text)) documents.push({ path, text })
    else if (questions.has(path) || isOfQuestions(text)) report.push({ ...dropped(unread(text)), file: path })
  }
  return { documents, report, missing, byId }
}

/** True for a document of any version of QTI. */
const isOfQuestions = (text: string) =>
  /<(?:[\w.-]+:)?(?:questestinterop|(?:qti-)?assessment-?(?:Item|Test|Section))[\s>]/i.test(headOf(text))

const unread = (text: string): Note => ({
  code: 'no-item',
  message: isOfQuestions(text)
    ? 'Its questions are in another version of QTI than those beside it: read it by itself.'
    : 'The manifest says that it holds questions, and there are none in it.',
})

/** True for what may be a document of questions; Blackboard's end in `.dat`. */
const isDocument = (path: string) => /\.(?:xml|qti|dat)$/i.test(path)

const dropped = ({ code, message }: Note): ReportEntry => ({ fate: 'dropped', question: null, code, message })

/**
 * An archive as it is from the folder that its manifest is in: whoever packs a folder has all of it one deeper. What a
 * Macintosh adds beside it is left alone.
 */
export function fromManifest(archive: Archive): Archive {
  const paths = archive.paths.filter(path => !path.startsWith('__MACOSX/'))
  const [manifest = '', ...others] = paths.filter(path => /^[^/]+\/imsmanifest\.xml$/.test(path))
  const folder = manifest.replace(/[^/]*$/, '')
  if (others.length > 0 || folder === '' || !paths.every(path => path.startsWith(folder))) return archive
  return {
    ...archive,
    paths: paths.map(path => path.slice(folder.length)),
    read: path => archive.read(folder + path),
  }
}

/** What can't be read of an archive, and why. */
export function faultsIn(archive: Archive): readonly ReportEntry[] {
  const broken = archive.paths.filter(isDocument).flatMap(path => {
    const file = archive.read(path)
    return file?.is === 'refused' ? [{ ...dropped(file), file: path }] : []
  })
  return [...archive.refused.map(dropped), ...broken]
}

/** True where any document of a package looks like `fits`. */
export function holds(archive: Archive, fits: (text: string) => boolean): boolean {
  const fitsAt = (path: string) => {
    const text = textAt(archive, path)
    return text !== null && fits(text)
  }
  return archive.paths.filter(isDocument).some(fitsAt) || [...manifestOf(archive).questions].some(fitsAt)
}

/** The text of a document in an archive; null where there is none, or it can't be read. */
export function textAt(archive: Archive, path: string): string | null {
  const file = archive.read(path)
  return file?.is === 'read' ? textOf(file.bytes) : null
}

/** XML names its own encoding, but nearly all that names another one is in UTF-8 as well. */
function textOf(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}

/** Several times what a manifest takes that names as many files as an archive may hold. */
const longestManifest = 4_000_000

function manifestOf(archive: Archive): Manifest & { readonly faults: readonly Note[] } {
  const none = { paths: [], questions: new Set<string>(), byId: new Map<string, string>(), faults: [] }
  const text = textAt(archive, 'imsmanifest.xml')
  if (text === null) return none
  if (text.length > longestManifest) {
    const message = `imsmanifest.xml is longer than ${longestManifest} characters, and is not read.`
    return { ...none, faults: [{ code: 'too-large', message }] }
  }
  const xml = readXml(text)
  if (xml.is === 'broken') {
    const { code, message, line } = xml
    return { ...none, faults: [{ code, message: `imsmanifest.xml, line ${line}: ${message}` }] }
  }
  const holder = childOf(xml.root, 'resources')
  const folder = holder ? folderOf(holder, folderOf(xml.root, '')) : ''
  const resources = (holder ? childrenOf(holder) : []).map(resource => ({
    said: resource.attributes,
    paths: pathsOf(resource, folder),
  }))
  const paths = resources.flatMap(resource => resource.paths)
  if (paths.length > mostFiles) {
    const message = `imsmanifest.xml names ${paths.length} files; the first ${mostFiles} are looked for.`
    return { ...none, paths: paths.slice(0, mostFiles), faults: [{ code: 'too-many-files', message }] }
  }
  const mains = resources.flatMap(({ said: { identifier = '', type = '' }, paths: [main] }) =>
    main === undefined ? [] : [{ identifier, type, main }],
  )
  return {
    ...none,
    paths,
    questions: new Set(mains.filter(({ type }) => isQuestions(type)).map(({ main }) => main)),
    byId: new Map(mains.map(({ identifier, main }) => [identifier, main])),
  }
}

/** True for the types of what is asked: items, sections and tests of any version, and what Blackboard calls them. */
const isQuestions = (type: string) =>
  /qti/i.test(type) &&
  !/template|processing|stimulus|outcome|result|usage|fragment|metadata|attempt/i.test(type)

/** The folder that paths in an element are told from. */
export function folderOf({ attributes: { 'xml:base': base = '' } }: XmlElement, outer: string): string {
  const inner = base.endsWith('/') ? insidePath(decodePath(base), outer) : null
  return inner === null ? outer : inner && `${inner}/`
}

function pathsOf(element: XmlElement, outer: string): readonly string[] {
  const { href = element.attributes['bb:file'] } = element.attributes
  const folder = folderOf(element, outer)
  const below = childrenOf(element).flatMap(child => pathsOf(child, folder))
  const path = href === undefined ? null : insidePath(decodePath(href), folder)
  return path === null ? below : [path, ...below]
}

/** A path as one file of a package names another; null where it leads outside. */
export function insidePath(href: string, from: string): string | null {
  if (/^[a-z][\w+.-]*:|^[\\/]/i.test(href)) return null
  const steps = from.split('/').slice(0, -1)
  for (const step of href.replace(/[?#].*$/s, '').split('/')) {
    if (step === '..' && steps.pop() === undefined) return null
    if (step !== '..' && step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** The bytes of a file that a document of a package names, or why they can't be had; null where there is none. */
export function fileNamed(archive: Archive, href: string, from: string): Uint8Array | Note | null {
  // Last, the folder that Canvas keeps all files in.
  const places = [insidePath(href, from), insidePath(href, ''), insidePath(href, 'web_resources/')]
  for (const place of places) {
    const file = place === null ? null : archive.read(place)
    if (file) return file.is === 'read' ? file.bytes : file
  }
  return null
}
