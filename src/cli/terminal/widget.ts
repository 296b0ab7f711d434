import type { Json } from '../../index.js'
import { renderLine, type TextStyle } from './markdown.js'

/** A key as the terminal tells of it. */
export interface Press {
  /** `up`, `return`, `a`, …; undefined where only the character is known. */
  readonly name?: string | undefined
  /** What it types; undefined where it types nothing. */
  readonly char?: string | undefined
  readonly ctrl?: boolean | undefined
  readonly meta?: boolean | undefined
  readonly shift?: boolean | undefined
  /** Whether the character is one of a text that is pasted, and no key. */
  readonly pasted?: boolean
}

/** How a widget is to be drawn. */
export interface Sheet extends TextStyle {
  /** False once it is closed: no cursor any more. */
  readonly open: boolean
}

/** What a learner's keys make of a response, and how that looks. Immutable: a key gives the next one. */
export interface Widget {
  /** The response as it stands. */
  readonly response: Json
  /** Whether letters are text here, and no commands. */
  readonly typing: boolean
  /** What its keys do: `['space', 'mark']`. */
  readonly keys: readonly (readonly [key: string, does: string])[]
  /** The key that hands in; Enter when left out, null where none does as yet. */
  readonly handsInBy?: 'tab' | null
  /** The same object where the key means nothing. */
  press(key: Press): Widget
  /** What is handed in. */
  settled(): Widget
  draw(sheet: Sheet): string
}

/** A choice, item, prompt or category as a widget lists it. */
export interface Listed {
  readonly id: string
  readonly text: string
  readonly media?: { readonly type: string; readonly alt: string } | null
}

/** The text of a choice on one line, with the words for its picture. */
export function labelOf({ text, media }: Listed, style: Omit<TextStyle, 'width'>): string {
  const picture = media ? ` ${style.paint.faint(`[${media.type}: ${renderLine(media.alt, style)}]`)}` : ''
  return renderLine(text, style) + picture
}

/** Where the cursor goes in a list, round at both ends; the same place for other keys. */
export function moved({ name, ctrl, meta }: Press, at: number, count: number): number {
  if (ctrl || meta || count === 0) return at
  if (name === 'up' || name === 'k') return (at + count - 1) % count
  if (name === 'down' || name === 'j') return (at + 1) % count
  if (name === 'home') return 0
  return name === 'end' ? count - 1 : at
}

/** The place in a list that a digit names, from 0; -1 for other keys. */
export function placeOf({ char, ctrl, meta }: Press, count: number): number {
  if (ctrl || meta || !char || !/^[1-9]$/.test(char)) return -1
  const place = Number(char) - 1
  return place < count ? place : -1
}

/** The number that a digit reaches, or none past nine. */
export function numeral(index: number): string {
  return index < 9 ? String(index + 1) : ' '
}

/** A widget that takes no keys: what is left of another one, or a text, perhaps empty. */
export function restful(shown: Widget | string): Widget {
  const widget: Widget = {
    response: typeof shown === 'string' ? null : shown.response,
    typing: false,
    keys: [],
    press: () => widget,
    settled: () => widget,
    draw: sheet => (typeof shown === 'string' ? shown : shown.draw({ ...sheet, open: false })),
  }
  return widget
}
