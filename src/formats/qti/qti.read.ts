import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { type Collector, createCollector, type Note } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { readHtml } from '../html.js'
import { documentsIn, fileNamed } from '../package.js'
import { createShelf, placeOf } from '../shelf.js'
import { readXml } from '../xml.js'
import type { Archive } from '../zip.js'
import { allOf, attributeOf, below, firstOf, htmlIn, nameOf } from './qti.elements.js'
import { inline, rows } from './qti.rows.js'
import { declarationsOf, scoringOf } from './qti.scoring.js'
import { testOf } from './qti.test-document.js'

/**
 * Reads an item of QTI 2.0 to 2.2 or 3.0. Items that are scored by rules of their own, that adapt, or that a bank has no
 * question for are named and left out: no question comes over that would be scored otherwise than there.
 */
export function readQti(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  readDocument(collector, text, src => placeOf(src, shelf), options.file)
  return collector.finish(options.file ?? 'QTI items', shelf.files)
}

/** True for an item, a test or a section of QTI 2 or 3. */
export function isQti(text: string): boolean {
  return /<(?:\w+:)?(?:qti-)?assessment-?(?:Item|Test|Section)[\s>]/i.test(text)
}

/**
 * Reads the items of a content package, in the order of its test, or of its manifest where there is none. Pictures come
 * along as media.
 */
export function readQtiPackage(archive: Archive, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  const { documents, report } = documentsIn(archive, isQti)
  for (const entry of report) collector.report(entry)
  const tests = documents.flatMap(document => testOf(document) ?? [])
  const order = tests.flatMap(({ items }) => items)
  const place = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length)
  const items = documents.filter(({ path }) => !tests.some(test => test.path === path))
  for (const { path, text } of [...items].sort((one, other) => place(one.path) - place(other.path)))
    readDocument(collector, text, src => placeOf(src, shelf, href => fileNamed(archive, href, path)), path)
  for (const { path, notes } of tests)
    for (const note of notes)
      collector.report({ fate: 'changed', question: null, kind: 'assessmentTest', file: path, ...note })
  return collector.finish(tests[0]?.title ?? options.file ?? 'QTI items', shelf.files)
}

/** Where an image is kept that a text names, or why it can't be had. */
type Place = (src: string) => string | Note

function readDocument(collector: Collector, text: string, place: Place, file: string | undefined) {
  const inFile = file === undefined ? {} : { file }
  const xml = readXml(text)
  if (xml.is === 'broken') {
    collector.drop({ kind: 'item', line: xml.line, ...inFile }, xml)
    return
  }
  const { root, lineOf } = xml
  const isItem = (name: string) => name === 'assessmentItem'
  const items = isItem(nameOf(root)) ? [root] : below(root, isItem)
  if (items.length === 0) {
    const message = `There is no item in it; its root is <${root.name}>.`
    collector.drop({ kind: nameOf(root), line: lineOf(root), ...inFile }, { code: 'no-item', message })
  }
  for (const item of items) {
    const notes: Note[] = []
    const images: Media[] = []
    const interactions = below(firstOf(item, 'itemBody') ?? item, name => name.endsWith('Interaction'))
    const origin = { kind: interactions.map(nameOf).join(', ') || 'item', line: lineOf(item), ...inFile }
    const question = questionOf(item, interactions, notes, images, place)
    if ('code' in question) {
      collector.drop(origin, question as Note)
      continue
    }
    const id = collector.idFor(attributeOf(item, 'identifier') ?? '')
    const whole = { id, ...question, ...(images.length > 0 && { media: images }) }
    collector.add(whole as unknown as BuiltInQuestion, origin, notes)
  }
}

function questionOf(
  item: XmlElement,
  interactions: readonly XmlElement[],
  notes: Note[],
  images: Media[],
  place: Place,
): object | Note {
  const [interaction] = interactions
  if (!interaction) return { code: 'no-interaction', message: 'It asks nothing.' }
  const name = nameOf(interaction)
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined
  if (interactions.length > 1)
    return {
      code: 'several-interactions',
      message: `It has ${interactions.length} interactions, and a question has one.`,
    }
  if (!row)
    return { code: 'unsupported-kind', message: `A bank has no questions like <${interaction.name}>.` }
  if (attributeOf(item, 'adaptive') === 'true' || firstOf(item, 'templateProcessing'))
    return { code: 'unsupported-item', message: 'It changes while it is answered, or is made by a template.' }
  const response = attributeOf(interaction, 'responseIdentifier') ?? 'RESPONSE'
  const declaration = declarationsOf(item).get(response)
  const scoring = scoringOf(item, response)
  if (scoring === 'custom')
    return { code: 'unsupported-scoring', message: 'It is scored by rules of its own.' }
  if (!declaration) return { code: 'no-key', message: `Its response '${response}' is not declared.` }
  if (scoring === 'none' && name !== 'extendedTextInteraction')
    notes.push({
      code: 'not-scored',
      message: 'It is not scored there; what is right counts all or nothing here.',
    })
  if (allOf(item, 'modalFeedback').length > 0)
    notes.push({ code: 'feedback-lost', message: 'Feedback that rules would show is left out.' })
  const read = (html: string) => {
    const { text, images: found, lost } = readHtml(html)
    for (const { src, alt } of found) {
      const at = place(src)
      if (typeof at === 'string') images.push({ type: 'image', src: at, alt })
      else notes.push(at)
    }
    if (lost.length > 0)
      notes.push({ code: 'markup-lost', message: `Left out of the markup: ${lost.join(', ')}.` })
    return text
  }
  const note = (code: string, message: string) => notes.push({ code, message })
  const own = row({ element: interaction, declaration, scoring, read, note })
  if (!('type' in own)) return own
  const prompt = firstOf(interaction, 'prompt')
  const body = read(htmlIn(firstOf(item, 'itemBody') ?? item, child => gapFor(child, interaction, own.type)))
  const asked = [body, prompt ? read(htmlIn(prompt)) : ''].filter(text => text !== '').join('\n\n')
  const { type, ...fields } = own
  if (type === 'cloze')
    return { type, stem: 'Fill the gap.', text: asked.replace('\uFDE2', '{{gap}}'), ...fields }
  return { type, stem: asked || attributeOf(item, 'title') || '…', ...fields }
}

/** What stands for the interaction in the text around it; rubrics and feedback are not for the learner to begin with. */
function gapFor(child: XmlElement, interaction: XmlElement, type: string): string | null {
  if (child === interaction)
    return inline.includes(nameOf(child)) ? (type === 'cloze' ? '\uFDE2' : '_____') : ''
  return /^(?:rubricBlock|feedback\w+|stylesheet)$/.test(nameOf(child)) ? '' : null
}
