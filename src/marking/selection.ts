import type * as z from 'zod/mini'
import type { Data } from '../question/index.js'
import { type Marks, type Part, settle, type TraceStep } from '../question/index.js'
import { markMapping } from './mapping.js'
import type { selectionMarkingSchema } from './schema.js'
import { countBackParts } from './tries.js'

/** How a set of chosen things is marked. */
export type SelectionMarking = Data<z.infer<typeof selectionMarkingSchema>>

/** What was decided about each choice, counted. */
type Tally = {
  /** Right ones chosen, wrong ones chosen. */
  right: number
  wrong: number
  /** How many are right, how many there are. */
  of: number
  choices: number
}

/** What a decision earns: a right choice taken or missed, a wrong one taken or left alone. */
interface Shares {
  readonly right: number
  readonly wrong?: number
  readonly missed?: number
  readonly left?: number
}

/** The rules that only count. N = `of`, R = `right`, W = `wrong`; the sum is held within 0 and 1. */
const rules: {
  readonly [Rule in Exclude<SelectionMarking['rule'], 'fractions' | 'map'>]: (t: Tally) => Shares
} = {
  /** 1 for exactly the right ones, else 0. */
  'all-or-nothing': t => ({
    right: t.right === t.of && t.wrong === 0 ? 1 / t.of : 0,
  }),
  /** (R − W) / N. Canvas, H5P, PrairieLearn's percent correct. */
  'right-minus-wrong': t => ({ right: 1 / t.of, wrong: -1 / t.of }),
  /** Right decisions / choices. PrairieLearn's 'every decision counts', Artemis without penalty. */
  'every-decision': t => ({ right: 1 / t.choices, left: 1 / t.choices }),
  /** (right decisions − wrong decisions) / choices. Artemis with penalty. */
  'decisions-right-minus-wrong': t => ({
    right: 1 / t.choices,
    left: 1 / t.choices,
    wrong: -1 / t.choices,
    missed: -1 / t.choices,
  }),
  /** R / N × R / chosen. PrairieLearn's coverage. */
  coverage: t => ({
    right: t.right / (t.of * Math.max(1, t.right + t.wrong)),
  }),
  /** (R − what is chosen beyond N) / N = min(R, N − W) / N. Moodle's OU multiple response, PIE. */
  capped: t => ({
    right: 1 / t.of,
    wrong: (t.of - Math.max(t.of, t.right + t.wrong)) / (t.of * Math.max(1, t.wrong)),
  }),
}

/**
 * Marks a set of chosen things against the set of right ones.
 *
 * @param choices ids of all that could be chosen.
 * @param key ids of the right ones, at least one.
 * @param chosen ids of the chosen ones, each once and among `choices`; null where nothing was given,
 * which earns 0 under every rule but `map`. An empty list is a decision and earns what the rule gives.
 */
export function markSelection(
  marking: SelectionMarking,
  choices: readonly string[],
  key: readonly string[],
  chosen: readonly string[] | null,
): Marks {
  if (marking.rule === 'map') return markMapping(marking, chosen)
  const tally: Tally = {
    right: 0,
    wrong: 0,
    of: key.length,
    choices: choices.length,
  }
  for (const id of chosen ?? []) tally[key.includes(id) ? 'right' : 'wrong'] += 1
  const shares = marking.rule === 'fractions' ? null : rules[marking.rule](tally)
  const parts: Part[] = []
  let sum = 0
  for (const id of choices) {
    const isRight = key.includes(id)
    const isChosen = chosen?.includes(id) ?? false
    const decision = isRight ? (isChosen ? 'right' : 'missed') : isChosen ? 'wrong' : 'left'
    let earned = 0
    let possible = 0
    if (marking.rule === 'fractions') {
      const worth = Object.hasOwn(marking.fractions, id) ? (marking.fractions[id] ?? 0) : 0
      if (isChosen) earned = worth
      possible = Math.max(0, worth)
    } else if (shares && chosen) {
      earned = shares[decision] ?? 0
      possible = shares[isRight ? 'right' : 'left'] ?? 0
    }
    sum += earned
    parts.push({
      id,
      outcome: isRight === isChosen ? 'correct' : 'incorrect',
      earned,
      possible,
      reason: decision,
    })
  }
  const fraction = Math.min(1, Math.max(0, settle(sum)))
  const trace: TraceStep[] = [{ step: 'rule', rule: marking.rule, fraction: sum, figures: tally }]
  if (fraction !== settle(sum))
    trace.push({
      step: 'clamp',
      bound: sum < 0 ? 'floor' : 'ceiling',
      from: sum,
      fraction,
    })
  return { fraction, lowest: 0, highest: 1, parts, trace }
}

/**
 * The fraction over several tries at a selection. By part, but under the capped rule as Moodle's OU multiple
 * response counts: each right choice loses the penalty for every try before the run of tries, up to the last,
 * in which it was chosen. Where a try has more chosen than there are right ones, the excess is taken from the
 * right choices whose history is the worst.
 *
 * @param tries first try first.
 */
export function countBackSelection(
  marking: SelectionMarking,
  choices: readonly string[],
  key: readonly string[],
  tries: readonly { readonly response: readonly string[] | null; readonly marks: Marks }[],
  penalty: number,
): number {
  if (marking.rule !== 'capped') return countBackParts(tries, penalty)
  const latestFirst = tries.map(({ response }) => response ?? []).reverse()
  const histories = choices
    .map(id => {
      const mark = key.includes(id) ? '2' : '1'
      return latestFirst.map(chosen => (chosen.includes(id) ? mark : '0'))
    })
    .sort((a, b) => (a.join('') < b.join('') ? -1 : 1))
  for (const [index, chosen] of latestFirst.entries()) {
    let surplus = chosen.length - key.length
    for (const history of histories) {
      if (surplus <= 0) break
      if (history[index] !== '2') continue
      history[index] = '0'
      surplus -= 1
    }
  }
  const earned = histories.map(history => {
    const run = history.findIndex(mark => mark !== '2')
    const length = run === -1 ? history.length : run
    return length === 0 ? 0 : Math.max(0, 1 - penalty * (history.length - length))
  })
  return earned.reduce((sum, share) => sum + share, 0) / key.length
}
