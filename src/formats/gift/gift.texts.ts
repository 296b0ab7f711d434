import type { Media } from '../../question/index.js'
import type { Note } from '../collect.js'
import { playedAt } from '../moodle-played.js'
import { languagesIn, readMoodleText, type TextFormat } from '../moodle-texts.js'
import { markdownOf } from '../plain.js'
import { placeOf, type Shelf } from '../shelf.js'
import type { Block } from './gift.block.js'
import { nextMark, pastSpaces, spacesBefore } from './gift.lines.js'

/** The texts of one block on their way into a bank, and all that has to be said of them. */
export interface Texts {
  readonly block: Block
  readonly notes: Note[]
  /** Those of the stem, which is read first; then those of texts that images can't go with. */
  readonly images: Media[]
  readonly shelf: Shelf
  /** How texts are written that don't say it: as the stem, which is read first. */
  format: TextFormat | null
  /** True where texts mean just what they are, if they begin with a letter and stand on one line. */
  isLiteral: boolean
}

export function openTexts(block: Block, shelf: Shelf): Texts {
  return { block, notes: [], images: [], shelf, format: null, isLiteral: false }
}

const bracesAfterAnswers =
  "All that follows the first '}' is text, as for Moodle; an empty line parts two questions, and \\} is a brace."

export function readStem(texts: Texts): string {
  const { text, start, end, open, close, lastClose } = texts.block
  const isLast = pastSpaces(text, lastClose + 1, end) === end
  if (open === -1) return readText(texts, start, end)
  if (isLast && close === lastClose) return readText(texts, start, open)
  if (close !== lastClose) texts.notes.push({ code: 'braces-after-answers', message: bracesAfterAnswers })
  const asked = `${text.slice(start, open)}${isLast ? '' : '_____'}${text.slice(close + 1, end)}`
  return readPiece(texts, withTrimmedLines(asked).trim(), true)
}

/**
 * What stands between two places, as Markdown.
 *
 * @param isFolded false where it is known to stand on one line.
 */
export function readText(texts: Texts, from: number, to: number, isFolded = true): string {
  const { block } = texts
  if (!isFolded && texts.isLiteral) {
    const { text } = block
    const start = pastSpaces(text, from, to)
    const end = spacesBefore(text, start, to)
    // Most texts mean just what they are.
    if (start < end && isLetter(text.charCodeAt(start)) && isVisible(text.charCodeAt(end - 1)))
      return text.slice(start, end)
  }
  return readPiece(texts, pieceOf(block, from, to, isFolded))
}

/** Takes the first image that came after so many, as it goes with the text that was read just now. */
export function imageAfter({ images }: Texts, count: number): Media | undefined {
  return images.length === count ? undefined : images.splice(count, 1)[0]
}

/** What stands between two places, to the letter. */
export function wordsAt(block: Block, from: number, to: number, isFolded = true): string {
  return show(block, pieceOf(block, from, to, isFolded))
}

/** What stands between two places, to the letter but for the name of its format. */
export function plainAt(block: Block, from: number, to: number, isFolded = true): string {
  const piece = pieceOf(block, from, to, isFolded)
  return show(block, withoutFormat(piece, formatOf(piece)))
}

/** The right side of a pair, which is HTML to Moodle whatever the format of the other texts is. */
export function readRight(texts: Texts, from: number, to: number, isFolded: boolean): string {
  const said = wordsAt(texts.block, from, to, isFolded)
  const isPlain = nextMark(said, 0) === said.length
  return isPlain ? readLine(said) : readMarkup(texts, said, 'moodle_auto_format')
}

/** What stands between two places, without space around it or its lines. */
function pieceOf({ text }: Block, from: number, to: number, isFolded = true): string {
  const start = pastSpaces(text, from, to)
  const piece = text.slice(start, spacesBefore(text, start, to))
  return isFolded && piece.includes('\n') ? withTrimmedLines(piece) : piece
}

function withTrimmedLines(text: string): string {
  const lines = text.split('\n')
  return lines.map(line => line.trim()).join('\n')
}

/** How a text names its format at its beginning, and the format as Moodle names it elsewhere. */
const formats = [
  { mark: '[markdown]', format: 'markdown' },
  { mark: '[html]', format: 'html' },
  { mark: '[plain]', format: 'plain_text' },
  { mark: '[moodle]', format: 'moodle_auto_format' },
] as const

function formatOf(piece: string): (typeof formats)[number] | undefined {
  if (piece === '' || piece.charCodeAt(0) !== bracket) return undefined
  for (const format of formats) if (piece.startsWith(format.mark)) return format
  return undefined
}

const withoutFormat = (piece: string, named: ReturnType<typeof formatOf>) =>
  named ? piece.slice(named.mark.length) : piece

/** Without escapes. */
function show({ hasEscapes }: Block, piece: string): string {
  if (!hasEscapes || !piece.includes('\\')) return trimmed(piece)
  return trimmed(piece.replace(/\\([:#={}~n\\])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)))
}

/** A look at both ends is faster than a trim, and few texts need one by now. */
export const trimmed = (text: string) =>
  text === '' || (isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)))
    ? text
    : text.trim()
const isVisible = (code: number) => code > 32 && code < 128

/** Letters of English and a few signs, with which nothing of GIFT and Markdown begins. */
const isLetter = (code: number) => code >= 65 && code <= 122 && code !== bracket
const bracket = 91

/** @param hasGap true where it has a gap that the file marks otherwise. */
function readPiece(texts: Texts, piece: string, hasGap = false): string {
  const { block, notes } = texts
  const named = formatOf(piece)
  const said = show(block, withoutFormat(piece, named))
  const format = named?.format ?? texts.format ?? 'moodle_auto_format'
  if (texts.format === null) {
    texts.format = format
    texts.isLiteral = !block.hasEscapes && (block.isPlain || (format === 'markdown' && block.isBankMarkdown))
  }
  if (format === 'markdown' && block.isBankMarkdown) return said
  if (block.isPlain && !hasGap) return readLine(said)
  const languages = languagesIn(said)
  if (languages && !notes.some(({ code }) => code === languages.code)) notes.push(languages)
  return readMarkup(texts, said, format)
}

/** A text without marks of HTML or Markdown. */
const readLine = (said: string) =>
  isLetter(said.charCodeAt(0)) && !said.includes('\n') ? said : markdownOf(said)

function readMarkup({ images, notes, shelf }: Texts, said: string, format: TextFormat): string {
  const read = readMoodleText(said, format)
  for (const { src, alt } of read.images) {
    const { type, src: address } = playedAt(src)
    const place = placeOf(address.replace(/^@@PLUGINFILE@@\//, ''), shelf)
    if (typeof place === 'string') images.push({ type, src: place, alt })
    else notes.push(place)
  }
  if (read.lost.length > 0)
    notes.push({ code: 'markup-lost', message: `Left out of the markup: ${read.lost.join(', ')}.` })
  // What looks like markup but says nothing is meant to the letter: `<a>` as an answer.
  return read.text === '' && read.images.length === 0 ? markdownOf(said) : read.text
}
