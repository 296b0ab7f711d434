/** The places, counted from 0, of the choices that a text calls right: `The answer is B`, `Pick the second one`. */
export function placesCalledRight(text: string, choices: number): readonly number[] {
  const bare = text.replace(/[*_`"“”„«»()]|['‘](?=\p{L}['’])|(?<=['‘]\p{L})['’]/gu, '')
  const called = callings.map(form => form.exec(bare)?.[1]).find(found => found !== undefined) ?? ''
  return (called.match(onePlace) ?? []).map(found => placeOf(found.toLowerCase(), choices))
}

function placeOf(name: string, choices: number): number {
  const ordinal = ordinals.findIndex(form => new RegExp(`^(?:${form})$`, 'u').test(name))
  if (ordinal === ordinals.length - 1) return choices - 1
  if (ordinal !== -1) return ordinal
  return /\d/.test(name) ? Number(name) - 1 : Math.max('abcdefgh'.indexOf(name), 'абвгдежз'.indexOf(name))
}

/** From the first to the sixth, and the last, in English, German, French and Spanish. */
const ordinals = [
  'first|1st|erste|premi(?:er|ère)|primera?',
  'second|2nd|zweite|deuxième|segund[ao]',
  'third|3rd|dritte|troisième|tercera?',
  'fourth|4th|vierte|quatrième|cuart[ao]',
  'fifth|5th|fünfte|cinquième|quint[ao]',
  'sixth|6th|sechste|sixième|sext[ao]',
  'last|letzte|derni(?:er|ère)|últim[ao]',
]

const label =
  '(?:answers?|options?|choices?|letters?|numbers?|antwort(?:en)?|réponses?|respuestas?|opción|opciones|odpowied[źz]i?|ответы?|варианты?|відповід[ьі]|варіанти?)'
const right =
  '(?:right|correct|true|best|richtige?n?|korrekte?|bonnes?|justes?|correcte?s?|correct[ao]s?|poprawn[ae]|правильн\\p{L}+|верн\\p{L}+|вірн\\p{L}+)'
const the = '(?:the|die|der|das|la|le|el|las|les)'
const verb =
  "(?:\\s+(?:is|are|was|were|must be|has to be|ist|sind|lautet|est|sont|es|son|to|jest|są)(?!\\p{L})|[’']s(?!\\p{L}))"
const is = `(?:${verb}|\\s*[:=–—-])`

const letter = "(?:[a-h]|[а-з])(?![\\p{L}\\p{N}'’-])"
const ordinal = `(?:${ordinals.join('|')})(?!\\p{L})`
const place = `(?:${letter}|${ordinal})`
const places = `((?:${place}(?:\\s*(?:,|&|\\s(?:and|und|et|y|i|и|і|та)\\s)\\s*${place})*|(?<=${label}\\s)[1-8](?![.,]?\\d)))`
const onePlace = new RegExp(`(?<!\\p{L})${place}|[1-8]`, 'giu')

/** How a choice is named by its place, as in `option B` and `the second one`. */
const named = `(?:${the}\\s+)?(?:${label}\\s+)?${places}(?:\\s+(?:one|${label}))?`
const start = `(?:^|[.!?:;,]\\s+)`

const callings = [
  // The answer is B. It is the second one.
  `(?<!\\p{L})(?:(?:(?:${right}\\s+)?(?:${label}|one|key)|it|this|that|es)${is}|c[’']est)\\s*${named}(?=\\s*(?:$|[.!,;:]))`,
  // Option B is right.
  `${start}${named}${verb}\\s*(?:${the}\\s+)?(?:${right}|answer|key|one)(?!\\p{L})`,
  // Choose B.
  `${start}(?:please\\s+)?(?:choose|pick|select|take|tick|mark|check|click|go for|go with|try)\\s+${named}(?=\\s*(?:$|[.!,;:]))`,
].map(form => new RegExp(form, 'iu'))
