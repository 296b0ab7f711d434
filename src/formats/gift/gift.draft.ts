import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Note, Writable } from '../collect.js'
import type { Texts } from './gift.texts.js'

/** A question before it has its id, and all that every kind has. */
export type Draft = Writable<BuiltInQuestion>

/** Why a bank can make nothing of it. */
export interface Refusal extends Note {
  /** True where Moodle makes no question of it either, so that it has no kind. */
  readonly isNone?: boolean
}

/** What a bank makes of a kind of question, or why it can't. */
export type Row = (texts: Texts, stem: string) => Draft | Refusal

export const tooFew = (message: string): Refusal => ({ code: 'too-few-answers', message })

/** Where there are so few that Moodle refuses it, too. */
export const fewerThanMoodleTakes = (message: string): Refusal => ({ ...tooFew(message), isNone: true })
