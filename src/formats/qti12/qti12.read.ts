import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { type Collector, createCollector, createNotes, type Note } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { greatestOf } from '../greatest.js'
import { readHtml } from '../html.js'
import { documentsIn, fileNamed } from '../package.js'
import {
  languageOf,
  languagesWithin,
  otherLanguages,
  spokenIn,
  withSharedLanguage,
} from '../qti/qti.language.js'
import { createShelf, placeOf } from '../shelf.js'
import { titleNote } from '../titles.js'
import { headOf, readXml } from '../xml.js'
import type { Archive } from '../zip.js'
import { besideItems, besideQuestion } from './qti12.beside.js'
import { fromBlackboard } from './qti12.blackboard.js'
import type { Texts } from './qti12.built.js'
import { scoringOf } from './qti12.conditions.js'
import { feedbackOf } from './qti12.feedback.js'
import { type Item, itemOf, within } from './qti12.item.js'
import { build } from './qti12.rows.js'
import { settingsLost } from './qti12.settings.js'

/** True for a document of QTI 1.x. */
export function isQti12(text: string): boolean {
  return /<(?:\w+:)?questestinterop[\s>]/.test(headOf(text))
}

/** Where an image is kept that a text names, or why it can't be had. */
type Place = (src: string) => string | Note

/** Reads QTI 1.2 as Canvas writes it, and what others write by the same standard. */
export function readQti12(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  const title = readDocument(
    collector,
    text,
    src => placeOf(src.replace(canvasFiles, ''), shelf),
    options.file,
  )
  return withSharedLanguage(collector.finish(title ?? null, shelf.files))
}

/** Reads a package as Canvas and others export it: a zip archive with a manifest. */
export function readQti12Package(archive: Archive, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  const { documents, report } = documentsIn(archive, isQti12)
  for (const entry of report) collector.report(entry)
  const titles = withoutCopies(documents).map(({ path, text }) =>
    readDocument(
      collector,
      text,
      src => placeOf(src.replace(canvasFiles, ''), shelf, href => fileNamed(archive, href, path)),
      path,
    ),
  )
  for (const entry of settingsLost(archive)) collector.report(entry)
  return withSharedLanguage(collector.finish(titles.find(Boolean) ?? null, shelf.files))
}

/** What stands before the names of files in texts of Canvas. */
const canvasFiles = /^(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)\//

/** A Common Cartridge of Canvas has each quiz twice: for all who read cartridges, and whole for Canvas itself. */
function withoutCopies<Document extends { readonly path: string }>(documents: readonly Document[]) {
  const whole = new Set(
    documents.flatMap(({ path }) => /^non_cc_assessments\/(.+)\.xml\.qti$/.exec(path)?.[1] ?? []),
  )
  return documents.filter(({ path }) => !whole.has(/^(.+)\/assessment_qti\.xml$/.exec(path)?.[1] ?? ''))
}

/** Takes in the items of a document. Gives its title. */
function readDocument(
  collector: Collector,
  text: string,
  place: Place,
  file: string | undefined,
): string | undefined {
  const inFile = file === undefined ? {} : { file }
  const xml = readXml(text)
  if (xml.is === 'broken') {
    collector.drop({ kind: 'questestinterop', line: xml.line, ...inFile }, xml)
    return undefined
  }
  const { root, lineOf } = xml
  const items = within(root, name => name === 'item')
  if (items.length === 0) {
    const banks = within(root, name => name === 'sourcebank_ref').length
    const message =
      banks > 0 ? 'It draws its items from a bank that is not in it.' : `There is no item in <${root.name}>.`
    collector.drop({ kind: root.name, line: lineOf(root), ...inFile }, { code: 'no-item', message })
  }
  for (const element of items) collect(collector, element, place, { line: lineOf(element), ...inFile })
  for (const { element, ...note } of besideItems(root))
    collector.report({
      fate: 'changed',
      question: null,
      kind: element.name,
      ...note,
      line: lineOf(element),
      ...inFile,
    })
  const [quiz] = within(root, name => name === 'assessment' || name === 'objectbank')
  return quiz?.attributes.title
}

