import { typosBetween, words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'
import { likeness, overlap } from '../text.js'
import { areCombinations } from './complex-k-type.rule.js'

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
    if (areCombinations(choices)) return null
    const all = choices.slice(0, 50)
    for (const [index, one] of all.entries())
      for (const other of all.slice(index + 1))
        if (likeness(one) !== likeness(other) && isNear(likeness(one), likeness(other)))
          return `'${one}' and '${other}' are nearly the same.`
    return null
  },
)

function isNear(one: string, other: string): boolean {
  if (/\p{Nd}/u.test(one) && /\p{Nd}/u.test(other)) return false
  const [left, right] = [words(one), words(other)]
  if (differByLabel(left, right)) return false
  if (Math.min(one.length, other.length) > 8 && isSlip(one, other) && haveLikeWords(left, right)) return true
  const [some, others] = [new Set(left), new Set(right)]
  return some.size > 4 && overlap(some, others) >= 0.8
}

/** At most two letters apart. Only long texts of about the same length can be. */
const isSlip = (one: string, other: string) =>
  Math.max(one.length, other.length) <= 300 &&
  Math.abs(one.length - other.length) <= 2 &&
  typosBetween(one, other, 2) <= 2

/** `hypertension` and `hypotension` mean two things: only words that begin alike are slips of each other. */
function haveLikeWords(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return true
  return one.every((word, index) => beginAlike(word, other[index] ?? ''))
}

function beginAlike(one: string, other: string): boolean {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  return same >= Math.max(one.length, other.length) * 0.6
}

/** `Vitamin A` and `Vitamin B` differ by a label, which says enough. */
function differByLabel(one: readonly string[], other: readonly string[]): boolean {
  const apart = one.filter((word, index) => word !== other[index])
  return one.length === other.length && apart.every(word => word.length === 1)
}
