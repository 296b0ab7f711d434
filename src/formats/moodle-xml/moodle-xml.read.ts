import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { asId, type Collector, createCollector, type Note } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { decodeEntities } from '../html.entities.js'
import { nameNote, tagOfCategory } from '../moodle-texts.js'
import { bytesOf, createShelf, type Shelf } from '../shelf.js'
import type { XmlPart } from '../xml.js'
import type { Built } from './moodle-xml.answers.js'
import {
  childOf,
  childrenOf,
  isOn,
  markupIn,
  numberOf,
  questionsIn,
  saidIn,
  valueAt,
} from './moodle-xml.document.js'
import { type Row, rows } from './moodle-xml.rows.js'
import { createTexts, type Texts } from './moodle-xml.texts.js'

/**
 * Reads Moodle XML as Moodle's own importer does. A question that can't be read is named with its line, and so is
 * whatever of a question a bank has no place for. Texts become the Markdown subset, and files become media.
 */
export function readMoodleXml(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  let category: string | null = null
  for (const found of questionsIn(text)) {
    if ('is' in found) {
      const { code, message, line } = found
      const refused = createCollector(options)
      refused.report({ fate: 'dropped', question: null, code, message, line })
      return refused.finish(null)
    }
    if (found.element.attributes.type === 'category') category = reportCategory(collector, found)
    else collect(collector, shelf, found, category)
  }
  return collector.finish(null, shelf.files)
}

function reportCategory(collector: Collector, { element, line }: XmlPart): string | null {
  const name = valueAt(element, 'category')
  const tag = tagOfCategory(name)
  const became = tag ? `The questions that follow have the tag '${tag}'.` : `Its name '${name}' gives no tag.`
  const message = valueAt(element, 'info') ? `${became} What describes it is left out.` : became
  collector.report({ fate: 'changed', question: null, kind: 'category', line, code: 'category', message })
  return tag
}

function collect(collector: Collector, shelf: Shelf, { element, line }: XmlPart, category: string | null) {
  const { type = '' } = element.attributes
  const row = Object.hasOwn(rows, type) ? rows[type] : undefined
  const origin = { kind: row?.kind ?? (type || 'unknown'), line }
  if (!row || 'refused' in row) {
    const message = row?.refused ?? `A bank has no questions of the type '${type}'.`
    return collector.drop(origin, { code: 'unsupported-kind', message })
  }
  const texts = createTexts(shelf, childOf(element, 'questiontext')?.attributes.format ?? 'html')
  const built = row.build(element, texts)
  if (isNote(built)) {
    const before = texts.notes.map(({ message }) => ` ${message}`).join('')
    return collector.drop(origin, { ...built, message: built.message + before })
  }
  const questions = (isOne(built) ? [built] : built).map(one => {
    const { stem, points, media, feedback, ...own } = one
    return { ...own, ...commonOf(element, one, texts, shelf, category) }
  })
  noteRest(element, row, texts)
  const name = nameOf(element, texts)
  for (const question of questions)
    collector.add({ id: collector.idFor(name), ...question } as BuiltInQuestion, origin, texts.notes)
}

type Outcome = ReturnType<Extract<Row, { readonly build: unknown }>['build']>
const isNote = (built: Outcome): built is Note => 'message' in built
const isOne = (built: Exclude<Outcome, Note>): built is Built => 'type' in built

/** What the id is made from. A name that says more than that and the text is named. */
function nameOf(element: XmlElement, { note }: Texts): string {
  const [number, name] = [valueAt(element, 'idnumber'), valueAt(element, 'name')]
  const text = () => decodeEntities(markupIn(childOf(element, 'questiontext')).replace(/<[^<>]*>/g, ''))
  const lost = nameNote(name, number, text)
  if (lost) note(lost.code, lost.message)
  return number || name
}

