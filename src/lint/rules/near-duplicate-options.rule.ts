import { typosBetween, words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'
import { fold, overlap } from '../text.js'

/** Two choices that differ in next to nothing. */
export const nearDuplicateOptions = itemRule(
  {
    id: 'near-duplicate-options',
    severity: 'warning',
    advice: 'Choices that differ by a word or a letter test eyesight. Make them differ in what they say.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 22',
    bad: [
      pick(
        'What did the council do?',
        '*It raised the tax on new cars',
        'It raised the tax on new car',
        'It fell apart',
      ),
    ],
    better: [
      pick(
        'What did the council do?',
        '*It raised the tax on cars',
        'It cut the tax on fuel',
        'It fell apart',
      ),
    ],
  },
  ({ choices }) => {
    for (const [index, one] of choices.entries())
      for (const other of choices.slice(index + 1))
        if (fold(one) !== fold(other) && isNear(fold(one), fold(other)))
          return `'${one}' and '${other}' are nearly the same.`
    return null
  },
)

function isNear(one: string, other: string): boolean {
  if (/\d/.test(one) && /\d/.test(other)) return false
  if (differByLabel(words(one), words(other))) return false
  const shorter = Math.min(one.length, other.length)
  if (shorter > 8 && typosBetween(one, other, 2) <= 2) return true
  const [left, right] = [new Set(words(one)), new Set(words(other))]
  return left.size > 4 && overlap(left, right) >= 0.8
}

/** `Vitamin A` and `Vitamin B` differ by a label, which says enough. */
function differByLabel(one: readonly string[], other: readonly string[]): boolean {
  const apart = one.filter((word, index) => word !== other[index])
  return one.length === other.length && apart.every(word => word.length === 1)
}
