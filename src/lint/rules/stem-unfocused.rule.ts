import { words } from '../../text/index.js'
import { pick, questionRule } from '../rule.js'
import { blank, leadIn } from '../text.js'

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
  (question, _, item) => {
    if (!item || (question.media ?? []).length > 0) return null
    const stem = item.stem.trim()
    const isShort = words(stem).length < 4 && !asksOrStops.test(stem.slice(-300)) && stem.search(blank) === -1
    return isShort || emptyLeadIn.test(leadIn(stem).replace(/[*_]/g, '').trim()) || emptyOrder.test(stem)
      ? { field: 'stem', message: `'${item.stem}' asks nothing by itself.` }
      : null
  },
)

/** A question in any script, a sum, or words that a choice goes on from. */
const asksOrStops =
  /[?？؟;՞=:：…–—]\W*$|か。?$|[吗嗎呢]$|(?<!\p{L})(?:is|are|was|were|has|have|can|the|an?|of|to|in|by|for|with|from|as|at|on|ist|sind|war|waren|hat|heißt|est|sont|était|es|son|era|è|sono|é|são|jest|są|był|była|это|был|была|є|це|був|була|هو|هي|は|是)[^\p{L}\p{N}]*$/iu

/** All that is asked is what is right. English. */
const emptyLeadIn =
  /^(?:which|what)(?: (?:one|statement|statements|answer|option|choice|sentence|claim)s?)?(?: (?:of|among|from) (?:the following|these|those|the below|the choices)(?: \w+){0,2})? (?:is|are|would be) (?:not |NOT )?(?:the )?(?:correct|true|right|false|incorrect|untrue|wrong|accurate|best|valid)(?: (?:one|answer|option|choice|statement|response)s?)?\W*$|^which(?: (?:one|statements?|of (?:the following|these)(?: statements)?))? (?:appl(?:y|ies)|holds?)\W*$/i

const emptyOrder =
  /^(?:please )?(?:choose|select|pick|mark|tick|identify|find|check) (?:the|one|an?|all)(?: (?:single|one))? (?:(?:most )?(?:correct|true|right|false|best|wrong|incorrect|appropriate) )?(?:answer|option|choice|statement|response|alternative|sentence)s?(?: below| from the (?:list|following))?\W*$/i
