import { itemRule, pick } from '../rule.js'

/** A key that is written otherwise than all the rest. */
export const optionFormatMix = itemRule(
  {
    id: 'option-format-mix',
    severity: 'warning',
    advice: 'The odd one out is taken for the key. Write all choices alike: capitals, full stops, figures.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 23; NBME (2020)',
    bad: [pick('What did it do?', 'raised a tax', 'cut a tax', '*It left the tax.', 'moved a tax')],
    better: [pick('What did it do?', 'Raised a tax', 'Cut a tax', '*Left the tax', 'Moved a tax')],
  },
  ({ keys, distractors }) => {
    const [key] = keys
    if (keys.length !== 1 || key === undefined || distractors.length < 2) return null
    const [first, ...others] = distractors.map(formOf)
    const isUniform = others.every(form => form === first)
    return isUniform && formOf(key) !== first
      ? `The key, '${key}', is written otherwise than the others.`
      : null
  },
)

/** Capital at the start, full stop at the end, all figures. */
function formOf(text: string): string {
  const trimmed = text.trim()
  return [/^\p{Lu}/u, /^\p{Ll}/u, /[.!]$/, /^[\d\s.,%–-]+$/].map(form => Number(form.test(trimmed))).join('')
}
