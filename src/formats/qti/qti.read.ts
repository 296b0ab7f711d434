import type { XmlElement } from '@rgrove/parse-xml'
import { type Collector, createCollector, type Note } from '../collect.js'
import type { Imported, ReadOptions, ReportEntry } from '../format.js'
import { documentsIn, fileNamed, insidePath } from '../package.js'
import { createShelf, decodePath, placeOf } from '../shelf.js'
import { headOf, readXml } from '../xml.js'
import type { Archive } from '../zip.js'
import { below, nameOf } from './qti.elements.js'
import { readItem } from './qti.item.js'
import { languagesWithin, otherLanguages, withSharedLanguage } from './qti.language.js'
import { createShared, lostShared, type Shared, sharedRefs, withShared } from './qti.shared.js'
import { manyTries } from './qti.spaces.js'
import { itemsOf, type TestDocument, testOf } from './qti.test-document.js'
import type { Place } from './qti.texts.js'

/**
 * Reads items of QTI 2.0 to 2.2 or 3.0. An item's rules are run on responses, and a question is made that gives each
 * of them the same points; where none does, the item is named and left out.
 */
export function readQti(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  const shared = (href: string) => lostShared(`What it asks about is in '${href}', outside of this file.`)
  const sources = {
    place: (src: string) => placeOf(src, shelf),
    shared,
    tries: manyTries,
    language: undefined,
    timeLimit: undefined,
  }
  readDocument(collector, text, sources, options.file)
  return withSharedLanguage(collector.finish(null, shelf.files))
}

/** True for an item, a test or a section of QTI 2 or 3. */
export function isQti(text: string): boolean {
  return /<(?:[\w.-]+:)?(?:qti-)?assessment-?(?:Item|Test|Section)[\s>]/i.test(headOf(text))
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
  const { documents, report, missing } = documentsIn(archive, isQti)
  for (const entry of report) collector.report(entry)
  const tests = documents.flatMap(document => testOf(document) ?? [])
  const refs = itemsOf(tests, archive.paths)
  const order = refs.map(({ path }) => path)
  const places = new Map([...new Set(order)].map((path, at) => [path, at]))
  const place = (path: string) => places.get(path) ?? order.length
  // Backwards, so that of an item that is asked more than once the first limit stays.
  const timeLimits = new Map([...refs].reverse().map(({ path, timeLimit }) => [path, timeLimit]))
  const testPaths = new Set(tests.map(({ path }) => path))
  const items = documents.filter(({ path }) => !testPaths.has(path))
  const placeFrom = (from: string) => (src: string) =>
    placeOf(src, shelf, href => fileNamed(archive, href, from))
  const shared = createShared(archive, placeFrom)
  const main = tests.find(({ isTest }) => isTest) ?? tests[0]
  for (const { path, text } of [...items].sort((one, other) => place(one.path) - place(other.path)))
    readDocument(
      collector,
      text,
      {
        place: placeFrom(path),
        shared: href => shared(insidePath(decodePath(href), path) ?? href),
        tries,
        language: main?.language,
        timeLimit: timeLimits.get(path),
      },
      path,
    )
  for (const { path, notes } of tests)
    for (const note of notes)
      collector.report({ fate: 'changed', question: null, kind: 'assessmentTest', file: path, ...note })
  for (const entry of strayIn(tests, order, new Set([...archive.paths, ...missing]))) collector.report(entry)
  return withSharedLanguage(collector.finish(main?.title ?? null, shelf.files))
}

/** What tests ask that is not there, or more than once. */
function strayIn(
  tests: readonly TestDocument[],
  order: readonly string[],
  known: ReadonlySet<string>,
): readonly ReportEntry[] {
  const missing = (message: string): ReportEntry => ({
    fate: 'dropped',
    question: null,
    code: 'file-missing',
    message,
  })
  const outside = new Set(tests.flatMap(test => test.outside))
  const seen = new Set<string>()
  const repeated = new Set(order.filter(path => seen.size === seen.add(path).size))
  const inside = [...seen].flatMap((path): readonly ReportEntry[] => {
    if (!known.has(path)) return [missing(`The test asks '${path}', which is not there.`)]
    if (!repeated.has(path)) return []
    const message = 'The test asks it more than once; it is one question here, as it is asked first.'
    return [{ fate: 'changed', question: null, code: 'asked-once', message, file: path }]
  })
  return [
    ...inside,
    ...[...outside].map(href => missing(`The test asks '${href}', which is outside of the package.`)),
  ]
}

/** What items may lean on, and how many responses are tried about at most. */
interface Sources {
  readonly place: Place
  readonly shared: (href: string) => Shared
  readonly tries: number
  /** Of the test: that of an item which names none. */
  readonly language: string | undefined
  /** Seconds that the test allows for the item. */
  readonly timeLimit: number | undefined
}

function readDocument(collector: Collector, text: string, sources: Sources, file: string | undefined) {
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
  for (const item of items) collectItem(collector, item, { line: lineOf(item), ...inFile }, sources)
}

/** Takes the questions of an item in, or says why there are none. */
function collectItem(
  collector: Collector,
  item: XmlElement,
  where: { readonly line: number; readonly file?: string },
  { place, shared, tries, language, timeLimit }: Sources,
) {
  const interactions = below(item, name => name.endsWith('Interaction'))
  const origin = { kind: interactions.map(nameOf).join(', ') || 'item', ...where }
  const read = readItem(item, place, tries, language)
  if ('code' in read) return collector.drop(origin, read)
  const about = sharedRefs(item).map(shared)
  const languages = [...about.flatMap(one => one.languages), ...languagesWithin(item)]
  const timed = timeLimit !== undefined && read.questions.length === 1 && { timeLimit }
  const timeLost = timeLimit === undefined || timed ? [] : [together(timeLimit)]
  for (const { question, notes } of read.questions)
    collector.add({ ...withShared(question, about), id: collector.idFor(question.id), ...timed }, origin, [
      ...about.flatMap(one => one.notes),
      ...notes,
      ...otherLanguages(question.language, languages),
      ...timeLost,
    ])
}

const together = (seconds: number): Note => ({
  code: 'time-limit-lost',
  message: `Its questions have ${seconds} seconds together: make them a section of the quiz with that limit.`,
})
