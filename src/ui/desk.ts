import type { Json, Media, PresentedQuestion } from '../question/index.js'
import type { Command, Review } from '../quiz/index.js'
import { type Counted, fill, type Messages } from './messages.js'
import { refocus, speak } from './page.js'
import { type Part, part, type UiEvent } from './part.js'
import { spoken } from './spoken.js'

/** What the interface asks of the quiz: the commands of a session by name, with what they take. */
export type UiCommand =
  | { readonly type: Exclude<Command, 'respond' | 'certainty' | 'goTo'> }
  | { readonly type: 'respond'; readonly response: Json }
  | { readonly type: 'certainty'; readonly level: number }
  | { readonly type: 'goTo'; readonly id: string }

export type Send = (command: UiCommand) => unknown

/** What the parts of a question are made with. */
export interface Desk<Q extends PresentedQuestion = PresentedQuestion> {
  readonly question: Q
  readonly response: Json
  readonly review: Review | null
  /** True where the response can't be changed now. */
  readonly locked: boolean
  readonly messages: Messages
  /** How the author's texts are written. */
  readonly text: 'plain' | 'markdown'
  /** Language of the question. */
  readonly language: string
  respond(response: Json): void
  /** An id for the page, the same for the same name. */
  id(name: string): string
  say(text: string | Counted, places?: { readonly [name: string]: string | number }): string
  /** Speaks through the live region, wherever the event happened. */
  announce(event: UiEvent, text: string): void
  /** Keeps the focus on an element that moved. */
  refocus(event: UiEvent, id: string): void
  /** An author's text without its marks, for labels and speech. */
  plain(text: string): string
  /** Where a picture or a sound is; null where it may not be loaded. */
  resolve(src: string): string | null
}

/** What `connect` was told, from which desks are made. */
export interface Setting {
  /** What the quiz is called here, in the words of the interface; null where the bank's title will do. */
  readonly title: string | null
  readonly send: Send
  readonly messages: Messages
  readonly prefix: string
  readonly text: 'plain' | 'markdown'
  readonly language: string
  readonly resolve: (src: string) => string | null
  readonly announce: ((text: string) => void) | undefined
}

export function createDesk<Q extends PresentedQuestion>(
  setting: Setting,
  question: Q,
  state: Pick<Desk, 'response' | 'review' | 'locked'>,
): Desk<Q> {
  const { send, messages, prefix, text, language } = setting
  return {
    ...state,
    question,
    messages,
    text,
    language: question.language ?? language,
    respond: response => send({ type: 'respond', response }),
    id: name => `${prefix}-${question.id}-${name}`,
    say: (what, places) => fill(messages, what, places),
    announce: (event, said) => (setting.announce ? setting.announce(said) : speak(event, said)),
    refocus,
    plain: written => (text === 'markdown' ? spoken(written) : written),
    resolve: setting.resolve,
  }
}

/** A text of the author's, written as the bank says. */
export function authored(
  { text }: Pick<Desk, 'text'>,
  made: Part,
  format: 'inline' | 'block' = 'inline',
): Part {
  return { ...made, format: text === 'markdown' ? format : 'plain' }
}

/** A picture, sound or film with its caption; what it shows in words where it may not be loaded. */
export function mediaPart(desk: Pick<Desk, 'resolve' | 'text'>, media: Media, key = media.src): Part {
  const { type, alt, caption, src } = media
  const from = desk.resolve(src)
  const shown =
    from === null
      ? part('media-text', 'p', {}, alt)
      : type === 'image'
        ? part('image', 'img', { src: from, alt })
        : part(type, type, { src: from, controls: true, 'aria-label': alt })
  const below = caption === undefined ? null : authored(desk, part('caption', 'figcaption', {}, caption))
  return { ...part('media', 'figure', {}, [shown, below]), key }
}
