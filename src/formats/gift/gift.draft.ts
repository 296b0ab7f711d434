import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Note, Writable } from '../collect.js'
import type { Texts } from './gift.texts.js'

/** A question before it has its id, and all that every kind has. */
export type Draft = Writable<BuiltInQuestion>

/** What a bank makes of a kind of question, or why it can't. */
export type Row = (texts: Texts, stem: string) => Draft | Note

export const tooFew = (message: string): Note => ({ code: 'too-few-answers', message })
