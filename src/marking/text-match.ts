import type * as z from 'zod/mini'
import type { Data } from '../question/index.js'
import { typosBetween } from '../text/index.js'
import { greatestShare } from './greatest-share.js'
import type { acceptedTextSchema, matchSchema } from './schema.js'

export type AcceptedText = Data<z.infer<typeof acceptedTextSchema>>
export type MatchOptions = Data<z.infer<typeof matchSchema>>

/** Which accepted text a response stands for. */
export interface TextMatch {
  /** Index in the key. */
  readonly accepted: number
  /** How many slips of the keyboard lie between; 0 where it is the same. */
  readonly typos: number
}

/**
 * The first accepted text that a response equals; where none does, the first that it is a slip away from.
 *
 * @param language BCP 47 tag, for what is small and what is capital.
 */
export function matchText(
  key: readonly AcceptedText[],
  options: MatchOptions | undefined,
  language: string | undefined,
  response: string,
): TextMatch | null {
  const prepared = prepare(key, options, language)
  const given = prepared.normalize(response)
  for (let index = 0; index < prepared.texts.length; index++) {
    const text = prepared.texts[index]
    if (typeof text === 'string' ? text === given : text && fitsPieces(text, given))
      return { accepted: index, typos: 0 }
  }
  for (let index = 0; index < prepared.texts.length; index++) {
    const text = prepared.texts[index]
    const most = prepared.typos[index] ?? 0
    if (typeof text !== 'string' || most === 0) continue
    const typos = typosBetween(text, given, most)
    if (typos <= most) return { accepted: index, typos }
  }
  return null
}

/** A key made ready: each text as it is compared, or its pieces between asterisks. */
interface Prepared {
  readonly options: MatchOptions | undefined
  readonly language: string | undefined
  readonly texts: readonly (string | readonly string[])[]
  readonly typos: readonly number[]
  readonly normalize: (text: string) => string
}

const prepared = new WeakMap<readonly AcceptedText[], Prepared>()

function prepare(
  key: readonly AcceptedText[],
  options: MatchOptions | undefined,
  language: string | undefined,
): Prepared {
  const known = prepared.get(key)
  if (known && known.options === options && known.language === language) return known
  const normalize = normalizer(options ?? {}, language)
  const texts = key.map(({ text, wildcard }) =>
    wildcard
      ? piecesOf(text).map(piece => normalizer(options ?? {}, language, false)(piece))
      : normalize(text),
  )
  const typos = texts.map(text => (typeof text === 'string' ? typosAllowed(options ?? {}, text) : 0))
  const made = { options, language, texts, typos, normalize }
  prepared.set(key, made)
  return made
}

/** How texts are made comparable: what doesn't count is taken away. */
export function normalizer(
  { case: cased = false, accents = true, punctuation = true, space = 'collapse', form = 'NFC' }: MatchOptions,
  language?: string,
  trim = true,
): (text: string) => string {
  const isDotted = dotted.test(language ?? '')
  const lowered = (text: string) => (isDotted ? text.toLocaleLowerCase(language) : text.toLowerCase())
  return given => {
    let text = given
    if (!ascii.test(text)) {
      text = text.replace(invisible, '').replace(singleQuotes, "'").replace(doubleQuotes, '"').normalize(form)
      if (!accents) text = withoutAccents(text).normalize(form)
    }
    if (!cased) text = lowered(text)
    if (!punctuation) text = text.replace(joiners, ' ').replace(otherPunctuation, '')
    if (space === 'ignore') return text.replace(spaces, '')
    if (space === 'collapse') text = text.replace(oddSpaces, ' ')
    return trim && space === 'collapse' ? text.trim() : text
  }
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .replace(strokes, letter => unstroked[letter] ?? letter)
}

/** Letters that Unicode doesn't take for accented ones. */
const unstroked: { readonly [letter: string]: string } = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
}
const strokes = /[łŁøØđĐßæÆœŒı]/g

/** In these languages capitals have small letters of their own. */
const dotted = /^(?:tr|az|lt)\b/
const ascii = /^[\t\n\r -~]*$/
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const singleQuotes = /[‘’ʼ′]/g
const doubleQuotes = /[“”„″]/g
const marks = /\p{M}+/gu
const joiners = /[-‐-―/]/gu
const otherPunctuation = /\p{P}/gu
const spaces = /\s+/gu
/** All space but a single blank, which is left as it is: most texts have no other. */
const oddSpaces = /\s{2,}|[^\S ]/gu

/** What stands between asterisks; `\*` is an asterisk itself. */
function piecesOf(pattern: string): readonly string[] {
  return pattern.split(/(?<!\\)\*/).map(piece => piece.replaceAll('\\*', '*'))
}

/** True where the text starts with the first piece, ends with the last and has the others in turn between. Linear in the text. */
function fitsPieces(pieces: readonly string[], text: string): boolean {
  const [first = '', ...others] = pieces
  if (others.length === 0) return text === first
  const last = others.pop() ?? ''
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false
  let from = first.length
  const end = text.length - last.length
  for (const piece of others) {
    const at = text.indexOf(piece, from)
    if (at === -1 || at + piece.length > end) return false
    from = at + piece.length
  }
  return true
}

function typosAllowed({ typos = [] }: MatchOptions, text: string): number {
  const { length } = [...text]
  return typos.reduce(
    (most, { longerThan, allow }) => (length > longerThan ? Math.max(most, allow) : most),
    0,
  )
}

/** A text that earns the most there is: an accepted one, or a pattern with something in place of its asterisks. */
export function solveText(
  key: readonly AcceptedText[],
  options: MatchOptions | undefined,
  language: string | undefined,
): string {
  const worth = (text: string) => {
    const found = matchText(key, options, language, text)
    return found ? (key[found.accepted]?.fraction ?? 1) : 0
  }
  const most = greatestShare(key)
  const best = key.filter(({ fraction = 1 }) => fraction === most)
  const candidates = best.flatMap(({ text, wildcard }) =>
    wildcard ? ['', '…', 'x'].map(filler => piecesOf(text).join(filler)) : [text],
  )
  return candidates.find(text => /\S/.test(text) && worth(text) === most) ?? best[0]?.text ?? ''
}
