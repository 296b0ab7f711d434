import { typosBetween, words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'
import { asksForSpelling, likeness, overlap } from '../text.js'
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
  ({ stem, choices }) => {
    if (asksForSpelling(stem) || areCombinations(choices)) return null
    // In the order of the alphabet those that begin alike are neighbours.
    const all = (choices.length > NEIGHBOURS ? [...choices].sort() : choices).map(lookedAt)
    for (const [index, one] of all.entries())
      for (let at = index + 1; at < all.length && at <= index + NEIGHBOURS; at++) {
        const other = all[at]
        if (other && isNear(one, other)) return `'${one.text}' and '${other.text}' are nearly the same.`
      }
    return null
  },
)

/** With how many others each is compared, so that it takes time in keeping with their number. */
const NEIGHBOURS = 50

interface Looked {
  readonly text: string
  readonly like: string
  readonly words: readonly string[]
  readonly bag: ReadonlySet<string>
  readonly figures: string
}

function lookedAt(text: string): Looked {
  const like = likeness(text)
  const all = words(like)
  return { text, like, words: all, bag: new Set(all), figures: like.match(/\p{Nd}+/gu)?.join(' ') ?? '' }
}

function isNear(one: Looked, other: Looked): boolean {
  const saysFigures = one.figures !== '' && other.figures !== ''
  if (one.like === other.like || (saysFigures && one.figures !== other.figures)) return false
  return (isSlip(one, other) || haveMostWords(one.bag, other.bag)) && !differEnough(one.words, other.words)
}

function haveMostWords(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const fewest = Math.min(one.size, other.size)
  return fewest > 4 && fewest >= Math.max(one.size, other.size) * 0.8 && overlap(one, other) >= 0.8
}

/** At most two letters apart. Only long texts of about the same length can be. */
function isSlip(one: Looked, other: Looked): boolean {
  const [length, another] = [one.like.length, other.like.length]
  if (Math.min(length, another) <= 8 || Math.max(length, another) > 300 || Math.abs(length - another) > 2)
    return false
  return haveLikeWords(one.words, other.words) && typosBetween(one.like, other.like, 2) <= 2
}

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

/** `Vitamin A` and `Vitamin B` differ by a label, `it rises as they fall` and `it falls as they rise` by the order of two words. */
function differEnough(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false
  const apart = one.flatMap((word, index) =>
    word === other[index] ? [] : [[word, other[index] ?? ''] as const],
  )
  const [first, second, ...more] = apart
  const areSwapped = more.length === 0 && first?.[0] === second?.[1] && first?.[1] === second?.[0]
  return areSwapped || apart.every(([word]) => word.length === 1)
}
