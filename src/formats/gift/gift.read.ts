import { asId, type Collector, createCollector, type Note, slugOf } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import type { Draft } from './gift.draft.js'
import { kindOf, kinds } from './gift.kinds.js'
import { type Block, backslash, blocksOf, categorySign } from './gift.scan.js'
import { openTexts, readStem, readText, type Texts, wordsAt } from './gift.texts.js'

/**
 * Reads GIFT as Moodle's own importer does. A question that can't be read is named with its line, and reading goes on
 * with the next. Texts become the Markdown subset. Takes time linear in the text.
 */
export function readGift(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  let category: string | null = null
  for (const block of blocksOf(text)) {
    if (block.isCategory) category = collectCategory(collector, block)
    else collectQuestion(collector, block, category)
  }
  return collector.finish(options.file ?? 'GIFT questions')
}

/** Takes a category as a tag for the questions that follow; null where its name gives none. */
function collectCategory(collector: Collector, block: Block): string | null {
  const path = wordsAt(block, block.start + categorySign.length, block.end)
  const tag = slugOf(path.split('/').at(-1) ?? '') || null
  const message = tag ? `The questions that follow have the tag '${tag}'.` : 'Its name gives no tag.'
  const { line } = block
  collector.report({ fate: 'changed', question: null, kind: 'category', line, code: 'category', message })
  return tag
}

function collectQuestion(collector: Collector, block: Block, category: string | null): void {
  const { line } = block
  const fault = bracesFault(block)
  if (fault) {
    // Moodle takes it for no question, so it has no kind.
    collector.report({ fate: 'dropped', question: null, line, ...fault })
    return
  }
  const kind = kindOf(block)
  const row = kinds[kind]
  const origin = { kind, line }
  if (!row) {
    const message = 'It asks nothing, and a bank holds questions.'
    collector.drop(origin, { code: 'unsupported-kind', message })
    return
  }
  const texts = openTexts(block)
  const stem = readStem(texts)
  if (stem === '') texts.notes.push({ code: 'no-stem', message: 'There is no text that asks; it is … now.' })
  const question = row(texts, stem || '…')
  if (!('type' in question)) {
    collector.drop(origin, question)
    return
  }
  complete(question, texts, category)
  question.id = collector.idFor(labelsIn(block.comments, '[id:')[0] ?? titleOf(block))
  if (isWithinLimits(block)) collector.take(question, origin, texts.notes)
  else collector.add(question, origin, texts.notes)
}

function bracesFault({ open, close }: Block): Note | null {
  if (open === -1 && close === -1) return null
  if (open === -1) return { code: 'unclosed-answers', message: "There is a '}' without a '{'." }
  if (close === -1) return { code: 'unclosed-answers', message: "There is a '{' without a '}'." }
  if (open < close) return null
  const message = "A '}' stands before the first '{'; write \\} where a brace is meant."
  return { code: 'unclosed-answers', message }
}

const titleOf = (block: Block) => (block.name === null ? '' : wordsAt(block, block.name[0], block.name[1]))

/** What stands in GIFT beside the answers: feedback on all of them, tags, images. */
function complete(question: Draft, texts: Texts, category: string | null): void {
  const { block, images } = texts
  const general = block.answersEnd < block.close ? readText(texts, block.answersEnd + 4, block.close) : ''
  if (general !== '') question.feedback = { general, ...question.feedback }
  const tags = tagsIn(texts, category)
  if (tags.length > 0) question.tags = tags
  if (images.length > 0) question.media = images
}

function tagsIn({ block, notes }: Texts, category: string | null): string[] {
  const tags = new Set<string>()
  for (const name of labelsIn(block.comments, '[tag:')) {
    const tag = asId(name)
    if (tag !== name) notes.push({ code: 'tag', message: `The tag '${name}' is '${tag}' now.` })
    if (tag !== '') tags.add(tag)
  }
  if (category !== null) tags.add(category)
  return [...tags]
}

/** What comments say after a sign such as `[tag:`, up to the bracket that closes. */
function labelsIn(comments: string, sign: string): readonly string[] {
  const labels: string[] = []
  for (let at = comments.indexOf(sign); at !== -1; at = comments.indexOf(sign, at)) {
    const from = at + sign.length
    at = comments.indexOf(']', from)
    while (comments.charCodeAt(at - 1) === backslash) at = comments.indexOf(']', at + 1)
    if (at === -1) break
    const label = comments.slice(from, at).trim()
    labels.push(label.includes('\\]') ? label.replaceAll('\\]', ']') : label)
  }
  return labels
}

/** What the rows make fits a bank but for texts that are too long, and those of a short block can't be. */
const isWithinLimits = ({ start, end }: Block) => end - start < 1000
