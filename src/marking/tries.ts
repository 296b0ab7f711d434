import type { Json, Marks } from '../question/index.js'

/**
 * How several tries at one question count, f being a try's fraction, p the penalty, i the tries before it:
 * `penalty`: the last try, f − p·i (Moodle's interactive behaviour) ·
 * `best`: the best of f − p·i, a repeated response being no try (Moodle's adaptive behaviour) ·
 * `count-back`: each part loses p for every try before the one since which it stands (Moodle's interactive
 * with countback) ·
 * `last`: the last try, nothing taken off.
 */
export type TriesRule = 'penalty' | 'best' | 'count-back' | 'last'

/** One submitted response and its marks. */
export interface Try {
  readonly response: Json
  readonly marks: Marks
}

const rules: {
  readonly [Rule in TriesRule]: (tries: readonly Try[], penalty: number) => number
} = {
  penalty: (tries, penalty) => lessPenalty(tries.at(-1), penalty * (tries.length - 1)),
  best(tries, penalty) {
    const distinct = tries.filter((one, index) => index === 0 || !sameResponse(one, tries[index - 1]))
    return Math.max(...distinct.map((one, index) => lessPenalty(one, penalty * index)))
  },
  'count-back': countBackParts,
  last: tries => tries.at(-1)?.marks.fraction ?? 0,
}

/** The fraction that several tries, at least one, come to together. */
export function fractionOverTries(rule: TriesRule, tries: readonly Try[], penalty: number): number {
  return rules[rule](tries, penalty)
}

/** A penalty takes a try to 0 at the lowest; what the marking rule made negative stays as it is. */
function lessPenalty(one: Try | undefined, penalty: number): number {
  const fraction = one?.marks.fraction ?? 0
  return Math.max(Math.min(fraction, 0), fraction - penalty)
}

/** Per part: max(0, share − p · possible · index of the first try of the run in which it earns what it does at the end). */
export function countBackParts(tries: readonly Try[], penalty: number): number {
  const last = tries.at(-1)?.marks
  const total = (last?.parts ?? []).reduce((sum, part) => {
    const earlier = tries.map(one => one.marks.parts.find(({ id }) => id === part.id)?.earned)
    const since = 1 + earlier.findLastIndex(earned => earned !== part.earned)
    return sum + Math.max(Math.min(part.earned, 0), part.earned - penalty * part.possible * since)
  }, 0)
  return Math.min(last?.fraction ?? 0, total)
}

function sameResponse(one: Try, other: Try | undefined): boolean {
  return JSON.stringify(one.response) === JSON.stringify(other?.response)
}
