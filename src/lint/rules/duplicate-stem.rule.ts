import type { BuiltInQuestion } from '../../interactions/index.js'
import { words } from '../../text/index.js'
import { pick, type Rule } from '../rule.js'
import { likeness, overlap, tellingWords } from '../text.js'
import { taskOf } from '../texts.js'

/** Two questions that ask nearly the same. */
export const duplicateStem: Rule = {
  id: 'duplicate-stem',
  severity: 'warning',
  advice: 'Asked twice, a thing counts twice. Keep one of the two, or ask for something else.',
  from: 'Haladyna, Downing & Rodriguez (2002); Broder (1997) on shingles',
  bad: [
    pick('In which city was the alliance summit held in July?', '*Vilnius', 'Riga', 'Oslo'),
    pick('In which city was the summit of the alliance held in July?', '*Vilnius', 'Rome', 'Oslo'),
  ],
  better: [
    pick('In which city was the alliance summit held in July?', '*Vilnius', 'Riga', 'Oslo'),
    pick('Who chaired the meeting?', '*Stoltenberg', 'Duda', 'Scholz'),
  ],
  check({ bank: { questions } }) {
    const bags = questions.map(question => new Set(words(taskOf(question))))
    const near = nearBefore(bags, (later, earlier) => {
      const [one, other] = [questions[later], questions[earlier]]
      const fewest = Math.min(bags[later]?.size ?? 0, bags[earlier]?.size ?? 0)
      return one !== undefined && other !== undefined && asksTheSame(one, other, fewest < 5)
    })
    return near.map(([later, earlier]) => ({
      question: later,
      field: 'stem',
      message: `It asks nearly the same as '${questions[earlier]?.id}'.`,
    }))
  },
}

/**
 * Near stems ask two things where each has a name or a number of its own, a picture of its own, or another answer. Those of
 * few words have to be the same, with half of the words of the answers: `Match.` says nothing of what it asks.
 */
function asksTheSame(one: BuiltInQuestion, other: BuiltInQuestion, areShort: boolean): boolean {
  const [task, another] = [taskOf(one), taskOf(other)]
  const [left, right] = [tellingWords(task), tellingWords(another)]
  const isSwapped = hasOwn(left, right) && hasOwn(right, left)
  if (isSwapped || JSON.stringify(one.media) !== JSON.stringify(other.media)) return false
  if (areShort && likeness(task) !== likeness(another)) return false
  const [some, others] = [answersOf(one), answersOf(other)]
  if (one.type !== other.type && (some.size === 0 || others.size === 0)) return false
  if (some.size === 0) return true
  return areShort ? overlap(some, others) >= 0.5 : [...some].some(word => others.has(word))
}

function hasOwn(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const word of one) if (!other.has(word)) return true
  return false
}

/** The words of what there is to pick, to place or to write. */
function answersOf(question: BuiltInQuestion): ReadonlySet<string> {
  const texts = [
    ...('choices' in question ? question.choices.map(({ text }) => text) : []),
    ...('prompts' in question ? question.prompts.map(({ text }) => text) : []),
    ...('items' in question ? question.items.map(({ text }) => text) : []),
    ...(question.type === 'short-answer' ? question.key.map(({ text }) => text) : []),
    ...(question.type === 'numeric' ? question.key.map(key => String(key.value ?? key.min)) : []),
  ]
  return new Set(texts.flatMap(words))
}

/**
 * For each text the first before it of which at least four in five words are the same, both counted together (Jaccard).
 * Such two share one of their rarest words, so many as may differ and one more (Bayardo, Ma & Srikant 2007). Of the
 * texts with one word only the last twenty are looked at, so that it takes time in keeping with their number.
 *
 * @param bags the words of each text.
 */
function nearBefore(
  bags: readonly ReadonlySet<string>[],
  fits: (later: number, earlier: number) => boolean,
): readonly (readonly [later: number, earlier: number])[] {
  const counts = new Map<string, number>()
  for (const bag of bags) for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1)
  const rarity = (word: string) => counts.get(word) ?? 0
  const holders = new Map<string, number[]>()
  return bags.flatMap((bag, later): [number, number][] => {
    const looked = new Set<number>()
    let near: number | undefined
    const rarest = [...bag].sort((one, other) => rarity(one) - rarity(other) || (one < other ? -1 : 1))
    for (const word of rarest.slice(0, Math.floor(bag.size * (1 - threshold)) + 1)) {
      const there = holders.get(word) ?? []
      holders.set(word, there)
      near ??= there.find(earlier => {
        if (looked.size === looked.add(earlier).size) return false
        return fits(later, earlier) && overlap(bag, bags[earlier] ?? new Set()) >= threshold
      })
      there.push(later)
      if (there.length > 20) there.shift()
    }
    return near === undefined ? [] : [[later, near]]
  })
}

const threshold = 0.8
