import { itemRule, pick } from '../rule.js'
import { fold } from '../text.js'

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
    const seen = new Map<string, string>()
    for (const choice of choices) {
      const same = seen.get(fold(choice))
      if (same !== undefined) return `'${same}' and '${choice}' are the same choice.`
      seen.set(fold(choice) || choice, choice)
    }
    return null
  },
)
