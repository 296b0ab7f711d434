import { XmlElement, type XmlNode } from '@rgrove/parse-xml'
import { blocks, transparent } from '../html.names.js'
import {
  type BrokenXml,
  childOf,
  childrenOf,
  hasElements,
  markupOf,
  nodeMarkup,
  partsOf,
  readXml,
  type XmlPart,
} from '../xml.js'

/** The questions of a quiz one after the other; or why there are none, which may show after some. */
export function* questionsIn(source: string): Generator<XmlPart | BrokenXml> {
  const parts = partsOf(source, 'quiz', 'question')
  if (!parts) return yield* questionsOfWhole(source)
  for (const part of parts) {
    if (!part) return yield* questionsOfWhole(source)
    yield part
  }
}

function* questionsOfWhole(source: string): Generator<XmlPart | BrokenXml> {
  const xml = readXml(source)
  if (xml.is === 'broken') return yield xml
  const { root, lineOf } = xml
  if (root.name === 'quiz')
    for (const element of childrenOf(root, 'question')) yield { element, line: lineOf(element) }
  else {
    const message = `The root is <${root.name}>; Moodle reads questions that stand in <quiz>.`
    yield { is: 'broken', line: lineOf(root), code: 'not-a-quiz', message }
  }
}

export { childOf, childrenOf }

/** What an element says: in its `<text>`, or by itself as older files have it. Without space at both ends. */
export function saidIn(element: XmlElement | undefined): string {
  if (!element) return ''
  const text = childOf(element, 'text')
  return (text ? text.text : ownText(element)).trim()
}

function ownText({ children }: XmlElement): string {
  let text = ''
  for (const child of children)
    if ((child.type === 'text' || child.type === 'cdata') && 'text' in child) text += child.text
  return text
}

/** The same as markup, whose elements may stand there without CDATA. */
export function markupIn(element: XmlElement | undefined): string {
  const text = element && childOf(element, 'text')
  if (text) return hasElements(text) ? markupOf(text).trim() : saidIn(element)
  return element && holdsMarkup(element) ? ownMarkup(element).trim() : saidIn(element)
}

/** True where the markup of a text stands as elements. */
export function holdsMarkup(element: XmlElement): boolean {
  const text = childOf(element, 'text')
  return text ? hasElements(text) : element.children.some(isHtml)
}

const isHtml = (node: XmlNode) =>
  node instanceof XmlElement && (blocks.has(node.name) || transparent.has(node.name))

const ownMarkup = ({ children }: XmlElement) =>
  children.map(child => (child.type === 'text' || isHtml(child) ? nodeMarkup(child) : '')).join('')

/** What the first element of a name right below says. */
export function valueAt(element: XmlElement, name: string): string {
  return saidIn(childOf(element, name))
}

/** As Moodle takes a switch: all is on but nothing, 0 and `false`. */
export function isOn(value: string): boolean {
  return value !== '' && value !== '0' && value.toLowerCase() !== 'false'
}

/** As PHP's is_numeric takes it; null for anything else. */
export function numberOf(text: string): number | null {
  const isNumber = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text)
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : null
}

/** As Moodle takes what is typed for a number: a comma alone stands before decimals, others part thousands. */
export function typedNumber(text: string): number | null {
  const bare = text.replaceAll(' ', '')
  const parts = bare.split(',')
  return numberOf(parts.join(parts.length > 2 || bare.includes('.') ? '' : '.'))
}
