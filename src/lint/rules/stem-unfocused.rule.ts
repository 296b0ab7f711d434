import { words } from '../../text/index.js'
import { itemOf, pick, questionRule } from '../rule.js'
import { leadIn } from '../text.js'

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
  question => {
    const item = itemOf(question)
    if (!item) return null
    const asked = leadIn(item.stem).replace(/\s*\(?(?:pick|choose|select|mark)\b[^.?!]*[.!]?\)?$/i, '')
    const isEmpty =
      /^(?:which|what)(?: one)? (?:of (?:the following|these|the below)(?: \w+){0,2} )?(?:is|are) (?:correct|true|right|false|incorrect|not true)\W*$/i.test(
        asked.trim(),
      )
    const isShort = words(item.stem).length < 4 && !/(?:\?|:|…|_)\W*$/.test(item.stem.trim())
    return isEmpty || isShort ? { field: 'stem', message: `'${item.stem}' asks nothing by itself.` } : null
  },
)
