import { itemRule, pick } from '../rule.js'
import { likeness } from '../text.js'

/** Two choices that say the same. */
export const duplicateOptions = itemRule(
  {
    id: 'duplicate-options',
    severity: 'error',
    advice: 'Two choices that are the same can’t both be told right from wrong. Change one, or take it out.',
    from: 'SAQUET item-writing flaws (Moore et al. 2023)',
    bad: [pick('Which city hosted the summit?', '*Paris', 'paris ', 'Rome', 'Oslo')],
    better: [pick('Which city hosted the summit?', '*Paris', 'Riga', 'Rome', 'Oslo')],
  },
  ({ choices }) => {
    const caseCounts = choices.some(text => /\p{Ll}\p{Lu}/u.test(text)) || choices.every(isSymbol)
    const seen = new Map<string, string>()
    for (const choice of choices) {
      // Importers write it where a choice is a picture alone.
      if (choice.trim() === '…') continue
      const text = `${likeness(choice)}${caseCounts ? ` ${choice.normalize('NFKC').trim()}` : ''}` || choice
      const same = seen.get(text)
      if (same !== undefined) return `'${same}' and '${choice}' are the same choice.`
      seen.set(text, choice)
    }
    return null
  },
)

/** A genotype, a unit or a chemical symbol, such as `Aa`, `Pa` or `Co`, where capitals say something. */
const isSymbol = (text: string) => text.trim().length <= 2
