import type { Quiz } from '../../quiz/index.js'
import type { QuestionView } from './actions.js'
import type { TextStyle } from './markdown.js'
import type { Decision } from './question.prompt.js'

/** What a line that is said is about: it decides the sign in front of it. */
export type Sign = 'heading' | 'text' | 'good' | 'part' | 'bad' | 'faint' | 'warning' | 'end'

/** A question to put to the learner. */
export interface Asked {
  readonly quiz: Quiz
  readonly view: QuestionView
  /** What Enter is called. */
  readonly enterWord: string
  /** Whether the engine's time is the clock's: milliseconds since 1970. */
  readonly now: () => number
  /** Ends the prompt when the moment for it has passed. */
  readonly signal: AbortSignal
}

export interface Option<Value> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

export interface ChooseSettings<Value> {
  /** Where the cursor stands first. */
  readonly at?: Value
  readonly signal?: AbortSignal
}

/** Where a learner sits: a terminal that can redraw, or one that takes lines. */
export interface Desk {
  /** How texts are drawn now; the width follows the window. */
  style(): Omit<TextStyle, 'plain'>
  /** How many lines a page of a text may have, what is asked below it left out. */
  lines(): number
  /** Says something that stays: Markdown must have been rendered already. */
  say(text: string, sign?: Sign): void
  /** Puts a question until the learner decides; `gone` where the moment for it has passed. */
  ask(asked: Asked): Promise<Decision | 'gone'>
  /** Lets the learner choose; null where they would not, or the moment has passed. */
  choose<Value>(
    message: string,
    options: readonly Option<Value>[],
    settings?: ChooseSettings<Value>,
  ): Promise<Value | null>
  close(): void
}

/** What a desk is made of. */
export interface Streams {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
}
