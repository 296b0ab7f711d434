import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { asId, type Collector, type Note, slugOf } from '../collect.js'
import { markdownOf, readHtml } from '../html.js'
import type { MoodleQuestion, MoodleText } from './moodle.question.js'
import { rows, type Texts } from './moodle.rows.js'

/** Takes a category as a tag for the questions that follow; null where its name gives none. */
export function collectCategory(collector: Collector, path: string, line: number): string | null {
  const tag = slugOf(path.split('/').at(-1) ?? '') || null
  const message = tag ? `The questions that follow have the tag '${tag}'.` : 'Its name gives no tag.'
  collector.report({ fate: 'changed', question: null, kind: 'category', line, code: 'category', message })
  return tag
}

/** Makes one of Moodle's questions a bank's, and says what came of it. */
export function collectQuestion(
  collector: Collector,
  question: MoodleQuestion,
  line: number,
  category: string | null,
): void {
  const notes: Note[] = []
  const images: Media[] = []
  const note = (code: string, message: string) => notes.push({ code, message })
  const texts: Texts = { read: text => readText(text, images, note), note, images }
  const origin = { kind: question.kind, line }
  const row = rows[question.kind]
  if (!row) {
    const message = 'It asks nothing, and a bank holds questions.'
    collector.drop(origin, { code: 'unsupported-kind', message })
    return
  }
  const stem = texts.read(question.stem)
  const built = row(question, texts)
  if (!('type' in built)) {
    collector.drop(origin, built)
    return
  }
  const { type, feedback, ...own } = built
  if (stem === '' && own.stem === undefined) note('no-stem', 'There is no text that asks; it is … now.')
  const whole = {
    id: collector.idFor(question.id ?? question.name),
    type,
    stem: stem || '…',
    ...own,
    ...commonOf(question, feedback ?? {}, category, texts),
    ...(images.length > 0 && { media: images }),
  }
  collector.add(whole as BuiltInQuestion, origin, notes)
}

function commonOf(
  { general, tags }: MoodleQuestion,
  own: { readonly incorrect?: string },
  category: string | null,
  { read, note }: Texts,
): object {
  const said = general ? read(general) : ''
  const feedback = { ...(said !== '' && { general: said }), ...own }
  for (const tag of tags) if (asId(tag) !== tag) note('tag', `The tag '${tag}' is '${asId(tag)}' now.`)
  const ids = [...new Set([...tags.map(asId), category ?? ''])].filter(tag => tag !== '')
  return {
    ...(ids.length > 0 && { tags: ids }),
    ...(Object.keys(feedback).length > 0 && { feedback }),
  }
}

function readText({ text, format }: MoodleText, images: Media[], note: Texts['note']): string {
  if (format === 'markdown') return text
  const isMarkup = format === 'html' || (format === 'moodle' && /<[a-z!/]|&(?:#\d|#x|[a-z])\w*;/i.test(text))
  if (!isMarkup) return markdownOf(text)
  const html = readHtml(format === 'moodle' ? text.replace(/\n/g, '<br>') : text)
  for (const { src, alt } of html.images) images.push({ type: 'image', src, alt })
  if (html.lost.length > 0) note('markup-lost', `Left out of the markup: ${html.lost.join(', ')}.`)
  // What looks like markup but says nothing is meant to the letter: `<a>` as an answer.
  return html.text === '' && html.images.length === 0 ? markdownOf(text) : html.text
}
