import { words } from '../../text/index.js'
import { pick, type Rule } from '../rule.js'
import { overlap } from '../text.js'

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
    const bags = questions.map(
      ({ stem, type, ...own }) => new Set(words(`${stem} ${'text' in own ? own.text : ''}`)),
    )
    return [...candidates(bags)].flatMap(([later, earlier]) => {
      const near = earlier.find(
        index =>
          (bags[index]?.size ?? 0) >= 5 && overlap(bags[later] ?? new Set(), bags[index] ?? new Set()) >= 0.8,
      )
      return near === undefined || isSameKindOfTask(questions[near]?.stem ?? '')
        ? []
        : [
            {
              question: later,
              field: 'stem',
              message: `It asks nearly the same as '${questions[near]?.id}'.`,
            },
          ]
    })
  },
}

/** 'Fill the gaps' and the like ask nothing by themselves. */
const isSameKindOfTask = (stem: string) => words(stem).length < 5

/**
 * For each question those before it that share a pair of its rarest words: nearly equal texts do, and so few others
 * that this stays in keeping with the bank's size.
 */
function candidates(bags: readonly ReadonlySet<string>[]): ReadonlyMap<number, readonly number[]> {
  const counts = new Map<string, number>()
  for (const bag of bags) for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1)
  const index = new Map<string, number[]>()
  const found = new Map<number, readonly number[]>()
  for (const [at, bag] of bags.entries()) {
    const rare = [...bag]
      .sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1))
      .slice(0, 3)
    const near = new Set<number>()
    for (const word of rare) {
      const there = index.get(word) ?? []
      for (const other of there.slice(-50)) near.add(other)
      there.push(at)
      if (there.length === 1) index.set(word, there)
    }
    if (near.size > 0) found.set(at, [...near])
  }
  return found
}
