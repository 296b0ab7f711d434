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
 * Sets of ids: all of them, or the key, what is near it, each alone, all together, one more at a time, and some by
 * chance.
 */
export function subsetsOf(
  ids: readonly string[],
  key: readonly string[],
  most: number,
): readonly (readonly string[])[] {
  if (2 ** ids.length <= most)
    return Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_, at) => (bits >> at) & 1))
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

/** Orders of ids: all of them, or the key, what is near it, and some by chance. */
export function ordersOf(
  ids: readonly string[],
  key: readonly string[],
  most: number,
): readonly (readonly string[])[] {
  const count = ids.reduce((product, _, at) => product * (at + 1), 1)
  if (count <= most) return permutations(ids)
  const pick = chance()
  const swapped = (one: number, other: number) =>
    key.map((id, at) => (at === one ? (key[other] ?? id) : at === other ? (key[one] ?? id) : id))
  const neighbours = key.slice(1).map((_, at) => swapped(at, at + 1))
  const far = Array.from({ length: most / 4 }, () => swapped(pick(key.length), pick(key.length)))
  const shuffled = Array.from({ length: most / 4 }, () =>
    [...ids]
      .map(id => [pick(1000), id] as const)
      .sort(([one], [other]) => one - other)
      .map(([, id]) => id),
  )
  return [key, [...key].reverse(), [...key.slice(1), ...key.slice(0, 1)], ...neighbours, ...far, ...shuffled]
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
  const put = (all: readonly (T | null)[], at: number, value: T | null) =>
    all.map((one, place) => (place === at ? value : one))
  const changes = (all: readonly (T | null)[]) =>
    values.flatMap((list, at) => [null, ...list].slice(0, 40).map(value => put(all, at, value))).slice(0, 400)
  const random = Array.from({ length: most / 2 }, () =>
    values.map(list => (pick(4) === 0 ? null : (list[pick(pick(2) === 0 ? 1 : list.length)] ?? null))),
  )
  return [right, none, ...changes(right), ...changes(none), ...random]
}
