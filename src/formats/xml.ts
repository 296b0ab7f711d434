import { parseXml, XmlElement, XmlError, type XmlNode, XmlText } from '@rgrove/parse-xml'
import type { Note } from './collect.js'
import { entityOf, escapeHtml } from './html.entities.js'

/** Why a document can't be read, and the line where that shows. */
export type BrokenXml = { readonly is: 'broken'; readonly line: number } & Note

/** A document's root and the lines of places in it, or why there is none. */
export type XmlDocument =
  | { readonly is: 'read'; readonly root: XmlElement; readonly lineOf: (element: XmlElement) => number }
  | BrokenXml

/** An element right below the root, and its line. */
export interface XmlPart {
  readonly element: XmlElement
  readonly line: number
}

/** HTML's entities are none of XML's own, and yet in files of XML. */
const entities = { ignoreUndefinedEntities: true, resolveUndefinedEntity: entityOf }

/** More than any file of questions has that is read at once. Each takes microseconds, and half a kilobyte. */
const mostElements = 500_000

/**
 * Reads XML. Entities of the file's own are never expanded, nothing is fetched, and nothing is thrown.
 *
 * @param most how many elements are read at most.
 */
export function readXml(source: string, most = mostElements): XmlDocument {
  const opened = open(source)
  if (opened.is === 'broken') return opened
  const { body, line } = opened
  if (begunIn(body, most) > most) {
    const message = `There are more than ${most} elements in it, too many to be read at once. Part it into several files.`
    return { is: 'broken', line, code: 'too-many', message }
  }
  try {
    const { root } = parseXml(body, { ...entities, includeOffsets: true })
    if (!root) return { is: 'broken', line, code: 'not-xml', message: 'There is no element in it.' }
    const lineOf = lineFinder(body, line)
    const deep = elementTooDeep(root, body)
    if (!deep) return { is: 'read', root, lineOf }
    const message = `The elements are nested more than ${mostDeep} deep.`
    return { is: 'broken', line: lineOf(deep), code: 'too-deep', message }
  } catch (error) {
    return { is: 'broken', ...explain(error, line - 1) }
  }
}

/**
 * The elements of a name right below a root. Each is read when it is asked for and may be forgotten before the next, so
 * that a file of many takes half the time and little memory. Null where they can't be parted or the rest is broken, and
 * in place of an element that is: what is wrong is for `readXml` to say.
 */
export function partsOf(source: string, rootName: string, name: string): Iterable<XmlPart | null> | null {
  const opened = open(source)
  if (opened.is === 'broken') return null
  const { body, line } = opened
  const places = placesOf(body, name)
  if (!places) return null
  let rest = ''
  let from = 0
  for (const { start, end } of places) {
    rest += `${body.slice(from, start)}<${name}/>`
    from = end
  }
  const root = rootOf(rest + body.slice(from))
  if (root?.name !== rootName || childrenOf(root, name).length !== places.length) return null
  return readParts(body, line, places)
}

/** Deeper than any quiz is, and not so deep that whoever looks into it runs out of stack. */
const mostDeep = 250

function elementTooDeep(root: XmlElement, text: string): XmlElement | null {
  // Most questions are too short for that.
  if (text.length < mostDeep * '<a></a>'.length) return null
  let level = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= mostDeep) return level[0] ?? null
    const below: XmlElement[] = []
    for (const { children } of level)
      for (const child of children) if (child instanceof XmlElement) below.push(child)
    level = below
  }
  return null
}

interface Place {
  readonly start: number
  readonly end: number
}

function* readParts(body: string, first: number, places: readonly Place[]): Generator<XmlPart | null> {
  const lineOf = lineFinder(body, first)
  for (const place of places) {
    const element = rootOf(body.slice(place.start, place.end))
    yield element && { element, line: lineOf(place) }
  }
}

/** What ends that in which an element's signs are no signs. */
const ends: { readonly [begin: string]: string } = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' }