/** What all kinds have in common. */
function commonOf(
  element: XmlElement,
  built: Built,
  texts: Texts,
  shelf: Shelf,
  category: string | null,
): object {
  const shown = built.stem === undefined ? texts.show(childOf(element, 'questiontext')) : null
  const stem = built.stem ?? shown?.text ?? ''
  // What a text with gaps asks is in the text.
  if (stem === '' && built.type !== 'cloze') texts.note('no-stem', 'There is no text that asks; it is … now.')
  const media = [...(built.media ?? []), ...(shown?.images ?? []), ...oldImage(element, shelf, texts)]
  const hints = childrenOf(element, 'hint').flatMap(hint => {
    if (childOf(hint, 'clearwrong'))
      texts.note('hint-clears', 'Hints say their text, and no longer clear what was wrong.')
    // As older files have it.
    const text = texts.read(childOf(hint, 'hintcontent') ?? hint)
    return text ? [{ text }] : []
  })
  const feedback = { ...built.feedback, ...feedbackOf(element, texts) }
  const tags = tagsOf(element, texts, category)
  const points = built.points ?? numberAt(element, 'defaultgrade', texts, value => value > 0) ?? 1
  const penalty = numberAt(element, 'penalty', texts, value => value >= 0 && value <= 1)
  return {
    stem: stem || '…',
    ...(points > 0 && points !== 1 && { points }),
    ...(media.length > 0 && { media }),
    ...(tags.length > 0 && { tags }),
    ...(hints.length > 0 && { hints }),
    ...(Object.keys(feedback).length > 0 && { feedback }),
    ...(penalty !== null && { penalty }),
  }
}

function feedbackOf(element: XmlElement, { read }: Texts) {
  const feedback: { [name: string]: string } = {}
  for (const [name, place] of feedbackPlaces) {
    const text = read(childOf(element, place))
    if (text) feedback[name] = text
  }
  return feedback
}

const feedbackPlaces = [
  ['general', 'generalfeedback'],
  ['correct', 'correctfeedback'],
  ['partial', 'partiallycorrectfeedback'],
  ['incorrect', 'incorrectfeedback'],
] as const

/** The image of files that Moodle 1.9 wrote. */
function oldImage(element: XmlElement, shelf: Shelf, { note }: Texts): readonly Media[] {
  const name = valueAt(element, 'image')
  if (name === '') return []
  const base64 = valueAt(element, 'image_base64')
  const bytes = base64 === '' ? null : bytesOf(base64)
  if (bytes) return [{ type: 'image', src: shelf.place(name, bytes), alt: '' }]
  note('image-lost', `The image '${name}' is left out, as the file doesn't hold it.`)
  return []
}

function tagsOf(element: XmlElement, { note }: Texts, category: string | null): readonly string[] {
  const list = childOf(element, 'tags')
  const names = (list ? childrenOf(list, 'tag') : []).map(tag => saidIn(tag))
  for (const name of names)
    if (name !== '' && asId(name) !== name)
      note('tag', asId(name) ? `The tag '${name}' is '${asId(name)}' now.` : `The tag '${name}' is left out.`)
  return [...new Set([...names.map(asId), category ?? ''])].filter(tag => tag !== '')
}

function numberAt(
  element: XmlElement,
  name: string,
  { note }: Texts,
  isFit: (value: number) => boolean,
): number | null {
  const said = valueAt(element, name)
  if (said === '') return null
  const value = numberOf(said)
  if (value !== null && isFit(value)) return value
  note(`odd-${name}`, `'${name}' is '${said}', which a bank can't have; it is left out.`)
  return null
}

const words = (list: string) => list.split(' ')
/** Read for all kinds. */
const common = new Set(
  words(
    'name questiontext generalfeedback correctfeedback partiallycorrectfeedback incorrectfeedback defaultgrade penalty idnumber tags hint image image_base64',
  ),
)
/** Of no account but to how Moodle shows a question; whether answers are shuffled is read where it matters. */
const looks = new Set(
  words(
    'shuffleanswers answernumbering showstandardinstruction shownumcorrect correctresponsesfeedback layouttype numberingstyle showgrading responseformat responserequired responsefieldlines maxbytes attachments single unitgradingtype unitpenalty showunits unitsleft',
  ),
)

/** Names what says something and was not read. */
function noteRest(
  element: XmlElement,
  row: Extract<Row, { readonly reads: readonly string[] }>,
  texts: Texts,
) {
  const unread = childrenOf(element).filter(child => {
    const { name } = child
    if (common.has(name) || row.reads.includes(name)) return false
    const says = isOn(child.text.trim())
    return looks.has(name) ? name === 'attachments' && says : says
  })
  const names = [...new Set(unread.map(({ name }) => name))]
  if (names.length > 0)
    texts.note('not-carried', `Left out, as a bank has no place for it: ${names.join(', ')}.`)
}
