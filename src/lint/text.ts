import { remember, words } from '../text/index.js'
import { allAbove, noneAbove } from './above.js'

/** A text made alike: without capitals, punctuation and Markdown signs. */
export const fold = /* @__PURE__ */ remember(text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*`_~]/g, '')
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim(),
)

/**
 * A choice as it is compared with others: without the signs that only close or set off, but with those that say
 * something, as in `-1`, `C++` and `a < b`.
 */
export const likeness = /* @__PURE__ */ remember(text =>
  unmarked(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/(?<![.,;:!?。、])[.,;:!?。、]+(?=\s|$)/g, '')
    .replace(/\s+/gu, ' ')
    .trim(),
)

/** A text without quotation marks and the signs of Markdown. */
function unmarked(text: string): string {
  return text.replace(
    /[`“”„"«»‘’'「」]|\*\*|__|(?<=\s|^)[*_](?=\p{L})|(?<=\p{L})[*_](?=\s|$)|\\(?=[\p{P}\p{S}])/gu,
    '',
  )
}

/** How many characters a reader sees: an accent, or the parts of a joined emoji, are none of their own. */
export function lengthOf(text: string): number {
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return text.length
  return [...text.normalize('NFC').replace(/[\p{M}\p{Emoji_Modifier}]|\u200d./gu, '')].length
}

const stopWords = new Set(
  'about above after again against also although among because been before being below between both could does doing down during each every from further have having here hers herself himself into itself just more most much must myself nothing only other over same shall should some something such than that their them then there these they this those through under until very were what when where which while whom whose will with would your yours many true false'.split(
    ' ',
  ),
)

/** Words that carry meaning, each cut to its stem, so that plural and past count as the same. English. */
export const contentWords = /* @__PURE__ */ remember(
  (text): ReadonlySet<string> =>
    new Set(
      words(text)
        .filter(word => word.length > shortest(word) && !stopWords.has(word) && !/^\p{Nd}+$/u.test(word))
        .map(stemOf),
    ),
)

/** Up to so many letters a word is likely one that only joins others: one in Chinese characters, three in an alphabet. */
function shortest(word: string): number {
  return /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]/u.test(word) ? 1 : 3
}

