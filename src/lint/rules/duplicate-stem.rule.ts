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
    const asked = questions.map(askedBy)
    const near = nearBefore(rankedWords(asked.map(({ task }) => words(task))), (later, earlier) => {
      const [one, other] = [asked[later], asked[earlier]]
      return one !== undefined && other !== undefined && asksTheSame(one, other)
    })
    return near.map(([later, earlier]) => ({
      question: later,
      field: 'stem',
      message: `It asks nearly the same as '${questions[earlier]?.id}'.`,
    }))
  },
}

interface Asked {
  readonly question: BuiltInQuestion
  readonly task: string
  /** Its words that carry meaning, and its numbers. */
  readonly telling: ReadonlySet<string>
  readonly isShort: boolean
}

function askedBy(question: BuiltInQuestion): Asked {
  const task = taskOf(question)
  return { question, task, telling: tellingWords(task), isShort: new Set(words(task)).size < 5 }
}

/**
 * Near stems ask two things where each has a name or a number of its own, a picture of its own, or another answer. Those of
 * few words have to be the same, with half of the words of the answers: `Match.` says nothing of what it asks.
 */
function asksTheSame(
  { question: one, task, telling, isShort }: Asked,
  { question: other, task: another, telling: others, isShort: isOtherShort }: Asked,
): boolean {
  if (hasOwn(telling, others) && hasOwn(others, telling)) return false
  if (JSON.stringify(one.media) !== JSON.stringify(other.media)) return false
  const areShort = isShort || isOtherShort
  if (areShort && likeness(task) !== likeness(another)) return false
  const [some, more] = [answersOf(one), answersOf(other)]
  if (one.type !== other.type && (some.size === 0 || more.size === 0)) return false
  if (some.size === 0) return true
  return areShort ? overlap(some, more) >= 0.5 : [...some].some(word => more.has(word))
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

/** The different words of each text as numbers, the rarest of all first. */
function rankedWords(texts: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ranks = new Map(
    [...counts].sort(([, one], [, other]) => one - other).map(([word], rank) => [word, rank]),
  )
  return texts.map(text =>
    [...new Set(text)].map(word => ranks.get(word) ?? 0).sort((one, other) => one - other),
  )
}

/**
 * For each text the first before it of which at least four in five words are the same, both counted together (Jaccard).
 * Such two share one of their rarest words, so many as may differ and one more (Bayardo, Ma & Srikant 2007). Of the
 * texts with one word only the last twenty are looked at, so that it takes time in keeping with their number.
 */
function nearBefore(
  bags: readonly (readonly number[])[],
  fits: (later: number, earlier: number) => boolean,
): readonly (readonly [later: number, earlier: number])[] {
  const holders = new Map<number, number[]>()
  /** The last text that each was compared with. */
  const compared = new Int32Array(bags.length)
  return bags.flatMap((bag, later): [number, number][] => {
    let near: number | undefined
    for (const word of bag.slice(0, Math.floor(bag.length * (1 - threshold)) + 1)) {
      const there = holders.get(word) ?? []
      holders.set(word, there)
      near ??= there.find(earlier => {
        if (compared[earlier] === later) return false
        compared[earlier] = later
        return areNear(bag, bags[earlier] ?? []) && fits(later, earlier)
      })
      there.push(later)
      if (there.length > 20) there.shift()
    }
    return near === undefined ? [] : [[later, near]]
  })
}

/** Whether two share so many of their numbers, which are in order. */
function areNear(one: readonly number[], other: readonly number[]): boolean {
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one]
  if (fewer.length < more.length * threshold) return false
  let shared = 0
  let at = 0
  for (const number of fewer) {
    while (at < more.length && (more[at] ?? 0) < number) at += 1
    if (more[at] === number) shared += 1
  }
  return shared >= (one.length + other.length - shared) * threshold
}

const threshold = 0.8
