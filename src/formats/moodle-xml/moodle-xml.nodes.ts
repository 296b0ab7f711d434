import { value, type XmlNode } from '../xml.write.js'

/** Writes texts in one of Moodle's formats. */
export type WriteText = (name: string, text: string, attributes?: XmlNode['attributes']) => XmlNode

export const plainText = (name: string, text: string, more: readonly XmlNode[] = []): XmlNode => ({
  name,
  content: [value('text', text), ...more],
})

export function formatted(format: string): WriteText {
  return (name, text, attributes = {}) => ({
    name,
    attributes: { ...attributes, format },
    content: [value('text', text)],
  })
}