/** A word without its ending. English. */
export function stemOf(word: string): string {
  const bare = word.replace(/['’]s$/, '')
  const cut = bare.replace(/(?:ies|ied)$/, 'y').replace(/(?:ations?|ing|ed|es|s|ly|er)$/, '')
  return cut.length >= 3 ? cut : bare
}

/** Words that carry meaning, and numbers. */
export const tellingWords = /* @__PURE__ */ remember(
  (text): ReadonlySet<string> =>
    new Set([...contentWords(text), ...words(text).filter(word => /\p{Nd}/u.test(word))]),
)

/** The share of words that two texts have in common: Jaccard (1912). */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** The last sentence of a text that is no instruction: what it asks, after what it tells. */
export function leadIn(stem: string): string {
  const sentences = stem
    .slice(-2000)
    .trim()
    .split(/(?<=[.!?؟])\s+|(?<=[。！？])/u)
  const asked = sentences.findLast(
    sentence => !/^\W*(?:pick|choose|select|mark|tick|check|enter)\b/i.test(sentence),
  )
  return (asked ?? sentences.at(-1) ?? stem).slice(-1000)
}

/** A text without what it quotes, which says nothing of how the author writes. */
export function ownWords(text: string): string {
  return text.replace(/(?<!\p{L})[‘'"“„«][^‘“„«’'"”»]{0,500}[’'"”»](?!\p{L})/gu, ' ')
}

/** What a learner fills in a sentence: `____`, also as Markdown escapes it. */
export const blank = /(?:\\?_){3,}|(?<!\.)\.{4,}|…{2,}/g

/** A word by which a stem asks for what is not so, and whether it catches the eye. */
export interface Negative {
  readonly word: string
  readonly emphasised: boolean
}

/**
 * The first negative word of what a stem asks. To ask why something is not so, or to deny something beside the
 * blank of a sentence, is no negative question. English.
 */
export const negativeIn = /* @__PURE__ */ remember((stem): Negative | null => {
  const asked = ownWords(leadIn(stem))
  if (/^\W*(?:why|how come)\b/i.test(asked)) return null
  const gap = asked.search(blank)
  for (const { 0: found, index } of asked.matchAll(negative)) {
    const [before, after] = [asked.slice(Math.max(0, index - 12), index), asked.slice(index + found.length)]
    if (/\b(?:at|or|if|whether) $/i.test(before) && !/\bis $/i.test(before)) continue
    if (/^[*_]* (?:only|just|to|squares|common|positives?|negatives?|alarms?|friends?|teeth)\b/i.test(after))
      continue
    if (gap !== -1 && (gap < index || gap - index > 25)) continue
    if (aside.test(asked.slice(0, index)) || (opensAside.test(asked.slice(0, index)) && after.includes(',')))
      continue
    const isMarked = /[*_]$/.test(before) && /^[*_]/.test(after)
    return { word: found, emphasised: isMarked || (found.length > 1 && found === found.toUpperCase()) }
  }
  return null
})

/** A clause that only says why or when what is asked holds. */
const aside = /, (?:as|because|since|although|though|even though|while|if|when|but)\b[^,]*$/i

const opensAside = /^\W*(?:as|because|since|although|though|even though|while|if)\b[^,]*$/i

const negative =
  /(?<![\p{L}\p{N}])(?:not|except|excluding|false|incorrect|least|never|untrue|(?<=\b(?:is|are) )wrong)(?![\p{L}\p{N}])|\b[a-z]{2,6}n[’']t\b|\bcannot\b/giu

/** True for a choice that denies something. English. */
export function isNegated(text: string): boolean {
  return /\b(?:not|never|cannot)\b|\bno\b(?!\.? ?\d|\.)|\b[a-z]{2,6}n[’']t\b/i.test(ownWords(text))
}

/** True for a choice about the other choices: all of the above, both A and B. */
export const isAboutChoices = /* @__PURE__ */ remember(
  text => /\babove\b/i.test(text) || isPlaceOfChoice(text) || allAbove.test(text) || noneAbove.test(text),
)

/** True for letters of other choices, and nothing else: `Both A and B`, `A, C and (D) are correct`. */
export function isPlaceOfChoice(text: string): boolean {
  const letters = text.replace(called, '')
  return (letters === text ? lettersAlone : lettersCalled).test(letters)
}

const called =
  /^\P{L}{0,2}(?:(?:both|either|neither|only|answers?|options?|choices?|sowohl|weder|antwort(?:en)?|(?:les )?réponses|(?:las )?respuestas|odpowiedzi|ответы|відповіді)\s+){1,3}/iu

const joint = String.raw`(?:\s*[&+と和与]\s*|,?\s+(?:and|or|nor|und|oder|als auch|noch|et|ou|y|o|e|en|of|i|lub|oraz|и|или|і|й|та|або|و|أو)\s+)`
const joined = (letter: string) => String.raw`${letter}(?:\s*,\s*${letter})*${joint}${letter}`
const lettersCalled = /* @__PURE__ */ new RegExp(
  String.raw`^${joined(String.raw`\(?[A-Fa-fА-Да-д]\)?`)}(?![\p{L}\p{N}])`,
  'u',
)
const lettersAlone = /* @__PURE__ */ new RegExp(
  String.raw`^\P{L}{0,2}${joined(String.raw`(?:\(?[A-FА-Д]\)?|\(?[a-f]\)|[أبجد])`)}(?:\s+(?:only|alone|are (?:both )?(?:correct|true|right)|but not [A-F]))?\P{L}{0,2}$`,
  'u',
)

/** Texts as a message names them. */
export function listed(items: readonly string[]): string {
  return items.map(item => `'${item}'`).join(', ')
}