/** Where the elements of a name begin and end; null where one is within another, empty or open. */
function placesOf(body: string, name: string): readonly Place[] | null {
  const [begin, close] = [`<${name}`, `</${name}`]
  const sign = new RegExp(`<!\\[CDATA\\[|<!--|<\\?|</?${name}(?=[\\s/>])`, 'g')
  const places: Place[] = []
  let start = -1
  for (let found = sign.exec(body); found; found = sign.exec(body)) {
    const [said] = found
    if ((said === begin && start !== -1) || (said === close && start === -1)) return null
    if (said === begin) start = found.index
    else {
      const end = body.indexOf(ends[said] ?? '>', sign.lastIndex) + 1
      if (end === 0) return null
      sign.lastIndex = end
      if (said !== close) continue
      places.push({ start, end })
      start = -1
    }
  }
  return start === -1 ? places : null
}

function rootOf(text: string): XmlElement | null {
  if (begunIn(text, mostElements) > mostElements) return null
  try {
    const { root } = parseXml(text, entities)
    return root && !elementTooDeep(root, text) ? root : null
  } catch {
    return null
  }
}

/** About how many elements begin in a text, as far as one more than `most`: what only looks like one is counted as well. */
function begunIn(text: string, most: number): number {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1 && count <= most; at = text.indexOf('<', at + 1))
    if (text[at + 1] !== '/') count += 1
  return count
}

/** The text of a document where it begins, and its line. */
function open(
  source: string,
): { readonly is: 'open'; readonly body: string; readonly line: number } | BrokenXml {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const start = text.length - text.trimStart().length
  const entity = text.indexOf('<!ENTITY')
  // After the first element this is text, in a comment or as CDATA.
  if (entity !== -1 && entity < text.search(/<[A-Za-z_]|$/)) {
    const message = 'The file declares entities of its own, which are never expanded; write them out.'
    return { is: 'broken', line: 1 + newlinesIn(text, 0, entity), code: 'entities-declared', message }
  }
  return { is: 'open', body: text.slice(start), line: 1 + newlinesIn(text, 0, start) }
}

/** Lines of elements that are asked for in the order of the file. Each newline is looked for once, however far off. */
function lineFinder(text: string, first: number): (place: { readonly start: number }) => number {
  let line = first
  let newline = text.indexOf('\n')
  return ({ start }) => {
    for (; newline !== -1 && newline < start; newline = text.indexOf('\n', newline + 1)) line += 1
    return line
  }
}

function explain(error: unknown, linesBefore: number): Note & { readonly line: number } {
  if (error instanceof XmlError) {
    const message = `This is no XML that can be read: ${error.message.split('\n')[0]}`
    return { line: error.line + linesBefore, code: 'not-xml', message }
  }
  return { line: 1, code: 'too-deep', message: 'The elements are nested too deep to be read.' }
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** What tells a document's kind: its beginning, after declarations and comments, however long they are. */
export function headOf(text: string): string {
  const before = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<![A-Z][^>]*>)*/.exec(text)?.[0].length ?? 0
  return text.slice(before, before + 5000)
}

/** The elements right below, of one name where it is given. */
export function childrenOf(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(child => isElement(child, name))
}

/** The name is asked first, as that takes a fraction of the time. */
function isElement(child: XmlNode, name?: string): child is XmlElement {
  return (name === undefined || ('name' in child && child.name === name)) && child instanceof XmlElement
}

/** The first element of a name right below. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (isElement(child, name)) return child
  return undefined
}

/** True where markup stands in an element as elements, and not as text. */
export function hasElements(element: XmlElement): boolean {
  return element.children.some(child => child instanceof XmlElement)
}

/** What stands in an element, as markup. Beside elements a `<` that was escaped is text. */
export function markupOf(element: XmlElement): string {
  return hasElements(element) ? element.children.map(nodeMarkup).join('') : element.text
}

/** The markup of a node. */
export function nodeMarkup(node: XmlNode): string {
  if (node instanceof XmlText) return escapeHtml(node.text)
  if (!(node instanceof XmlElement)) return ''
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
  return `<${node.name}${attributes.join('')}>${node.children.map(nodeMarkup).join('')}</${node.name}>`
}
