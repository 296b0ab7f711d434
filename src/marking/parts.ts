import type * as z from 'zod/mini'
import { type Data, type Marks, type Part, settle, type TraceStep } from '../question/index.js'
import type { partsMarkingSchema } from './schema.js'

/** How a response made of parts is marked: pairs, placements, gaps. */
export type PartsMarking = Data<z.infer<typeof partsMarkingSchema>>

/** One part as the kind judged it. */
export interface JudgedPart {
  readonly id: string
  /**
   * `right`, with `share` of it where the key gives less than all; `wrong`; `missed`: nothing given where something
   * belongs; `surplus`: something given where nothing belongs; `left`: nothing given where nothing belongs.
   */
  readonly verdict: 'right' | 'wrong' | 'missed' | 'surplus' | 'left'
  /** 0 to 1; 1 when left out. */
  readonly share?: number
  /** How much the part counts beside the others; 1 when left out. */
  readonly weight?: number
  /** Which entry of the part's key was accepted. */
  readonly accepted?: number
}

/** What was judged, in weights: R = `right`, W = `wrong`, N = `of`. */
type Tally = {
  right: number
  wrong: number
  missed: number
  surplus: number
  left: number
  /** What belongs somewhere. */
  of: number
}

type Shares = { readonly [Verdict in JudgedPart['verdict']]?: number }

/** What each unit of weight earns. The sum is held within 0 and 1. */
const rules: { readonly [Rule in PartsMarking['rule']]: (t: Tally) => Shares } = {
  /** Right parts / parts, what belongs nowhere being right when left alone. Moodle's matching and cloze. */
  'per-part': t => ({ right: 1 / (t.of + t.left + t.surplus), left: 1 / (t.of + t.left + t.surplus) }),
  /** 1 where every part is right, else 0. Perseus, PIE's dichotomous scoring. */
  'all-or-nothing': t => ({ right: t.right === t.of && t.surplus === 0 ? 1 / t.of : 0 }),
  /** (R − what is given beyond N) / N. PIE's match and categorize. */
  'minus-surplus': t => {
    const beyond = Math.max(0, t.surplus - t.missed)
    const each = beyond === 0 ? 0 : -beyond / (t.of * (t.wrong + t.surplus))
    return { right: 1 / t.of, wrong: each, surplus: each }
  },
  /** (R − W − surplus) / N. H5P's drag question. */
  'right-minus-wrong': t => ({ right: 1 / t.of, wrong: -1 / t.of, surplus: -1 / t.of }),
}

const outcomes: { readonly [Verdict in JudgedPart['verdict']]: Part['outcome'] } = {
  right: 'correct',
  wrong: 'incorrect',
  missed: 'unanswered',
  surplus: 'incorrect',
  left: 'correct',
}

/** Marks a response by its parts. `answered` is false where there was no response at all, which earns nothing. */
export function markParts(marking: PartsMarking, judged: readonly JudgedPart[], answered: boolean): Marks {
  const tally: Tally = { right: 0, wrong: 0, missed: 0, surplus: 0, left: 0, of: 0 }
  for (const { verdict, weight = 1, share = 1 } of judged) {
    tally[verdict] += verdict === 'right' ? weight * share : weight
    if (verdict === 'right' || verdict === 'wrong' || verdict === 'missed') tally.of += weight
  }
  const shares = rules[marking.rule](tally)
  let sum = 0
  const parts = judged.map(({ id, verdict, weight = 1, share = 1, accepted }): Part => {
    const earned = answered ? weight * (shares[verdict] ?? 0) * (verdict === 'right' ? share : 1) : 0
    sum += earned
    const partly = verdict === 'right' && share < 1
    const part: Part = {
      id,
      outcome: partly ? (share > 0 ? 'partial' : 'incorrect') : outcomes[verdict],
      earned,
      possible: weight * (shares[verdict === 'surplus' || verdict === 'left' ? 'left' : 'right'] ?? 0),
      reason: partly ? 'partly-right' : verdict,
    }
    return accepted === undefined ? part : { ...part, accepted }
  })
  const fraction = Math.min(1, Math.max(0, settle(sum)))
  const trace: TraceStep[] = [{ step: 'rule', rule: marking.rule, fraction: sum, figures: tally }]
  if (fraction !== settle(sum))
    trace.push({ step: 'clamp', bound: sum < 0 ? 'floor' : 'ceiling', from: sum, fraction })
  return { fraction, lowest: 0, highest: 1, parts, trace }
}
