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

/** Words that carry meaning, each cut to its stem. English. */
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

/** A word without its ending, so that `negotiate`, `negotiations` and `negotiator` are the same. English. */
export function stemOf(word: string): string {
  const bare = word.replace(/['’]s?$/, '').replace(/(?:ies|ied)$/, 'y')
  return bare.replace(ending, '').replace(/(\p{L})\1$/u, '$1')
}

/** A short word has fewer endings: a station is no kind of state. */
const ending =
  /(?:(?<=.{5})(?:ifications?|ify(?:ing)?|ments?|ions?|ors?|ive)|(?<=.{3})(?:at(?:ions?|ors?|ive|es?|ed|ing)|ing|ed|e?s(?<![isu]s)|ly|ers?|e))$/

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
  return text.replace(/(?<!\p{L})(?:[‘'"“„«][^‘“„«’'"”»]{0,500}[’'"”»]|„[^“”„]{0,500}“)(?!\p{L})/gu, ' ')
}

/** What a learner fills in a sentence: `____`, also as Markdown escapes it. */
export const blank = /(?:\\?_){3,}|(?<!\.)\.{4,}|…{2,}/g

/** Whether a sentence is told of somebody who has no name, as exercises of grammar are. In the languages that are met most. */
export const isPersonal = (sentence: string) =>
  /(?<!\p{L})(?:i|you|he|she|we|they|my|your|his|her|our|their|ich|er|wir|ihr|mein|dein|je|j[’']|tu|il|elle|nous|vous|ils|elles|yo|tú|él|ella|nosotros|ellos|ty|ona|я|ти|ты|він|вона|ми|мы|ви|вы|вони|они)(?!\p{L})/iu.test(
    sentence,
  )

/** True for a choice that denies something. English. */
export function isNegated(text: string): boolean {
  return /\b(?:not|never|cannot)\b|\bno\b(?!\.? ?\d|\.)|\b[a-z]{2,6}n[’']t\b/i.test(ownWords(text))
}

/** True for a choice about the other choices: all of the above, both A and B. */
export const isAboutChoices = /* @__PURE__ */ remember(
  text => /\babove\b/i.test(text) || isPlaceOfChoice(text) || allAbove.test(text) || noneAbove.test(text),
)

/** True for letters of other choices, and nothing else: `Both A and B`, `A, C and (D) are correct`, or `the first two answers`. */
export function isPlaceOfChoice(text: string): boolean {
  const letters = text.replace(called, '')
  return (letters === text ? lettersAlone : lettersCalled).test(letters) || counted.test(text)
}

const called =
  /^\P{L}{0,2}(?:(?:both|either|neither|only|answers?|options?|choices?|statements?|sowohl|weder|antwort(?:en)?|(?:les )?réponses|(?:las )?respuestas|odpowiedzi|ответы|відповіді)\s+){1,3}/iu

const joint = String.raw`(?:\s*[&+と和与]\s*|,?\s+(?:and|or|nor|und|oder|als auch|noch|et|ou|y|o|e|en|of|i|lub|oraz|и|или|і|й|та|або|و|أو)\s+)`
const joined = (letter: string) => String.raw`${letter}(?:\s*,\s*${letter})*${joint}${letter}`
const right = '(?:correct|true|right|richtig|korrekt|correct[ao]s|correctes|vraies|правильні|вірні|верны)'
const lettersCalled = /* @__PURE__ */ new RegExp(
  String.raw`^${joined(String.raw`\(?[A-Fa-fА-Да-д]\)?`)}(?![\p{L}\p{N}])`,
  'u',
)
const lettersAlone = /* @__PURE__ */ new RegExp(
  String.raw`^\P{L}{0,2}(?:${joined(String.raw`(?:\(?[A-FА-Д]\)?|\(?[a-f]\)|[أبجد])`)}|[A-F](?:,\s*[A-F])+)(?:\s+(?:only|alone|but not [A-F]|(?:are|sind|sont|son|є)?\s?(?:both |beide )?${right}))?\P{L}{0,2}$`,
  'u',
)

/** True for numbers of other choices, and nothing else: `Both 1 and 2`. */
export const isNumberOfChoice = (text: string) => numbers.test(text)

const numbers = /* @__PURE__ */ new RegExp(
  String.raw`^(?:${called.source.slice(1)})?${joined('[1-6]')}(?:\s+(?:only|alone|(?:are\s+)?(?:both\s+)?${right}))?\P{L}*$`,
  'iu',
)
const counted =
  /^(?:both |only )?(?:the (?:first|last) (?:two|three) (?:answers|options|choices)|die ersten (?:beiden|zwei|drei) antworten|les (?:deux|trois) premi(?:ers|ères) (?:réponses|choix)|las (?:dos|tres) primeras(?: respuestas)?)\P{L}*$/iu

/** Texts as a message names them. */
export function listed(items: readonly string[]): string {
  return items.map(item => `'${item}'`).join(', ')
}

/** Whether a stem asks how something is written, where each sign of the choices counts. In the languages that are met most. */
export const asksForSpelling = /* @__PURE__ */ remember(stem => spelling.test(stem))

const spelling =
  /\b(?:spell(?:ed|ing|s)?|spelt|misspel\p{L}*|punctuat\p{L}*|capital letters?|capitali[sz]\p{L}*|apostrophes?|hyphen\p{L}*|commas?|(?:correctly|properly) written|written (?:correctly|properly)|grammatical\p{L}*|(?:which|correct|right) (?:sentence|form))\b|schreibweise|rechtschreib|richtig geschrieben|schreibt man|kommas?\b|orthograph|(?:bien|correctement) écrit|s[’']écrit|ortograf|(?:bien|correctamente) escrit|se escribe|scritt\p{L} correttamente|орфогра|правопис|пишеться|пишется|(?:написан\p{L}* правильно|правильно написан)/iu
