import type { Media } from '../../question/index.js'
import type { Note } from '../collect.js'
import { playedAt } from '../moodle-played.js'
import { languagesIn, readMoodleText } from '../moodle-texts.js'
import { markdownOf } from '../plain.js'
import { placeOf, type Shelf } from '../shelf.js'
import type { Block } from './gift.block.js'
import { pastSpaces, spacesBefore } from './gift.lines.js'

/** The texts of one block on their way into a bank, and all that has to be said of them. */
export interface Texts {
  readonly block: Block
  readonly notes: Note[]
  /** Those of the stem, which is read first; then those of texts that images can't go with. */
  readonly images: Media[]
  readonly shelf: Shelf
  /** How texts are written that don't say it: as the stem, which is read first. */
  format: string | null
}

export function openTexts(block: Block, shelf: Shelf): Texts {
  return { block, notes: [], images: [], shelf, format: null }
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
  return readPiece(texts, withTrimmedLines(asked).trim(), false)
}

/**
 * What stands between two places, as Markdown.
 *
 * @param isFolded false where it is known to stand on one line.
 */
export function readText(texts: Texts, from: number, to: number, isFolded = true): string {
  const { block, format } = texts
  const { text, hasEscapes, isPlain, isBankMarkdown } = block
  if (!isFolded && !hasEscapes && (format === 'markdown' ? isBankMarkdown : isPlain && format !== 'html')) {
    const start = pastSpaces(text, from, to)
    const end = spacesBefore(text, start, to)
    // Most texts mean just what they are.
    if (isLetter(text.charCodeAt(start)) && isVisible(text.charCodeAt(end - 1))) return text.slice(start, end)
  }
  const piece = pieceOf(block, from, to, isFolded)
  return readPiece(texts, piece, isPlain && !(isFolded && piece.includes('\n')))
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
  return texts.block.isPlain || said === '' ? markdownOf(said) : readMarkup(texts, said, 'moodle_auto_format')
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

const namedFormat = /^\[(?:html|markdown|plain|moodle)\]/

/** The format that a text names at its beginning: `[html]`. */
function formatOf(piece: string): string | undefined {
  if (!piece.startsWith('[') || !namedFormat.test(piece)) return undefined
  return piece.slice(1, piece.indexOf(']'))
}

const withoutFormat = (piece: string, format: string | undefined) =>
  format === undefined ? piece : piece.slice(format.length + 2)

/** Without escapes. */
function show({ hasEscapes }: Block, piece: string): string {
  if (!hasEscapes || !piece.includes('\\')) return trimmed(piece)
  return trimmed(piece.replace(/\\([:#={}~n\\])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)))
}

/** A look at both ends is faster than a trim, and few texts need one by now. */
export const trimmed = (text: string) =>
  isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)) ? text : text.trim()
const isVisible = (code: number) => code > 32 && code < 128

/** Letters of English and a few signs, with which nothing of GIFT and Markdown begins. */
const isLetter = (code: number) => code >= 65 && code <= 122 && code !== bracket
const bracket = 91

/** Moodle's formats where GIFT has a shorter name for them. */
const formats: { readonly [name: string]: string } = { plain: 'plain_text', moodle: 'moodle_auto_format' }

/** @param isPlain true where it is one line that has nothing of HTML or Markdown, but perhaps at its beginning. */
function readPiece(texts: Texts, piece: string, isPlain: boolean): string {
  const { block, notes } = texts
  const named = formatOf(piece)
  const said = show(block, withoutFormat(piece, named))
  texts.format ??= named ?? 'moodle'
  const format = named ?? texts.format
  if (format === 'markdown' && block.isBankMarkdown) return said
  if (isPlain && format !== 'html') return isLetter(said.charCodeAt(0)) ? said : markdownOf(said)
  const languages = languagesIn(said)
  if (languages && !notes.some(({ code }) => code === languages.code)) notes.push(languages)
  return readMarkup(texts, said, formats[format] ?? format)
}

function readMarkup({ images, notes, shelf }: Texts, said: string, format: string): string {
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
