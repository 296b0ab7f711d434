import { pick, type Rule, times } from '../rule.js'
import { chanceOfRun, chiSquareTest } from '../statistics.js'

/** Keys that stand in one place more than in others. */
export const keyPosition: Rule = {
  id: 'key-position',
  severity: 'warning',
  advice:
    'Where choices are not shuffled, learners find the place out. Spread the keys, or let them be shuffled.',
  from: 'Haladyna, Downing & Rodriguez (2002), guideline 20; χ² after Pearson (1900)',
  bad: times(12, index => pick(`Where was summit ${index + 1} held?`, 'Riga', '*Oslo', 'Rome')),
  better: times(12, index =>
    pick(
      `Where was summit ${index + 1} held?`,
      ...['Riga', 'Oslo', 'Rome'].map((text, at) => (at === index % 3 ? `*${text}` : text)),
    ),
  ),
  check({ bank }) {
    const places = new Map<number, number[]>()
    for (const question of bank.questions) {
      if (question.type !== 'single-choice' || question.shuffle) continue
      const ofSize = places.get(question.choices.length) ?? []
      places.set(question.choices.length, ofSize)
      ofSize.push(question.choices.findIndex(({ id }) => id === question.key))
    }
    const told = [...places].flatMap(
      ([size, keys]) => unbalanced(countsOf(keys, size)) ?? repeated(keys, size) ?? [],
    )
    const messages = told.length > 0 ? told : [heaped(places) ?? []].flat()
    return messages.map(message => ({ question: null, field: 'questions', message }))
  },
}

function countsOf(keys: readonly number[], size: number): readonly number[] {
  const counts = Array.from({ length: size }, () => 0)
  for (const key of keys) if (key !== -1) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** Questions of several sizes, too few of each to tell by, that have most of their keys in one place all the same. */
function heaped(places: ReadonlyMap<number, readonly number[]>): string | null {
  const sizes = [...places.keys()].filter(size => size > 2)
  const keys = sizes.flatMap(size => places.get(size) ?? [])
  return mostInOnePlace(countsOf(keys, Math.max(0, ...sizes)))
}

/** What is wrong with so many keys at each place. */
export function unbalanced(counts: readonly number[]): string | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const told = counts.join(', ')
  if (all >= 12 && chiSquareTest(counts).p < 0.01)
    return `By place, the keys are ${told}: by chance that is rarer than one in a hundred.`
  const heap = counts.length > 2 ? mostInOnePlace(counts) : null
  if (heap !== null) return heap
  if (all >= 4 * counts.length && counts.includes(0))
    return `By place, the keys are ${told}: never in one of them.`
  return null
}

function mostInOnePlace(counts: readonly number[]): string | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return all >= 8 && counts.some(count => count > all / 2)
    ? `By place, the keys are ${counts.join(', ')}: more than half in one place.`
    : null
}

/** What is wrong with keys that stand in one place several times running: five or more, if that is no chance. */
function repeated(keys: readonly number[], size: number): string | null {
  let longest = 0
  let run = 0
  for (const [index, key] of keys.entries()) {
    run = key === keys[index - 1] ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return longest >= 5 && chanceOfRun(longest, keys.length, size) < 0.01
    ? `The key stands in one place ${longest} times running: by chance that is rarer than one in a hundred.`
    : null
}
