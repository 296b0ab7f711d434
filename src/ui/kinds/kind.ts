import type { Json, PresentedQuestion } from '../../question/index.js'
import type { Desk } from '../desk.js'
import type { Messages } from '../messages.js'
import { type Part, type PartProps, part } from '../part.js'

/** How one kind of question is shown and answered. */
export interface KindUi<Q extends PresentedQuestion = PresentedQuestion> {
  /** What to do, beside the stem; empty where that says it all. */
  readonly instruct: (desk: Desk<Q>) => string
  /** The fields, buttons and lists of the answer. */
  readonly answer: (desk: Desk<Q>) => readonly (Part | null)[]
  /** True where the answer is a set of radio buttons. */
  readonly radios?: boolean
  /** A response in the words of the interface, where the engine's are not. */
  readonly words?: (response: Json, messages: Messages) => string | null
}

type Mark = 'right' | 'wrong' | 'missed' | 'partial'

/** Sign and attributes for something that was right or wrong, as far as it is shown. */
export interface Marked {
  readonly props: PartProps
  readonly sign: Part | null
}

const signs: { readonly [Name in Mark]: string } = { right: '✔', wrong: '✘', missed: '○', partial: '◐' }

export function marked({ messages }: Pick<Desk, 'messages'>, mark: Mark | null): Marked {
  if (mark === null) return { props: {}, sign: null }
  const words = {
    right: messages.markRight,
    wrong: messages.markWrong,
    missed: messages.markMissed,
    partial: messages.markPartial,
  }
  return {
    props: { 'data-mark': mark },
    sign: part('mark', 'span', { 'data-mark': mark, lang: messages.language }, [
      part('sign', 'span', { 'aria-hidden': 'true' }, signs[mark]),
      part('mark-word', 'span', {}, words[mark]),
    ]),
  }
}

/** Something that may be picked, once the solution is shown. */
export function markOfPick({ review }: Pick<Desk, 'review'>, given: boolean, right: boolean): Mark | null {
  if (!review?.solution || review.solution.response === null) return null
  if (given) return right ? 'right' : 'wrong'
  return right ? 'missed' : null
}

const marksOf = { correct: 'right', partial: 'partial', incorrect: 'wrong', unanswered: 'missed' } as const

/** A part of a response that was scored by itself, once that is shown. */
export function markOfPart({ review }: Pick<Desk, 'review'>, id: string): Mark | null {
  const found = review?.parts?.find(one => one.id === id)
  return found ? marksOf[found.outcome] : null
}

export function asList(response: Json | undefined): readonly string[] {
  return Array.isArray(response) ? response.filter(one => typeof one === 'string') : []
}

export function asText(response: Json | undefined): string {
  return typeof response === 'string' || typeof response === 'number' ? String(response) : ''
}

export function asRecord(response: Json | undefined): { readonly [name: string]: string } {
  const isRecord = typeof response === 'object' && response !== null && !Array.isArray(response)
  const entries = isRecord ? Object.entries(response as { readonly [name: string]: Json }) : []
  // Without a prototype, as an id may be called `toString`.
  return Object.assign(
    Object.create(null),
    Object.fromEntries(entries.map(([name, value]) => [name, asText(value)])),
  )
}

/** The value of the field that an event is about. */
export function typedIn({ currentTarget }: { readonly currentTarget: unknown }): string {
  return (currentTarget as { readonly value: string }).value
}
