import { asId, type Collector, createCollector, type Origin } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { nameNote, tagOfCategory } from '../moodle-texts.js'
import { createShelf, imageLost, type Shelf } from '../shelf.js'
import type { Block } from './gift.block.js'
import type { Draft, Refusal } from './gift.draft.js'
import { garbledKindOf, kindOf, kinds } from './gift.kinds.js'
import { backslash } from './gift.lines.js'
import { categorySign, eachBlock } from './gift.scan.js'
import { openTexts, readStem, readText, type Texts, trimmed, wordsAt } from './gift.texts.js'

/**
 * Reads GIFT as Moodle's own importer does. A question that can't be read is named with its line, and reading goes on
 * with the next. Texts become the Markdown subset. Takes time linear in the text.
 */
export function readGift(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const shelf = createShelf()
  let category: string | null = null
  eachBlock(text, block => {
    if (block.isCategory) category = collectCategory(collector, block)
    else collectQuestion(collector, shelf, block, category)
  })
  return collector.finish(null, shelf.files)
}

/** Takes a category as a tag for the questions that follow; null where its name gives none. */
function collectCategory(collector: Collector, block: Block): string | null {
  const { line } = block
  const words = wordsAt(block, block.start + categorySign.length, block.end)
  const [path = '', ...below] = words.split('\n')
  const tag = tagOfCategory(path)
  const message = tag ? `The questions that follow have the tag '${tag}'.` : 'Its name gives no tag.'
  collector.report({ fate: 'changed', question: null, kind: 'category', line, code: 'category', message })
  if (below.length > 0) {
    const message = `Put an empty line after the category '${path}'; what stands below it is part of its name for Moodle.`
    collector.report({ fate: 'dropped', question: null, line: line + 1, code: 'category-goes-on', message })
  }
  return tag
}

function collectQuestion(collector: Collector, shelf: Shelf, block: Block, category: string | null): void {
  const { line } = block
  const fault = bracesFault(block)
  if (fault) {
    refuse(collector, { kind: fault.isNone ? '' : garbledKindOf(block), line }, fault)
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
  const texts = openTexts(block, shelf)
  const stem = readStem(texts)
  const shown = texts.images.length
  if (stem === '') texts.notes.push({ code: 'no-stem', message: 'There is no text that asks; it is … now.' })
  const question = row(texts, stem || '…')
  if (!('type' in question)) {
    refuse(collector, origin, question)
    return
  }
  const labels = labelsIn(texts)
  complete(question, texts, shown, labels, category)
  const name = titleOf(block)
  question.id = collector.idFor(labels.id || name)
  // An id that is made up begins like this.
  const isMadeOfName = labels.id === null && !question.id.startsWith('q')
  if (name !== '' && name !== labels.id && !isMadeOfName) noteName(texts, name, labels, stem)
  if (isWithinLimits(block)) collector.take(question, origin, texts.notes)
  else collector.add(question, origin, texts.notes)
}

/** Says that something is left out. What is no question for Moodle has no kind. */
function refuse(collector: Collector, origin: Origin, { isNone, ...note }: Refusal): void {
  if (isNone) collector.report({ fate: 'dropped', question: null, line: origin.line ?? 1, ...note })
  else collector.drop(origin, note)
}

const emptyLine = 'an empty line ends a question, also between braces'

function bracesFault({ open, close }: Block): Refusal | null {
  if (open === -1 && close === -1) return null
  const code = 'unclosed-answers'
  if (open === -1) return { code, message: `There is a '}' without a '{'; ${emptyLine}.`, isNone: true }
  if (close === -1) return { code, message: `There is a '{' without a '}'; ${emptyLine}.`, isNone: true }
  if (open < close) return null
  return { code, message: "A '}' stands before the first '{'; write \\} where a brace is meant." }
}

function noteName({ notes }: Texts, name: string, { id }: Labels, stem: string): void {
  const lost = nameNote(name, id ?? '', () => stem)
  if (lost) notes.push(lost)
}

const titleOf = (block: Block) =>
  block.nameStart === -1 ? '' : wordsAt(block, block.nameStart, block.start - 2)

/**
 * What stands in GIFT beside the answers: feedback on all of them, tags, images.
 *
 * @param shown how many images are the stem's.
 */
function complete(
  question: Draft,
  texts: Texts,
  shown: number,
  labels: Labels,
  category: string | null,
): void {
  const { block, images, notes } = texts
  const general = block.answersEnd < block.close ? readText(texts, block.answersEnd + 4, block.close) : ''
  if (general !== '') question.feedback = { general, ...question.feedback }
  const tags = category === null ? labels.tags : [...labels.tags, category]
  if (tags.length > 0) question.tags = tags.length > 1 ? [...new Set(tags)] : tags
  if (shown > 0) question.media = images.slice(0, shown)
  if (images.length > shown) notes.push(...images.slice(shown).map(imageLost))
}

/** What comments say of a question: `[id:q7] [tag:nato]`. */
interface Labels {
  readonly id: string | null
  readonly tags: readonly string[]
}

function labelsIn({ block: { comments }, notes }: Texts): Labels {
  let id: string | null = null
  let tags: string[] | null = null
  let tagEnd = 0
  for (let at = comments.indexOf('['); at !== -1; at = comments.indexOf('[', at + 1)) {
    const isTag = at >= tagEnd && beginsAt(comments, 'tag:', at + 1)
    if (!isTag && (id !== null || !beginsAt(comments, 'id:', at + 1))) continue
    const closed = comments.indexOf(']', at)
    const end = pastEscaped(comments, closed)
    // No later label has an end either.
    if (end === -1) break
    const said = trimmed(comments.slice(at + (isTag ? 5 : 4), end))
    const label = end === closed ? said : said.replaceAll('\\]', ']')
    if (!isTag) {
      id = label
      continue
    }
    tagEnd = end
    const tag = asId(label)
    if (tag !== label) notes.push({ code: 'tag', message: tagMessage(label, tag) })
    if (tag === '') continue
    // A list that begins with something takes less memory than one that begins empty.
    if (tags === null) tags = [tag]
    else tags.push(tag)
  }
  return { id, tags: tags ?? [] }
}

/** A look at the first letter is faster than a call. */
const beginsAt = (text: string, word: string, at: number) =>
  text.charCodeAt(at) === word.charCodeAt(0) && text.startsWith(word, at)

const tagMessage = (label: string, tag: string) =>
  tag === '' ? `'${label}' gives no tag, and is left out.` : `The tag '${label}' is '${tag}' now.`

/** The same bracket, or the next one that isn't escaped; -1 where there is none. */
function pastEscaped(comments: string, bracket: number): number {
  let end = bracket
  while (comments.charCodeAt(end - 1) === backslash) end = comments.indexOf(']', end + 1)
  return end
}

/** What the rows make fits a bank but for texts that are too long, and those of a short block can't be. */
const isWithinLimits = ({ start, end }: Block) => end - start < 1000
