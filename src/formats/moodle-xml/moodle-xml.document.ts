import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'

/** A question as it stands in the file. */
export interface Found {
  readonly element: XmlElement
  readonly line: number
}

type Document =
  | { readonly is: 'read'; readonly questions: readonly Found[] }
  | ({ readonly is: 'broken'; readonly line: number } & Note)

/** The questions of a quiz, each with its line, or why there are none. Expands no entities of the file's own. */
export function documentOf(source: string): Document {
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
    const { root } = parseXml(text.slice(start), { ignoreUndefinedEntities: true, includeOffsets: true })
    if (root?.name !== 'quiz') return notAQuiz(root?.name ?? '', linesBefore + 1)
    return { is: 'read', questions: questionsOf(root, text.slice(start), linesBefore + 1) }
  } catch (error) {
    return { is: 'broken', ...explain(error, linesBefore) }
  }
}

function notAQuiz(name: string, line: number): Document {
  const message = `The root is <${name}>; Moodle reads questions that stand in <quiz>.`
  return { is: 'broken', line, code: 'not-a-quiz', message }
}

function questionsOf(root: XmlElement, text: string, first: number): readonly Found[] {
  let line = first
  let place = 0
  return childrenOf(root, 'question').map(element => {
    line += newlinesIn(text, place, element.start)
    place = element.start
    return { element, line }
  })
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
  return element.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || child.name === name),
  )
}

/** The first element of a name right below. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** What an element says: in its `<text>`, or by itself as older files have it. Without space at both ends. */
export function saidIn(element: XmlElement | undefined): string {
  if (!element) return ''
  const own = () =>
    element.children
      .filter(child => child.type === 'text' || child.type === 'cdata')
      .map(child => ('text' in child ? child.text : ''))
      .join('')
  return (childOf(element, 'text')?.text ?? own()).trim()
}

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
