import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml'
import type { Fault } from '../../question/index.js'

/** What a figure may be made of: shapes and text. Nothing here runs, fetches or embeds. */
const elements = new Set(
  'svg g defs title desc text tspan path rect circle ellipse line polyline polygon marker use'.split(' '),
)

/** What is wrong with an SVG document: it can't be read, has no measure, or could do more than be looked at. */
export function checkFigure(svg: string): readonly Fault[] {
  const root = read(svg)
  if (root instanceof XmlError) return [unsafe('bad-figure', `It is no well-formed SVG: ${root.message}`)]
  if (!root) return [unsafe('bad-figure', 'It is no SVG document.')]
  const missing = [
    root.attributes.xmlns === 'http://www.w3.org/2000/svg' ? '' : 'xmlns="http://www.w3.org/2000/svg"',
    root.attributes.viewBox ? '' : 'viewBox',
  ].filter(name => name !== '')
  const incomplete = missing.map(name => unsafe('bad-figure', `The svg element needs ${name}.`))
  // In a page it is read as HTML, where these end at another place than in XML.
  const hidden = /<[!?]/.test(svg.replace(/^\s*<\?xml\s[^>]*\?>/, ''))
    ? [unsafe('unsafe-figure', 'A figure can’t hold comments, CDATA, instructions or a DOCTYPE.')]
    : []
  return [...incomplete, ...hidden, ...unsafeIn(root)]
}

function read(svg: string): XmlElement | XmlError | null {
  try {
    return parseXml(svg.trim()).root
  } catch (error) {
    if (error instanceof XmlError) return error
    throw error
  }
}

function unsafeIn(element: XmlElement): readonly Fault[] {
  const { name, attributes, children } = element
  const own = elements.has(name) ? [] : [unsafe('unsafe-figure', `A figure can't hold <${name}>.`)]
  const told = Object.entries(attributes)
    .filter(([attribute, value]) => !isHarmless(attribute, value))
    .map(([attribute]) => unsafe('unsafe-figure', `<${name}> can't have ${attribute} with this value.`))
  return [...own, ...told, ...children.filter(child => child instanceof XmlElement).flatMap(unsafeIn)]
}

/** Handlers run; an address outside the figure is fetched. */
function isHarmless(attribute: string, value: string): boolean {
  if (/^on/i.test(attribute)) return false
  if (/^(?:xlink:)?href$/i.test(attribute)) return value.startsWith('#')
  return !/url\(\s*["']?(?!#)|image-set|\\|@import|expression\(|javascript:/i.test(value)
}

const unsafe = (code: string, message: string): Fault => ({ code, path: ['svg'], message })
