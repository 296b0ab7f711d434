import { evenFigures } from '../quantity.js'
import { itemRule, pick } from '../rule.js'
import { isAboutChoices, likeness } from '../text.js'
import { areCombinations } from './complex-k-type.rule.js'

/** A choice that holds another whole. */
export const optionContainsOption = itemRule(
  {
    id: 'option-contains-option',
    severity: 'info',
    advice:
      'Where one choice says all that another says and more, both may be right. Let each say one thing.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 22',
    bad: [pick('Who signed?', '*Poland', 'Poland and Latvia', 'Estonia')],
    better: [pick('Who signed?', '*Poland', 'Latvia', 'Estonia')],
  },
  ({ choices, language }) => {
    if (areCombinations(choices)) return null
    const texts = choices.filter(text => !isAboutChoices(text))
    const all = texts.map(text => evenFigures(likeness(text), language).split(' '))
    const places = new Map(all.map((words, place) => [words.join(' '), place]))
    const lengths = new Map<string, Set<number>>()
    for (const { 0: first = '', length } of all)
      if (length <= LONGEST) lengths.set(first, (lengths.get(first) ?? new Set()).add(length))
    for (const [outer, words] of all.entries())
      for (const [at, word] of words.entries())
        for (const length of lengths.get(word) ?? []) {
          const inner = places.get(words.slice(at, at + length).join(' '))
          if (inner !== undefined && all[inner]?.length !== words.length && texts[inner]?.trim())
            return `'${texts[outer]}' contains '${texts[inner]}'.`
        }
    return null
  },
)

/** Nobody writes a choice of more words twice. */
const LONGEST = 50
