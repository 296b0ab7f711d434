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
    better: [
      pick('The reporter of the paper interviewed', '*an engineer', 'a pilot', 'a teacher', 'a nurse'),
    ],
  },
  ({ stem, choices, keys }) => {
    const article = /(?<!\ba ?[/|] ?|\ba or )\b(an?)[\s:…_.?\\]*$/i.exec(stem.slice(-300))?.[1]?.toLowerCase()
    if (article === undefined) return null
    const fits = (text: string) => soundsLikeVowel(text) === (article === 'an')
    return keys.every(fits) && !choices.every(fits) && !choices.some(text => /^an?\s/i.test(text))
      ? `After '${article}' only ${listed(choices.filter(fits))} can follow.`
      : null
  },
)

/** By the sound, not the letter: an hour, a university, an MRI, a European. */
function soundsLikeVowel(text: string): boolean {
  const [word = ''] = text.normalize('NFKC').match(/[\p{L}\p{N}]+/u) ?? []
  if (/^(?:[AEFHILMNORSX](?![aeiou])[A-Z\d]|[AEFHILMNORSX]$)/.test(word)) return true
  if (/^[BCDGJKPQTUVWYZ][A-Z\d]/.test(word) && word === word.toUpperCase()) return false
  if (/^\d/.test(word)) return /^(?:8|11$|18$|18\d\d$|11\d{3}$|18\d{3}$)/.test(word)
  const small = word.toLowerCase()
  if (/^(?:hour|honest|honou?r|heir)/.test(small)) return true
  return (
    /^[aeiouáéíóúäöüà]/.test(small) &&
    !/^(?:uni(?!n[a-z]|m)|use|usu|util|ur(?:an|in)|eu|ewe|one\b|once|ufo|ukr)/.test(small)
  )
}
