import { itemRule, pick } from '../rule.js'

/** A verb in the stem that fits only the key's number. */
export const grammarNumberCue = itemRule(
  {
    id: 'grammar-number-cue',
    severity: 'info',
    english: true,
    advice: 'Singular and plural give the key away. Make all choices one or the other.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 28c',
    bad: [pick('The main causes of the flood were', '*storms', 'a dam', 'a leak')],
    better: [pick('The main causes of the flood were', '*storms', 'dams', 'leaks')],
  },
  ({ stem, choices, keys }) => {
    const verb = /\b(is|are|was|were)\s*[:…_]*$/i.exec(stem.trim())?.[1]?.toLowerCase()
    if (verb === undefined) return null
    const wantsPlural = verb === 'are' || verb === 'were'
    const fits = (text: string) => isPlural(text) === wantsPlural
    return keys.every(fits) &&
      choices.some(text => !fits(text)) &&
      choices.filter(fits).length === keys.length
      ? `After '${verb}' only the key fits.`
      : null
  },
)

function isPlural(text: string): boolean {
  return !/^(?:an?|one|this|that)\b/i.test(text.trim()) && /(?:[^s]s|\band\b.*)$/i.test(text.trim())
}
