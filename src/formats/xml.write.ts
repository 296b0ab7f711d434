/** An element to be written: text, or elements below. */
export interface XmlNode {
  readonly name: string
  readonly attributes?: { readonly [name: string]: string }
  readonly content: string | readonly XmlNode[]
}

export const value = (name: string, content: string | number): XmlNode => ({ name, content: String(content) })

/** With more elements after those that are there. */
export function withMore(node: XmlNode, more: readonly XmlNode[]): XmlNode {
  return typeof node.content === 'string' ? node : { ...node, content: [...node.content, ...more] }
}

export function writeXml({ name, attributes = {}, content }: XmlNode, indent = ''): string {
  const said = Object.entries(attributes).map(
    ([key, text]) => ` ${key}="${escapeXml(text).replaceAll('"', '&quot;')}"`,
  )
  const inside =
    typeof content === 'string'
      ? escapeXml(content)
      : `\n${content.map(node => `${writeXml(node, `${indent}  `)}\n`).join('')}${indent}`
  return `${indent}<${name}${said.join('')}>${inside}</${name}>`
}

/** Without the signs that XML can't hold. */
export function heldInXml(text: string): string {
  // Few texts have any, and to look at each sign takes its time.
  const held = /[^\P{Cc}\n\t]/u.test(text)
    ? [...text].filter(sign => sign >= ' ' || sign === '\n' || sign === '\t').join('')
    : text
  return held.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g,
    '\uFFFD',
  )
}

function escapeXml(text: string): string {
  return heldInXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
