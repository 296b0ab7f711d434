import { type XmlElement, XmlText } from '@rgrove/parse-xml'
import { escapeHtml } from '../html.js'
import { childrenOf } from '../xml.js'

/** An element's name as QTI 2 has it: `qti-choice-interaction` of QTI 3 is `choiceInteraction`. */
export function nameOf({ name }: XmlElement): string {
  return name
    .replace(/^\w+:/, '')
    .replace(/^qti-/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** An attribute by its name in QTI 2; QTI 3 has it with hyphens. */
export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributes[name] ?? attributes[name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)]
}

export function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).filter(child => nameOf(child) === name)
}

export function firstOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && allOf(element, name)[0]
}

/** Every element below, at any depth, that fits. */
export function below(element: XmlElement, fits: (name: string) => boolean): readonly XmlElement[] {
  return childrenOf(element).flatMap(child =>
    fits(nameOf(child)) ? [child, ...below(child, fits)] : below(child, fits),
  )
}

/** What stands in an element, as HTML; `instead` puts something in the place of some. */
export function htmlIn(
  element: XmlElement,
  instead: (child: XmlElement) => string | null = () => null,
): string {
  return element.children
    .map(child => {
      if (child instanceof XmlText) return escapeHtml(child.text)
      if (!('name' in child)) return ''
      const own = child as XmlElement
      const other = instead(own)
      if (other !== null) return other
      const attributes = ['src', 'alt', 'href', 'data'].flatMap(name =>
        own.attributes[name] === undefined ? [] : [` ${name}="${escapeHtml(own.attributes[name] ?? '')}"`],
      )
      const name = nameOf(own) === 'contentBody' ? 'div' : own.name
      // HTML takes the end of a break for another one.
      const end = name === 'br' || name === 'hr' ? '' : `${htmlIn(own, instead)}</${name}>`
      return `<${name}${attributes.join('')}>${end}`
    })
    .join('')
}
