/** A source of chance: each call gives a number from 0 up to, but not, 1. */
export type Random = () => number

/**
 * The same chance for the same seed on every platform: sfc32 (Chris Doty-Humphrey, PractRand), 32-bit integers only.
 *
 * @param seed anything that names the chance; every part counts, so that each list can have its own.
 */
export function createRandom(...seed: readonly (string | number)[]): Random {
  let [a, b, c] = [hash(0, seed), hash(1, seed), hash(2, seed)]
  let counter = 1
  const next = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next()
  return next
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, with a salt for each word of the generator's state. */
function hash(salt: number, seed: readonly (string | number)[]): number {
  let word = 2_166_136_261 ^ salt
  for (const part of seed) {
    for (const unit of `${part}\0`) word = Math.imul(word ^ (unit.codePointAt(0) ?? 0), 16_777_619)
  }
  return word
}

/** Fisher–Yates on a copy. */
export function shuffle<Entry>(entries: readonly Entry[], random: Random): Entry[] {
  const shuffled = [...entries]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = shuffled[last] as Entry
    shuffled[last] = shuffled[other] as Entry
    shuffled[other] = held
  }
  return shuffled
}

/** Shuffles all but the pinned entries, which keep their index. */
export function shuffleUnpinned<Entry extends { readonly pinned?: boolean | undefined }>(
  entries: readonly Entry[],
  random: Random,
): Entry[] {
  const free = shuffle(
    entries.filter(entry => !entry.pinned),
    random,
  )
  return entries.map(entry => (entry.pinned ? entry : (free.shift() as Entry)))
}
