/** A text and how it is written, where the file says so: `html`, `markdown`, `plain`; `moodle` where it doesn't. */
export interface MoodleText {
  readonly text: string
  readonly format: string
}

export interface MoodleAnswer {
  readonly text: MoodleText
  readonly fraction: number
  readonly feedback: MoodleText | null
  /** For `gapselect` and `ddwtos`: the words that go together. */
  readonly group?: string
}

/** Moodle's names for its kinds of question, as far as a bank has the like. */
export type MoodleKind =
  | 'multichoice'
  | 'truefalse'
  | 'shortanswer'
  | 'numerical'
  | 'match'
  | 'essay'
  | 'description'
  | 'ordering'
  | 'multianswer'
  | 'gapselect'
  | 'ddwtos'

export interface MoodleQuestion {
  readonly kind: MoodleKind
  readonly name: string
  readonly stem: MoodleText
  readonly general: MoodleText | null
  readonly id: string | null
  readonly tags: readonly string[]
  readonly answers: readonly MoodleAnswer[]
  /** For `match`: what stands left and right of the arrow. */
  readonly pairs: readonly { readonly left: MoodleText; readonly right: string }[]
  /** For `truefalse`. */
  readonly isTrue: boolean
  /** For `multichoice`: several may be picked. */
  readonly several: boolean
  /** What GIFT has no signs for. */
  readonly more?: MoreOfQuestion
}

/** What Moodle's own XML says of a question beside. */
export interface MoreOfQuestion {
  readonly points?: number
  readonly penalty?: number
  readonly hints?: readonly MoodleText[]
  readonly feedback?: { readonly [Outcome in 'correct' | 'partial' | 'incorrect']?: MoodleText }
  /** Fields of the question's own kind. */
  readonly own?: object
}
