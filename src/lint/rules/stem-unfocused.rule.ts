import { words } from '../../text/index.js'
import { isEnglish } from '../language.js'
import { pick, questionRule } from '../rule.js'
import { blank, leadIn } from '../text.js'
import { areJudgements } from './true-false-options.rule.js'

/** A stem that asks nothing. */
export const stemUnfocused = questionRule(
  {
    id: 'stem-unfocused',
    severity: 'warning',
    advice: 'A learner should be able to answer with the choices covered. Ask one whole question.',
    from: 'Haladyna, Downing & Rodriguez (2002), guidelines 14 and 15; NBME (2020)',
    bad: [pick('Which is correct?', '*Vilnius is in Lithuania', 'Riga is in Poland', 'Oslo is in Sweden')],
    better: [pick('In which country is Vilnius?', '*Lithuania', 'Poland', 'Sweden')],
  },
  (question, { bank }, item) => {
    if (!item || (question.media ?? []).length > 0) return null
    const stem = item.stem.trim()
    const isShort =
      words(stem).length < 4 &&
      ![asksOrStops, stopsAtVerb].some(form => form.test(stem.slice(-300))) &&
      stem.search(blank) === -1
    const isTold =
      statement.test(stem) &&
      !asksOrStops.test(stem.slice(-300)) &&
      !areJudgements(item.choices) &&
      isEnglish(question, bank)
    return isShort ||
      isTold ||
      emptyLeadIn.test(leadIn(stem).replace(/[*_]/g, '').trim()) ||
      emptyOrder.test(stem)
      ? { field: 'stem', message: `'${item.stem}' asks nothing by itself.` }
      : null
  },
)

/** A question in any script, a sum, or words that a choice goes on from. */
const asksOrStops =
  /[?？؟;՞=:：…–—]\W*$|か。?$|[吗嗎呢]$|(?<!\p{L})(?:is|are|was|were|has|have|can|the|an?|of|to|in|by|for|with|from|as|at|on|ist|sind|war|waren|hat|heißt|est|sont|était|es|son|era|è|sono|é|são|jest|są|był|była|это|был|была|є|це|був|була|هو|هي|は|是)[^\p{L}\p{N}]*$/iu

/** `The reporter interviewed`. English. */
const stopsAtVerb = /\s(?:[a-z]{3,}ed|means?|becomes?|became|contains?|includes?|requires?)$/

/** All that is asked is what is right. In the languages that are met most. */
const emptyLeadIn = /* @__PURE__ */ anyOf([
  /^(?:which|what)(?: (?:one|statement|statements|answer|option|choice|sentence|claim)s?)?(?: (?:of|among|from) (?:the following|these|those|the below|the choices)(?: \w+){0,2})? (?:is|are|would be) (?:not |NOT )?(?:the )?(?:correct|true|right|false|incorrect|untrue|wrong|accurate|best|valid)(?: (?:one|answer|option|choice|statement|response)s?)?\W*$|^which(?: (?:one|statements?|of (?:the following|these)(?: statements)?))? (?:appl(?:y|ies)|holds?)\W*$/i,
  /^welche?[srn]?(?: (?:der|dieser)(?: folgenden)?)?(?: (?:aussagen?|antwort(?:en)?|behauptung(?:en)?|möglichkeit(?:en)?|option(?:en)?))? (?:(?:ist|sind) (?:richtig|falsch|wahr|korrekt|zutreffend)|stimmt|stimmen|trifft zu|treffen zu)\W*$/iu,
  /^(?:la|les)?quelles?(?: (?:de ces|des))?(?: (?:affirmation|réponse|proposition|phrase)s?)?(?: suivantes?)? (?:est|sont) (?:la |les )?(?:bonne|vraie|fausse|correcte|exacte|juste)s?(?: (?:réponse|affirmation|proposition)s?)?\W*$/iu,
  /^¿?cuál(?:es)?(?: de (?:las siguientes|estas))?(?: (?:afirmaciones|opciones|respuestas|frases))? (?:es|son) (?:la |las )?(?:(?:afirmación|opción|respuesta)\w* )?(?:correcta|verdadera|falsa|cierta|incorrecta)s?\W*$/iu,
  /^як(?:е|а|і|ий)(?: (?:із|з) (?:цих|наведених|наступних))?(?: (?:тверджен\p{L}+|відповід\p{L}+|варіант\p{L}*))? (?:є )?(?:правильн|вірн|хибн|неправильн)\p{L}+[^\p{L}]*$/iu,
  /^как(?:ое|ой|ие)(?: из (?:этих|следующих|приведённых))?(?: (?:утвержден\p{L}+|ответ\p{L}*|вариант\p{L}*))? (?:верн|правильн|ложн|неверн)\p{L}+[^\p{L}]*$/iu,
])

const emptyOrder = /* @__PURE__ */ anyOf([
  /^(?:please )?(?:choose|select|pick|mark|tick|identify|find|check) (?:the|one|an?|all)(?: (?:single|one))? (?:(?:most )?(?:correct|true|right|false|best|wrong|incorrect|appropriate) )?(?:answer|option|choice|statement|response|alternative|sentence|box|word)(?:e?s)?(?: below| from the (?:list|following))?\W*$/i,
  /^(?:bitte )?(?:wähle|wählen sie|kreuze|kreuzen sie|markiere|markieren sie) (?:die|alle) (?:richtigen?|korrekten?|zutreffenden?) (?:antwort|aussage|lösung|möglichkeit)(?:en)?(?: aus| an)?\W*$/iu,
  /^(?:choisis(?:sez)?|coche[rz]?|sélectionne[rz]?|indique[rz]?) (?:la|les) (?:bonnes?|réponses?)(?: réponses?| correctes?| justes?)?\W*$/iu,
  /^(?:elij[ae]|elige|selecciona|seleccione|marca|marque|escoge|escoja) (?:la|las) (?:respuesta|opción|opciones|respuestas) (?:correcta|verdadera)s?\W*$/iu,
  /^(?:о|ви)?беріть (?:правильн|вірн)\p{L}+ (?:відповід|варіант)\p{L}*[^\p{L}]*$/iu,
  /^(?:выберите|отметьте) (?:правильн|верн)\p{L}+ (?:ответ|вариант)\p{L}*[^\p{L}]*$/iu,
])

/** A sentence that tells, and asks for nothing to complete it. */
const statement =
  /^(?:the|an?|this|these|there|it|in|on|during|after|before|when|he|she|they|we)\b(?!.*\b(?:which|what|who|whose|whom|where|how|why|choose|select|pick|name|find|identify|mark|tick|underline|circle|complete|fill|solve|calculate|compute|determine|estimate|match|decide|give|state|tell|say|write|put|use|look|guess)\b)[^.?:_…]{12,300}\.$/i

/** One pattern of several. */
function anyOf(forms: readonly RegExp[]): RegExp {
  return new RegExp(forms.map(({ source }) => source).join('|'), 'iu')
}
