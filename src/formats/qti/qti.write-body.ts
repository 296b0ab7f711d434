import type { Media } from '../../question/index.js'
import { type Declaring, qtiId, tag } from './qti.write-xml.js'

/** How texts and pictures become XHTML. */
export interface WriteTexts {
  readonly block: (text: string) => string
  readonly inline: (text: string) => string
  readonly media: (media: readonly Media[]) => string
}

/** A question as an item has it. */
export interface WrittenBody {
  readonly responses: readonly Declaring[]
  /** What stands in the body after the stem. */
  readonly body: string
  /** Rules that set SCORE, and FEEDBACK where something in the question says so. */
  readonly rules: string
  /** Numbers that the rules keep on the way; 0 at first. */
  readonly outcomes?: readonly string[]
  /** Feedback by the identifier that FEEDBACK gets. */
  readonly feedback: readonly (readonly [id: string, text: string])[]
}

/** Why a question can't be written. */
export interface Cannot {
  readonly cannot: string
}

/** What is picked, placed or put in order. */
export interface Pickable {
  readonly id: string
  readonly text: string
  readonly feedback?: string | undefined
  readonly pinned?: boolean | undefined
  readonly media?: Media | undefined
}

export function simpleChoice(name: string, choice: Pickable, texts: WriteTexts, more = {}): string {
  const fixed = choice.pinned ? { fixed: 'true' } : {}
  const media = choice.media ? texts.media([choice.media]) : ''
  return tag(name, { identifier: qtiId(choice.id), ...fixed, ...more }, texts.inline(choice.text), media)
}