function collect(
  collector: Collector,
  element: XmlElement,
  place: Place,
  where: { readonly line: number; readonly file?: string },
) {
  const item = fromBlackboard(itemOf(element), element)
  const { notes, note } = createNotes()
  const images = new Map<string, Media>()
  const read: Texts['read'] = html => {
    const { text, images: found, lost } = readHtml(withFormulas(html, note))
    if (lost.length > 0) note('markup-lost', `Left out of the markup: ${lost.join(', ')}.`)
    for (const { src, alt } of found) {
      const at = place(src)
      if (typeof at !== 'string') note(at.code, at.message)
      else if (!images.has(at)) images.set(at, { type: typeOf(at), src: at, alt })
    }
    return text
  }
  const origin = { kind: item.named ?? item.blackboard?.kind ?? kindOf(item), ...where }
  const built = build(item, { read, note })
  if (!('type' in built)) return collector.drop(origin, built)
  const { type, points: earned, ...own } = built
  const stem = read(withBlanks(item.html + promptOf(item))) || item.title || '…'
  const feedback = feedbackOf(item, read)
  const points = pointsOf(item, type, earned)
  if (points <= 0) note('odd-points', 'It is worth no points, which a bank can’t have; it is worth 1 now.')
  const hints = item.hints.map(read).flatMap(text => (text === '' ? [] : [{ text }]))
  const solution = read(item.solution)
  const { language, note: unknown } = languageOf(element)
  const question = spokenIn(language, {
    id: collector.idFor(item.id),
    type,
    stem,
    ...own,
    ...(points > 0 && points !== 1 && { points }),
    ...(images.size > 0 && { media: [...images.values()] }),
    ...(hints.length > 0 && { hints }),
    ...(Object.keys(feedback).length > 0 && { feedback }),
    ...(solution !== '' && { solution }),
  })
  const said = `\n\n${textsIn(question).join('\n\n')}\n\n`
  for (const html of item.feedback.values()) {
    const text = read(html)
    if (text !== '' && !said.includes(`\n\n${text}\n\n`))
      note('feedback-lost', `Feedback that is shown for none of what a bank knows is left out: '${text}'.`)
  }
  const untold = titleNote(item.title, item.id, String(built.text ?? stem))
  const others = otherLanguages(language, languagesWithin(element))
  for (const one of [untold, unknown, ...others, ...besideQuestion(element)])
    if (one) note(one.code, one.message)
  collector.add(question as unknown as BuiltInQuestion, origin, notes)
}

/** Canvas draws formulas as pictures that no package has; they say their LaTeX. */
function withFormulas(html: string, note: Texts['note']): string {
  return html.replace(/<img\b[^<>]*\bequation_image\b[^<>]*>/g, image => {
    const [, said] =
      /\bdata-equation-content="([^"]*)"/.exec(image) ?? /\balt="LaTeX: ([^"]*)"/.exec(image) ?? []
    if (said === undefined) return image
    note('formula-as-text', 'Formulas are their LaTeX now, as a bank draws none.')
    return `\\(${said}\\)`
  })
}

/** What stands with the one thing that is asked; Canvas has the name of a gap there. */
const promptOf = ({ named, blackboard, responses: [place, ...others] }: Item) =>
  named === null && !blackboard && others.length === 0 && place?.is === 'lid'
    ? `<div>${place.prompt}</div>`
    : ''

const typeOf = (src: string): Media['type'] => {
  if (/\.(?:mp3|m4a|aac|wav|oga|ogg|flac)$/i.test(src)) return 'audio'
  return /\.(?:mp4|m4v|mov|ogv|webm)$/i.test(src) ? 'video' : 'image'
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Where a response is written within the text there is a blank, and none where the text ends in it. */
const withBlanks = (html: string) =>
  html.replace(/\uFDE0\d+\uFDE1(?=(?:<\/?div>|\s)*$)/, '').replace(/\uFDE0\d+\uFDE1/g, '_____')

const kindOf = ({ responses }: Item) => responses.map(({ is }) => `response_${is}`).join(', ') || 'item'

/** As the file says it; else what the conditions give together, but in those of Canvas and Blackboard. */
function pointsOf({ named, blackboard, points, conditions }: Item, type: string, earned: unknown): number {
  if (points !== null || named !== null || blackboard) return points ?? 1
  if (typeof earned === 'number') return earned
  const scoring = scoringOf(conditions)
  if (type === 'essay' || scoring.length === 0) return 1
  const added = scoring.filter(({ adds }) => adds).reduce((sum, { worth }) => sum + Math.max(0, worth), 0)
  const most = Math.max(0, greatestOf(scoring.map(({ worth }) => worth)))
  return scoring.length > 1 && scoring.every(({ adds }) => adds) ? added : most
}
