import type { XmlElement } from '@rgrove/parse-xml'
import { type Collector, createCollector } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { documentsIn, fileNamed } from '../package.js'
import { createShelf, placeOf } from '../shelf.js'
import { headOf, readXml } from '../xml.js'
import type { Archive } from '../zip.js'
import { below, nameOf } from './qti.elements.js'
import { readItem } from './qti.item.js'
import { manyTries } from './qti.spaces.js'
import { testOf } from './qti.test-document.js'
import type { Place } from './qti.texts.js'

/**
 * Reads items of QTI 2.0 to 2.2 or 3.0. An item's rules are run on responses, and a question is made that gives each
 * of them the same points; where none does, the item is named and left out.
 */
export function readQti(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  readDocument(collector, text, src => placeOf(src, shelf), options.file, manyTries)
  return collector.finish(null, shelf.files)
}

/** True for an item, a test or a section of QTI 2 or 3. */
export function isQti(text: string): boolean {
  return /<(?:\w+:)?(?:qti-)?assessment-?(?:Item|Test|Section)[\s>]/i.test(headOf(text))
}

/**
 * Reads the items of a content package, in the order of its test, or of its manifest where there is none. Pictures come
 * along as media.
 *
 * @param tries how many responses to an item are tried about at most.
 */
export function readQtiPackage(archive: Archive, options: ReadOptions = {}, tries = manyTries): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  const { documents, report } = documentsIn(archive, isQti)
  for (const entry of report) collector.report(entry)
  const tests = documents.flatMap(document => testOf(document) ?? [])
  const order = tests.flatMap(({ items }) => items)
  const places = new Map([...new Set(order)].map((path, at) => [path, at]))
  const place = (path: string) => places.get(path) ?? order.length
  const testPaths = new Set(tests.map(({ path }) => path))
  const items = documents.filter(({ path }) => !testPaths.has(path))
  for (const { path, text } of [...items].sort((one, other) => place(one.path) - place(other.path)))
    readDocument(
      collector,
      text,
      src => placeOf(src, shelf, href => fileNamed(archive, href, path)),
      path,
      tries,
    )
  for (const { path, notes } of tests)
    for (const note of notes)
      collector.report({ fate: 'changed', question: null, kind: 'assessmentTest', file: path, ...note })
  return collector.finish(tests[0]?.title ?? null, shelf.files)
}

function readDocument(
  collector: Collector,
  text: string,
  place: Place,
  file: string | undefined,
  tries: number,
) {
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
  for (const item of items) collectItem(collector, item, { line: lineOf(item), ...inFile }, place, tries)
}

/** Takes the questions of an item in, or says why there are none. */
function collectItem(
  collector: Collector,
  item: XmlElement,
  where: { readonly line: number; readonly file?: string },
  place: Place,
  tries: number,
) {
  const interactions = below(item, name => name.endsWith('Interaction'))
  const origin = { kind: interactions.map(nameOf).join(', ') || 'item', ...where }
  const read = readItem(item, place, tries)
  if ('code' in read) return collector.drop(origin, read)
  for (const { question, notes } of read.questions)
    collector.add({ ...question, id: collector.idFor(question.id) }, origin, notes)
}
