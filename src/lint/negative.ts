import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { remember } from '../text/index.js'
import { isEnglish } from './language.js'
import { blank, isPersonal, leadIn, ownWords } from './text.js'

/** A word by which a stem asks for what is not so, and whether it catches the eye. */
export interface Negative {
  readonly word: string
  readonly emphasised: boolean
}

/** The first negative word of what a question asks, in English or in the other languages that are met most. */
export function negativeOf(question: BuiltInQuestion, bank: Bank): Negative | null {
  const [english, other] = [negativeIn(question.stem), otherNegativeIn(question.stem)]
  if (!english && !other) return null
  return isEnglish(question, bank) ? english : other
}

/**
 * The first negative word of what a stem asks. To ask why something is not so, or to deny something beside the
 * blank of a sentence, is no negative question. English.
 */
export const negativeIn = /* @__PURE__ */ remember((stem): Negative | null => {
  const asked = ownWords(whichOne.test(stem) ? stem.slice(-1000) : leadIn(stem))
  if (/^\W*(?:why|how come)\b/i.test(asked) || definition.test(asked)) return null
  const gap = asked.search(blank)
  // Words after the blank, or somebody it is told of, make an exercise of grammar.
  if (gap !== -1 && (isPersonal(asked) || /\p{L}/u.test(asked.slice(gap).replace(blank, '')))) return null
  for (const match of asked.matchAll(negative)) {
    const [all, but, verb] = match
    const found = but ?? verb ?? all
    const end = match.index + all.length
    const index = end - found.length
    const [before, after] = [asked.slice(Math.max(0, index - 12), index), asked.slice(end)]
    if (/\b(?:at|or|if|whether) $/i.test(before) && !/\bis $/i.test(before)) continue
    if (/^[*_]* (?:only|just|to|squares|common|positives?|negatives?|alarms?|friends?|teeth)\b/i.test(after))
      continue
    if (gap !== -1 && gap - index > 25) continue
    // `Never Let Me Go` is a title.
    if (index > 0 && /^\p{Lu}\p{Ll}/u.test(found) && /^ \p{Lu}/u.test(after)) continue
    if (aside.test(asked.slice(0, index)) || (opensAside.test(asked.slice(0, index)) && after.includes(',')))
      continue
    return { word: found, emphasised: isEmphasised(found, before, after) }
  }
  return null
})

/** A question that says no more than that one is meant: `All of these are mammals except one. Which one?` */
const whichOne = /[.:;]\s+which(?: one| of them)?(?: is (?:it|that))?\s*\?\s*$/i

/** `A person who does not eat meat is called`. */
const definition = /^\W*(?:an?|someone|people)\b.*\b(?:who|that|which)\b.*\b(?:called|known as|named)\b/i

/** A clause that only says why or when what is asked holds, or of what kind it is asked. */
const aside =
  /, (?:as|since|even though|but)\b[^,]*$|\W(?:because|although|though|while|if|when|unless)\b[^,]*$|^\W*(?:what|how)\b.*\b(?<!\b(?:one|thing|statement|answer|option|claim) )(?:who|that|which)\b[^,]*$/i

const opensAside = /^\W*(?:as|because|since|although|though|even though|while|if)\b[^,]*$/i

/** A group, where there is one, ends the match and is the word. */
const negative = /* @__PURE__ */ new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:not|except|excluding|false|incorrect|least|never|untrue|(?<=\b(?:is|are) )wrong|(?<=\b(?:is|are|be) )unlikely)(?![\p{L}\p{N}])`,
    String.raw`\b[a-z]{2,6}n[’']t\b|\bcannot\b|\bwrong(?= (?:answer|claim|option|sentence|statement)s?\b)`,
    String.raw`^\W*(?:all (?=but one of\b)|(?:all|each|every one) of (?:the|these|those) .{3,200}?\b(?=but\W*(?:(?:which )?one|which)?\W*$))(but)\b`,
    // That a thing lacks another may be the point of it; of a list it is the odd one that is looked for.
    String.raw`\b(?:which|what)(?: one)? of (?:the following|these|those)(?:(?: (?!is |are |of )\p{L}+){0,2}|.{0,40} (?:do|does|did) .{2,60}?) [*_]*((?:lack|omit|exclude)s?(?! of\b)|fails? to|ha(?:s|ve) no|(?:is|are) (?:neither|no|without)(?! longer\b))(?![\p{L}\p{N}])`,
  ].join('|'),
  'giu',
)

const isEmphasised = (word: string, before: string, after: string) =>
  (/[*_]$/.test(before) && /^[*_]/.test(after)) || (word.length > 1 && word === word.toUpperCase())

/** The same in German, French, Spanish, Polish, Russian and Ukrainian: in the clause that asks, or by an 'except'. */
const otherNegativeIn = remember((stem): Negative | null => {
  const asked = ownWords(leadIn(stem))
  if (otherWhy.test(asked) || asked.search(blank) !== -1) return null
  const clause = asked.split(',').find(part => asking.test(part)) ?? ''
  const main = clause.replace(relative, '$1')
  const found = otherNegative.exec(main) ?? otherExcept.exec(asked)
  if (!found) return null
  const [before, after] = [
    found.input.slice(0, found.index),
    found.input.slice(found.index + found[0].length),
  ]
  return { word: found[0], emphasised: isEmphasised(found[0], before, after) }
})

const otherWhy =
  /^\P{L}*(?:warum|wieso|weshalb|weswegen|pourquoi|por qué|dlaczego|почему|зачем|чому|навіщо)(?!\p{L})/iu
const asking =
  /(?<!\p{L})(?:welch\p{L}*|was|wer|wen|wem|wo|wann|worin|wobei|(?:le|la)?quel\p{L}*|qui|que|où|quand|(?:cu[aá]l|qui[eé]n)(?:es)?|qué|d[oó]nde|cu[aá]ndo|kt[oó]r\p{L}*|co|kto|gdzie|kiedy|как\p{L}*|котор\p{L}+|кто|что|где|когда|як\p{L}*|котр\p{L}+|хто|що|де|коли)(?!\p{L})/iu
/** A clause that only says of which thing it is told. */
const relative = /(\p{L}\P{L}+)(?:qui|que|qu[’']|dont)(?!\p{L}).*$/isu
const otherNegative =
  /(?<=(?<!\p{L})n(?:e |[’']).{1,40}?)(?<!\p{L})(?:pas|jamais)(?! seulement)(?!\p{L})|(?<!\p{L}|oder |czy )(?:nicht(?! nur)|kein\p{L}{0,2}|niemals|no(?! sólo| solo)|nunca|nie(?! tylko)|nigdy|не(?! лише| тільки| только| менш| більш| мен| бол)|ніколи|никогда)(?![\p{L}-])|(?<=(?:ist|sind|est|sont|es|son) )(?:falsch|fausses?|inexactes?|incorrect\p{L}*|falsas?)(?!\p{L})|(?<!\p{L})(?:хибн|неправильн|невірн|неверн)\p{L}+/iu
const otherExcept =
  /(?<!\p{L})(?:au(?:ß|ss)er|ausgenommen|sauf|excepto|salvo|oprócz|кроме|крім|окрім)(?!\p{L})/iu
