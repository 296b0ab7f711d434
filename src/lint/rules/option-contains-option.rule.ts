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
  ({ choices }) => {
    if (areCombinations(choices)) return null
    const texts = choices.filter(text => !isAboutChoices(text)).slice(0, 50)
    const padded = texts.map(text => ` ${likeness(text)} `)
    for (const [index, inner] of padded.entries()) {
      if (inner.trim() === '' || inner.length > LONGEST) continue
      const found = padded.findIndex(outer => outer !== inner && outer.includes(inner))
      if (found !== -1) return `'${texts[found]}' contains '${texts[index]}'.`
    }
    return null
  },
)

/** To find a text in another can take both their lengths, and nobody writes such a choice twice. */
const LONGEST = 300
