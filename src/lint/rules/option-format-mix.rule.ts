import { rangesIn } from '../range.js'
import { itemRule, pick } from '../rule.js'
import { isAboutChoices, isNumberOfChoice } from '../text.js'

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
  ({ choices, keys, distractors, language }) => {
    const [key] = keys
    if (keys.length !== 1 || key === undefined || distractors.length < 2) return null
    const [first = '', ...others] = distractors.map(formOf)
    const isUniform = others.every(form => form === first)
    if (!isUniform || first === '' || formOf(key) === '' || formOf(key) === first) return null
    return rangesIn(choices, language) || isAboutChoices(key) || isNumberOfChoice(key)
      ? null
      : `The key, '${key}', is written otherwise than the others.`
  },
)

/**
 * Capital at the start, but for a name made of capitals or with one before a hyphen (`X-ray`); full stop at the end, but for an initial's (`D.C.`);
 * figures, and their unit.
 */
function formOf(text: string): string {
  const trimmed = text.trim()
  const isAcronym = /^\p{Lu}[\p{Lu}\p{N}-]/u.test(trimmed)
  const signs = isAcronym ? [] : [/^\p{Lu}/u, /^\p{Ll}/u]
  const form = [...signs, /(?<!(?<!\p{L})\p{L})[.!。]$/u].map(sign => Number(sign.test(trimmed))).join('')
  const unit = /^[\p{Sc}\s-]*\p{Nd}[\p{Nd}\s.,–-]*([\p{L}%°]{0,10})\.?$/u.exec(trimmed)?.[1]
  return unit === undefined ? `${isAcronym ? '' : form}` : `figures ${unit.replace(/s$/, '')}`
}
