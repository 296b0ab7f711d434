import type { Given } from './qti.process.js'

/** A response as QTI has it, and the same as a bank's question takes it. */
export interface Sample {
  readonly given: Given
  readonly ours: unknown
}

/** How many responses are tried about at most, where nothing says otherwise: where there are more, those near the key and some by chance. */
export const manyTries = 256
/** Enough to tell apart what this project writes itself. */
export const fewTries = 32

/** Each list once. */
export function unique<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return [...new Map(lists.map(list => [String(list), list])).values()]
}

/** Numbers that look like chance and are the same in every run: from 0, below `end`. */
function chance(): (end: number) => number {
  let state = 1
  return end => {
    state = (state * 48271) % 2147483647
    return state % end
  }
}

const without = <T>(list: readonly T[], index: number) => list.filter((_, at) => at !== index)

/**
 * Sets of ids: all of them, or those that may be right, what is near them, each alone, all together, one more at a time,
 * and some by chance.
 */
export function subsetsOf(
  ids: readonly string[],
  keys: readonly (readonly string[])[],
  most: number,
): readonly (readonly string[])[] {
  if (2 ** ids.length <= most)
    return Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_, at) => (bits >> at) & 1))
  return unique(keys.flatMap(key => subsetsNear(ids, key, most)))
}

function subsetsNear(ids: readonly string[], key: readonly string[], most: number) {
  const pick = chance()
  const others = ids.filter(id => !key.includes(id))
  const growing = (all: readonly string[]) => all.slice(0, most).map((_, at) => all.slice(0, at + 1))
  return [
    key,
    ...key.map((_, at) => without(key, at)),
    ...others.map(id => [...key, id]),
    ...ids.slice(0, most).map(id => [id]),
    ids,
    others,
    [],
    ...growing([...key, ...others]),
    ...growing([...others, ...key]),
    ...Array.from({ length: most / 4 }, () => ids.filter(() => pick(2) === 1)),
  ]
}

/** True where there are so few orders of ids that all of them are tried. */
export const isTried = (ids: readonly string[], most: number): boolean =>
  ids.reduce((count, _, at) => count * (at + 1), 1) <= most

/** Orders of ids: all of them, or those that may be right, what is near them, and some by chance. */
export function ordersOf(
  ids: readonly string[],
  keys: readonly (readonly string[])[],
  most: number,
): readonly (readonly string[])[] {
  if (isTried(ids, most)) return permutations(ids)
  return unique(keys.flatMap(key => ordersNear(ids, key, most)))
}

function ordersNear(ids: readonly string[], key: readonly string[], most: number) {
  const pick = chance()
  const swapped = (one: number, other: number) =>
    key.map((id, at) => (at === one ? (key[other] ?? id) : at === other ? (key[one] ?? id) : id))
  const neighbours = key.slice(1).map((_, at) => swapped(at, at + 1))
  const far = Array.from({ length: most / 4 }, () => swapped(pick(key.length), pick(key.length)))
  const shuffled = Array.from({ length: most / 4 }, () => shuffledBy(pick, ids))
  return [key, [...key].reverse(), [...key.slice(1), ...key.slice(0, 1)], ...neighbours, ...far, ...shuffled]
}

function shuffledBy(pick: (end: number) => number, ids: readonly string[]): readonly string[] {
  const drawn = ids.map(id => [pick(1000), id] as const)
  return drawn.sort(([one], [other]) => one - other).map(([, id]) => id)
}

/** Ways by chance to put ids together in twos, of which some are left alone. */
export function pairingsOf(ids: readonly string[], most: number): readonly (readonly [string, string][])[] {
  const pick = chance()
  return Array.from({ length: most / 4 }, () => {
    const order = shuffledBy(pick, ids)
    return order.flatMap((one, at): [string, string][] => {
      const other = order[at + 1]
      return at % 2 === 1 || other === undefined || pick(4) === 0 ? [] : [[one, other]]
    })
  })
}

function permutations(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length < 2) return [ids]
  return ids.flatMap((id, at) => permutations(without(ids, at)).map(rest => [id, ...rest]))
}

/**
 * One of several values at each place, or none: all combinations, or the key, what is near it, each alone and some by
 * chance.
 *
 * @param values what can stand at each place; the first is right.
 */
export function combinationsOf<T>(
  values: readonly (readonly T[])[],
  most: number,
): readonly (readonly (T | null)[])[] {
  const count = values.reduce((product, list) => product * (list.length + 1), 1)
  if (count <= most)
    return values.reduce<readonly (readonly (T | null)[])[]>(
      (all, list) => all.flatMap(one => [null, ...list].map(value => [...one, value])),
      [[]],
    )
  const pick = chance()
  const right = values.map(list => list[0] ?? null)
  const none = values.map(() => null)
  // As many at each place, so that none is left as it is where there are many.
  const each = Math.max(3, Math.min(40, Math.floor(Math.min(400, 2 * most) / values.length)))
  const changes = (all: readonly (T | null)[]) =>
    values
      .flatMap((list, at) => {
        const others = [null, ...list.slice(0, each)].filter(value => value !== all[at])
        return others.map(value => all.with(at, value))
      })
      .slice(0, 400)
  const random = Array.from({ length: most / 2 }, () =>
    values.map(list => (pick(4) === 0 ? null : (list[pick(pick(2) === 0 ? 1 : list.length)] ?? null))),
  )
  return [right, none, ...changes(right), ...changes(none), ...random]
}
