/** A text and how it is written, where the file says so: `html`, `markdown`, `plain`; `moodle` where it doesn't. */
export interface MoodleText {
  readonly text: string
  readonly format: string
}

export interface MoodleAnswer {
  readonly text: MoodleText
  readonly fraction: number
  readonly feedback: MoodleText | null
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
}
