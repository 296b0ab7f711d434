import { XmlElement, XmlText } from '@rgrove/parse-xml'
import { escapeHtml } from '../html.entities.js'
import { childrenOf } from '../xml.js'

// Each element is asked for its name again and again; a file may have any number of names, so that not all are kept.
const names = new Map<string, string>()
const mostNames = 500

/** An element's name as QTI 2 has it: `qti-choice-interaction` of QTI 3 is `choiceInteraction`. */
export function nameOf({ name }: XmlElement): string {
  if (!name.includes('-') && !name.includes(':')) return name
  const known = names.get(name)
  if (known !== undefined) return known
  if (names.size >= mostNames) names.clear()
  const plain = name
    .replace(/^[\w.-]+:/, '')
    .replace(/^qti-/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  names.set(name, plain)
  return plain
}

/** The names of attributes in QTI 3, by those in QTI 2: as many as this project asks for. */
const hyphenated = new Map<string, string>()

/** An attribute by its name in QTI 2; QTI 3 has it with hyphens. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const said = attributes[name]
  if (said !== undefined) return said
  const known = hyphenated.get(name) ?? name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  hyphenated.set(name, known)
  return attributes[known]
}

export function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).filter(child => nameOf(child) === name)
}

export function firstOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && allOf(element, name)[0]
}

/** Every element below, at any depth, that fits. */
export function below(element: XmlElement, fits: (name: string) => boolean): readonly XmlElement[] {
  const found: XmlElement[] = []
  const look = (one: XmlElement) => {
    for (const child of one.children)
      if (child instanceof XmlElement) {
        if (fits(nameOf(child))) found.push(child)
        look(child)
      }
  }
  look(element)
  return found
}

/** Elements of QTI's own that say no more than what stands in them. */
const divs = new Set(['contentBody', 'mediaInteraction', 'rubricBlock'])

/** Attributes that say something of their own, the last six in formulas. */
const told = new Set('src alt href data alttext encoding open close separators linethickness'.split(' '))

/** What stands in an element, as HTML; `instead` puts something in the place of some. */
export function htmlIn(
  element: XmlElement,
  instead: (child: XmlElement) => string | null = () => null,
): string {
  return element.children
    .map(child => {
      if (child instanceof XmlText) return escapeHtml(child.text)
      if (!(child instanceof XmlElement)) return ''
      const other = instead(child)
      if (other !== null) return other
      const attributes = Object.entries(child.attributes).flatMap(([name, value]) =>
        told.has(name) ? [` ${name}="${escapeHtml(value)}"`] : [],
      )
      // In a document whose names have a prefix, HTML's have it as well.
      const name = divs.has(nameOf(child)) ? 'div' : child.name.replace(/^[\w.-]+:/, '')
      // HTML takes the end of a break for another one.
      const end = name === 'br' || name === 'hr' ? '' : `${htmlIn(child, instead)}</${name}>`
      return `<${name}${attributes.join('')}>${end}`
    })
    .join('')
}
