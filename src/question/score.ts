/** What a response came to. `pending` waits for a person; `invalid` can't be scored as it stands. */
export type Outcome = 'correct' | 'partial' | 'incorrect' | 'unanswered' | 'invalid' | 'pending'

/** Points as in xAPI. `scaled` is `raw / max`, held within -1 and 1. */
export interface Score {
  readonly raw: number
  readonly min: number
  readonly max: number
  readonly scaled: number
}

/** One decision, place, pair or gap of a response, and what it earned. */
export interface Part {
  /** The choice, item, prompt or gap that it is about. */
  readonly id: string
  readonly outcome: 'correct' | 'partial' | 'incorrect' | 'unanswered'
  /** Share of the question's points that it earned; negative where the rule takes off. */
  readonly earned: number
  /** Share of the question's points that it could earn at most. */
  readonly possible: number
  /** Code of the reason, for the table of messages: `right`, `misplaced`, … */
  readonly reason: string
  /** What was accepted, where it is not the response to the letter: the index in the key. */
  readonly accepted?: number
}

/** One step from a response to its score, as data that a table of messages turns into words. */
export type TraceStep =
  /** The marking rule and the figures that it reckons with: `{ right: 2, wrong: 1, of: 3 }`. */
  | {
      readonly step: 'rule'
      readonly rule: string
      readonly fraction: number
      readonly figures: Figures
    }
  /** A fraction taken off; `fraction` is what is left. */
  | {
      readonly step: 'penalty'
      readonly reason: string
      readonly amount: number
      readonly fraction: number
    }
  /** A fraction held at a bound. */
  | {
      readonly step: 'clamp'
      readonly bound: 'floor' | 'ceiling'
      readonly from: number
      readonly fraction: number
    }
  /** How sure the learner was, and the factor that follows. */
  | {
      readonly step: 'certainty'
      readonly certainty: number
      readonly factor: number
      readonly fraction: number
    }
  /** Points by outcome, as contests give them. */
  | {
      readonly step: 'outcome'
      readonly outcome: Outcome
      readonly raw: number
    }
  /** The fraction times what the question is worth. */
  | { readonly step: 'points'; readonly points: number; readonly raw: number }
  /** Points that a person decided, whatever the response came to. */
  | { readonly step: 'override'; readonly reason: string; readonly raw: number }
  | {
      readonly step: 'round'
      readonly decimals: number
      readonly from: number
      readonly raw: number
    }

export type Figures = { readonly [name: string]: number }

/** What a kind of question makes of one response, in shares of the question's points. */
export interface Marks {
  /** Share earned before penalties. Leaves 0 to 1 only where the marking rule says so. */
  readonly fraction: number
  /** The least and the most that the rule can give on this question. */
  readonly lowest: number
  readonly highest: number
  readonly parts: readonly Part[]
  readonly trace: readonly TraceStep[]
  /** What the rule itself makes the question worth, where the author doesn't say. */
  readonly points?: number
}

/** A millionth: what Moodle's thresholds (engine/states.php) leave between almost and altogether right. */
const MILLIONTH = 0.000_001

/** Takes away what adding thirds leaves behind, so that 3 × ⅓ is 1. */
export function settle(fraction: number): number {
  if (Math.abs(fraction) < MILLIONTH) return 0
  return Math.abs(fraction - 1) < MILLIONTH ? 1 : fraction
}

/** The outcome of a settled fraction. */
export function outcomeOf(fraction: number): 'correct' | 'partial' | 'incorrect' {
  if (fraction >= 1) return 'correct'
  return fraction > 0 ? 'partial' : 'incorrect'
}
