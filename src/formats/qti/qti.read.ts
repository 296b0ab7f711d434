import type { XmlElement } from '@rgrove/parse-xml'
import { type Collector, createCollector, type Note } from '../collect.js'
import type { Imported, ReadOptions, ReportEntry } from '../format.js'
import { documentsIn, fileNamed, insidePath, textAt } from '../package.js'
import { createShelf, decodePath, placeOf } from '../shelf.js'
import { titleNote } from '../titles.js'
import { headOf, readXml } from '../xml.js'
import type { Archive } from '../zip.js'
import { attributeOf, below, nameOf } from './qti.elements.js'
import { readItem } from './qti.item.js'
import { languagesWithin, otherLanguages, withSharedLanguage } from './qti.language.js'
import { createShared, lostShared, type Shared, sharedRefs, withShared } from './qti.shared.js'
import { manyTries } from './qti.spaces.js'
import { itemsOf, type TestRef, testOf } from './qti.test-document.js'
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
    asked: undefined,
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
  const { documents, report, missing, byId } = documentsIn(archive, isQti)
  for (const entry of report) collector.report(entry)
  const tests = documents.flatMap(document => testOf(document) ?? [])
  const refs = itemsOf(tests, archive.paths, byId)
  const order = refs.flatMap(({ path }) => path ?? [])
  const places = new Map([...new Set(order)].map((path, at) => [path, at]))
  const place = (path: string) => places.get(path) ?? order.length
  // Backwards, so that an item which is asked more than once is as it is asked first.
  const asked = new Map([...refs].reverse().map(ref => [ref.path, ref]))
  const testPaths = new Set(tests.map(({ path }) => path))
  const known = new Set(documents.map(({ path }) => path))
  // What a test asks is an item whatever its name ends in.
  const others = [...places.keys()].flatMap(path => {
    const text = known.has(path) ? null : textAt(archive, path)
    return text !== null && isQti(text) ? [{ path, text }] : []
  })
  const items = [...documents, ...others].filter(({ path }) => !testPaths.has(path))
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
        asked: asked.get(path),
      },
      path,
    )
  for (const { path, notes } of tests)
    for (const note of notes)
      collector.report({ fate: 'changed', question: null, kind: 'assessmentTest', file: path, ...note })
  const read = new Set(items.map(({ path }) => path))
  const told = new Set([...missing, ...report.flatMap(({ file }) => file ?? [])])
  for (const entry of strayIn(refs, new Set(archive.paths), read, told)) collector.report(entry)
  return withSharedLanguage(collector.finish(main?.title ?? null, shelf.files))
}

/**
 * What tests ask that can't be had, or more than once.
 *
 * @param there paths of all files.
 * @param read those of items.
 * @param told those of which something is told already.
 */
function strayIn(
  refs: readonly TestRef[],
  there: ReadonlySet<string>,
  read: ReadonlySet<string>,
  told: ReadonlySet<string>,
): readonly ReportEntry[] {
  const counts = new Map<string, { readonly ref: TestRef; count: number }>()
  for (const ref of refs) {
    const name = ref.path ?? (ref.href || ref.identifier)
    const known = counts.get(name)
    if (known) known.count += 1
    else counts.set(name, { ref, count: 1 })
  }
  const lost = (code: string, message: string): ReportEntry => ({
    fate: 'dropped',
    question: null,
    code,
    message,
  })
  return [...counts].flatMap(([name, { ref, count }]): readonly ReportEntry[] => {
    const { path, href } = ref
    if (path !== null && read.has(path)) {
      if (count === 1) return []
      const message = 'The test asks it more than once; it is one question here, as it is asked first.'
      return [{ fate: 'changed', question: null, code: 'asked-once', message, file: path }]
    }
    if (path !== null && told.has(path)) return []
    if (path !== null && there.has(path))
      return [lost('no-item', `The test asks '${name}', in which there is no item.`)]
    const why = path !== null ? 'is not there' : href ? 'is outside of the package' : 'has no address'
    return [lost('file-missing', `The test asks '${name}', which ${why}.`)]
  })
}

/** In a document of items, which has one as a rule. */
const mostElements = 100_000

/** What items may lean on, and how many responses are tried about at most. */
interface Sources {
  readonly place: Place
  readonly shared: (href: string) => Shared
  readonly tries: number
  /** Of the test: that of an item which names none. */
  readonly language: string | undefined
  /** How the test asks the item, where one does. */
  readonly asked: TestRef | undefined
}

function readDocument(collector: Collector, text: string, sources: Sources, file: string | undefined) {
  const inFile = file === undefined ? {} : { file }
  const xml = readXml(text, mostElements)
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
  { place, shared, tries, language, asked }: Sources,
) {
  const interactions = below(item, name => name.endsWith('Interaction'))
  const origin = { kind: interactions.map(nameOf).join(', ') || 'item', ...where }
  const read = readItem(item, place, tries, language)
  if ('code' in read) return collector.drop(origin, read)
  const about = sharedRefs(item).map(shared)
  const languages = [...about.flatMap(one => one.languages), ...languagesWithin(item)]
  const { timeLimit, notes: counted = [] } = asked ?? {}
  const timed = timeLimit !== undefined && read.questions.length === 1 && { timeLimit }
  const timeLost = timeLimit === undefined || timed ? [] : [together(timeLimit)]
  const [title, identifier] = ['title', 'identifier'].map(name => attributeOf(item, name) ?? '')
  for (const { question, notes } of read.questions) {
    const untold = titleNote(
      title ?? '',
      identifier ?? '',
      'text' in question ? question.text : question.stem,
    )
    collector.add({ ...withShared(question, about), id: collector.idFor(question.id), ...timed }, origin, [
      ...about.flatMap(one => one.notes),
      ...notes,
      ...otherLanguages(question.language, languages),
      ...timeLost,
      ...counted,
      ...(untold ? [untold] : []),
    ])
  }
}

const together = (seconds: number): Note => ({
  code: 'time-limit-lost',
  message: `Its questions have ${seconds} seconds together: make them a section of the quiz with that limit.`,
})
