import { itemRule, pick } from '../rule.js'
import { listed } from '../text.js'

/** An article at the end of the stem that fits only some of the choices. */
export const grammarArticleCue = itemRule(
  {
    id: 'grammar-article-cue',
    severity: 'warning',
    english: true,
    advice: 'The article rules choices out by their sound. Put it into the choices, or write a/an.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 28c; NBME (2020)',
    bad: [pick('The reporter interviewed an', '*engineer', 'pilot', 'teacher', 'nurse')],
    better: [pick('The reporter interviewed', '*an engineer', 'a pilot', 'a teacher', 'a nurse')],
  },
  ({ stem, choices, keys }) => {
    const article = /\b(an?)(?:\s*[:…_.?]*)$/i.exec(stem.trim())?.[1]?.toLowerCase()
    if (article === undefined) return null
    const fits = (text: string) => soundsLikeVowel(text) === (article === 'an')
    return keys.every(fits) && !choices.every(fits)
      ? `After '${article}' only ${listed(choices.filter(fits))} can follow.`
      : null
  },
)

/** By the sound, not the letter: an hour, a university. */
function soundsLikeVowel(text: string): boolean {
  const word = text.trim().toLowerCase()
  if (/^(?:hour|honest|honou?r|heir)/.test(word)) return true
  return /^[aeiou]/.test(word) && !/^(?:uni(?![nm])|use|usu|eu|one\b|once)/.test(word)
}
