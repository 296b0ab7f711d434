import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { asId, type Collector, createCollector, type Note, slugOf } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { markdownOf, readHtml } from '../html.js'
import { blocksOf } from './gift.blocks.js'
import { type GiftQuestion, type GiftText, parseBlock } from './gift.parse.js'
import { rows, type Texts } from './gift.rows.js'

/**
 * Reads GIFT as Moodle's own importer does. A question that can't be read is named with its line, and reading goes on
 * with the next. Texts become the Markdown subset. Takes time linear in the text.
 */
export function readGift(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  let category: string | null = null
  for (const block of blocksOf(text)) {
    const { line } = block
    const parsed = parseBlock(block)
    if (parsed.is === 'broken') collector.drop({ kind: 'unknown', line }, parsed)
    else if (parsed.is === 'category') {
      category = slugOf(parsed.path.split('/').at(-1) ?? '') || null
      const message = `The questions that follow have the tag '${category}'.`
      collector.report({ fate: 'changed', question: null, kind: 'category', line, code: 'category', message })
    } else {
      const { question } = parsed
      collect(collector, category ? { ...question, tags: [...question.tags, category] } : question, line)
    }
  }
  return collector.finish(options.file ?? 'GIFT questions')
}

function collect(collector: Collector, question: GiftQuestion, line: number) {
  const notes: Note[] = []
  const images: Media[] = []
  const note = (code: string, message: string) => notes.push({ code, message })
  const read = (text: GiftText) => readText(text, images, note)
  const origin = { kind: question.kind, line }
  const row = rows[question.kind]
  if (!row)
    return collector.drop(origin, {
      code: 'unsupported-kind',
      message: 'It asks nothing, and a bank holds questions.',
    })
  const stem = read(question.stem)
  const built = row(question, { read, note, images })
  if (!('type' in built)) return collector.drop(origin, built)
  const id = collector.idFor(question.id ?? question.name)
  const general = question.general ? read(question.general) : ''
  const { type, feedback, ...own } = built
  const said = { ...feedback, ...(general && { general }) }
  const tags = [...new Set(question.tags.map(asId).filter(tag => tag !== ''))]
  for (const tag of question.tags)
    if (asId(tag) !== tag) note('tag', `The tag '${tag}' is '${asId(tag)}' now.`)
  const whole = {
    id,
    type,
    stem: stem || '…',
    ...own,
    ...(images.length > 0 && { media: images }),
    ...(tags.length > 0 && { tags }),
    ...(Object.keys(said).length > 0 && { feedback: said }),
  }
  if (stem === '') note('no-stem', 'There is no text that asks; it is … now.')
  collector.add(whole as BuiltInQuestion, origin, notes)
}

function readText({ text, format }: GiftText, images: Media[], note: Texts['note']): string {
  if (format === 'markdown') return text
  const isMarkup = format === 'html' || (format === 'moodle' && /<[a-z!/]|&(?:#\d|#x|[a-z])\w*;/i.test(text))
  if (!isMarkup) return markdownOf(text)
  const html = readHtml(format === 'moodle' ? text.replace(/\n/g, '<br>') : text)
  for (const { src, alt } of html.images) images.push({ type: 'image', src, alt })
  if (html.lost.length > 0) note('markup-lost', `Left out of the markup: ${html.lost.join(', ')}.`)
  // What looks like markup but says nothing is meant to the letter: `<a>` as an answer.
  return html.text === '' && html.images.length === 0 ? markdownOf(text) : html.text
}
