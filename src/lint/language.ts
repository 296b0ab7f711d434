import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { remember, words } from '../text/index.js'
import { textsOf } from './texts.js'

/** BCP 47 tag of what a question is written in, where the question or its bank says so. */
export function languageOf(question: BuiltInQuestion | undefined, bank: Bank): string | undefined {
  return question?.language ?? bank.language
}

/**
 * Whether rules on English words hold for a question. A question's own tag is believed; a bank's that says English, or
 * none, is not where the question plainly reads otherwise: imported files seldom name their language.
 */
export function isEnglish(question: BuiltInQuestion | undefined, bank: Bank): boolean {
  const tag = languageOf(question, bank) ?? 'en'
  if (!/^en\b/i.test(tag)) return false
  if (question === undefined || question.language !== undefined) return true
  return !readsForeign(
    textsOf(question)
      .map(([, text]) => text.slice(0, 500))
      .join(' ')
      .slice(0, 2000),
  )
}

/** More words that only other languages are held together by than English ones, or letters of other scripts. */
const readsForeign = /* @__PURE__ */ remember((text): boolean => {
  const latin = text.match(/\p{sc=Latin}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters > 10 && latin < letters / 2) return true
  let balance = 0
  for (const word of words(text)) balance += foreign.has(word) ? 1 : english.has(word) ? -1 : 0
  return balance > 0
})

const setOf = (list: string) => new Set(list.split(' '))

const english = /* @__PURE__ */ setOf(
  'the of and is are was were to in an what which who how does did for with by from it that this on as at not be has have or if when where why',
)

/** French, Spanish, Galician, Portuguese, Italian, German, Dutch, Swedish, Danish, Norwegian, Polish, Czech, Turkish. */
const foreign = /* @__PURE__ */ setOf(
  'le la les des du une est qui que quel quelle quels dans pour avec sont et el los las del una es cuál qué por para son como un o os da não em uma qual il lo gli che di della nel è sono quale der die das und ist ein eine einen nicht welche welcher welches von den dem zu sind wird het een van wat welke de zijn niet op en och att är som på vilken det ikke hvilken og er jak jest się nie która který která které bir ve bu hangisi',
)
