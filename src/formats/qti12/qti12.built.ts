import type { BuiltInKind } from '../../interactions/index.js'
import { asId, letter, type Note } from '../collect.js'
import type { Condition } from './qti12.conditions.js'
import type { Item, ResponsePlace } from './qti12.item.js'

/** How texts of an item are read, and what has to be said of them. */
export interface Texts {
  readonly read: (html: string) => string
  readonly note: (code: string, message: string) => void
}

/** The fields of a kind. `text` in place of a stem is running text with gaps. */
export interface Built {
  readonly type: BuiltInKind
  readonly [field: string]: unknown
}

export type Row = (item: Item, texts: Texts) => Built | Note

export const noKey: Note = { code: 'no-key', message: 'It says of nothing that it is right.' }
export const unsupportedScoring = (message: string): Note => ({ code: 'unsupported-scoring', message })
export const unsupportedKind = (what: string): Note => ({
  code: 'unsupported-kind',
  message: `A bank has no questions ${what}.`,
})

/** Texts that differ only in capitals are one here, as in Canvas. */
export function unique<Entry extends { readonly text: string }>(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ text }) => {
    const plain = text.toLowerCase()
    return text !== '' && !seen.has(plain) && seen.add(plain)
  })
}

export function acceptedText(text: string, item: Item, texts: Texts) {
  return { text, ...feedbackOn(text, item, texts) }
}

export function choicesOf({ labels }: ResponsePlace, item: Item, texts: Texts) {
  return labels.map(({ id, html, isFixed }, index) => ({
    id: asId(id) || letter(index),
    text: texts.read(html) || '…',
    ...(isFixed && { pinned: true }),
    ...feedbackOn(id, item, texts),
  }))
}

/** What is said to who gave just this. */
export function feedbackOn(value: string, item: Item, { read }: Texts): { readonly feedback?: string } {
  const said = (item.byValue.get(value) ?? [])
    .flatMap(condition => shownApart(condition, item))
    .map(id => read(item.feedback.get(id) ?? ''))
    .find(text => text !== '')
  return said ? { feedback: said } : {}
}

/** What a condition shows for itself, and not for what the whole response is worth. */
function shownApart({ sets, shows }: Condition, item: Item) {
  if (item.blackboard) return shows.filter(id => id !== 'correct' && id !== 'incorrect')
  if (sets.length === 0) return shows
  const isRight = sets.some(({ value }) => value > 0)
  return isRight && !item.addsUp ? [] : shows.filter(id => item.shownOnce.has(id))
}

/** True for the choice that says a claim is true. */
export const isTrue = ({ html }: ResponsePlace['labels'][number]): boolean => /^\s*true\s*$/i.test(html)
