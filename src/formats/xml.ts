import { parseXml, XmlElement, XmlError, type XmlNode } from '@rgrove/parse-xml'
import type { Note } from './collect.js'

/** A document's root and the lines of places in it, or why there is none. */
export type XmlDocument =
  | { readonly is: 'read'; readonly root: XmlElement; readonly lineOf: (element: XmlElement) => number }
  | ({ readonly is: 'broken'; readonly line: number } & Note)

/** Reads XML. Entities of the file's own are never expanded, nothing is fetched, and nothing is thrown. */
export function readXml(source: string): XmlDocument {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const start = text.length - text.trimStart().length
  const entity = text.indexOf('<!ENTITY')
  const linesBefore = newlinesIn(text, 0, start)
  // After the first element this is text, in a comment or as CDATA.
  if (entity !== -1 && entity < text.search(/<[A-Za-z_]|$/)) {
    const message = 'The file declares entities of its own, which are never expanded; write them out.'
    return { is: 'broken', line: 1 + newlinesIn(text, 0, entity), code: 'entities-declared', message }
  }
  try {
    const body = text.slice(start)
    const { root } = parseXml(body, { ignoreUndefinedEntities: true, includeOffsets: true })
    if (root) return { is: 'read', root, lineOf: lineFinder(body, linesBefore + 1) }
    return { is: 'broken', line: linesBefore + 1, code: 'not-xml', message: 'There is no element in it.' }
  } catch (error) {
    return { is: 'broken', ...explain(error, linesBefore) }
  }
}

/** Lines of elements that are asked for in the order of the file. */
function lineFinder(text: string, first: number): (element: XmlElement) => number {
  let line = first
  let place = 0
  return ({ start }) => {
    line += newlinesIn(text, place, start)
    place = Math.max(place, start)
    return line
  }
}

function explain(error: unknown, linesBefore: number): Note & { readonly line: number } {
  if (error instanceof XmlError) {
    const message = `This is no XML that can be read: ${error.message.split('\n')[0]}`
    return { line: error.line + linesBefore, code: 'not-xml', message }
  }
  return { line: 1, code: 'not-xml', message: 'The elements are nested too deep to be read.' }
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
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
