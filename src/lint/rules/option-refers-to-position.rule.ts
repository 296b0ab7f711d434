import { words } from '../../text/index.js'
import { allAbove, noneAbove } from '../above.js'
import { itemRule, pick } from '../rule.js'
import { isNumberOfChoice, isPlaceOfChoice } from '../text.js'
import { areCombinations } from './complex-k-type.rule.js'
import { areJudgements } from './true-false-options.rule.js'

/** A choice that names others by their place. */
export const optionRefersToPosition = itemRule(
  {
    id: 'option-refers-to-position',
    severity: 'warning',
    advice:
      'Once the choices are shuffled, the letters point elsewhere. Say what is meant, or ask for all that apply.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 9',
    bad: [pick('What raised the prices in spring?', 'Drought', 'War', '*Both A and B', 'Tariffs')],
    better: [pick('What raised the prices in spring?', '*Drought and war', 'War alone', 'Tariffs')],
  },
  ({ stem, choices, shuffle }) => {
    const areLetters = () =>
      lettered.test(stem) || choices.filter(text => /^\P{L}?\p{L}\P{L}?$/u.test(text.trim())).length > 1
    const areNumbers = () => [stem, ...choices].filter(text => /\p{Nd}/u.test(text)).length > 1
    const found = choices.find(
      text =>
        (isPlaceOfChoice(text) && !areLetters()) ||
        (isNumberOfChoice(text) && !areNumbers()) ||
        isAbove(text),
    )
    if (found === undefined) {
      const stands = choices.find(text => /^(?:both(?: of (?:these|them))?|neither)\W*$/i.test(text))
      const isTold = areCombinations(choices) || areJudgements(choices)
      const isAsked = stands !== undefined && words(stem).includes(words(stands)[0] ?? '')
      return stands === undefined || isTold || isAsked ? null : `'${stands}' stands for other choices.`
    }
    return shuffle === false
      ? `'${found}' names choices by their place.`
      : { severity: 'error', message: `'${found}' names choices by their place, and these are shuffled.` }
  },
)

/** What is called by letters itself. */
const lettered =
  /\b(?:blood (?:groups?|types?)|hepatitis|points?|vertices|corners?|edges?|sides?|notes?|angles?|sets?|events?|variables?|statements?|blutgruppen?|groupes? sanguins?)\b|vitamin|витамин|вітамін|ビタミン|维生素|فيتامين|групп. крови|групи? крові|血液型|血型/iu

/** The above, but for all of it and none of it, which have rules of their own. */
const isAbove = (text: string) =>
  /\b(?:both|either|neither|two|three|some|any|more than one|the) (?:of )?(?:the )?above\b/i.test(text) &&
  !allAbove.test(text) &&
  !noneAbove.test(text)
