import type { Press } from './widget.js'

/** A text that is being typed, and where the cursor stands in it, counted in UTF-16 units. */
export interface Editor {
  readonly text: string
  readonly at: number
}

export function editorOf(text: string): Editor {
  return { text, at: text.length }
}

/** What a key makes of the text; the same object where it means nothing. `lines`: Enter breaks the line. */
export function edit(editor: Editor, key: Press, lines = false): Editor {
  const { text, at } = editor
  if (key.pasted) return inserted(editor, asText(key.char ?? '', lines))
  const name = `${key.ctrl ? 'ctrl+' : ''}${key.meta ? 'meta+' : ''}${key.name ?? ''}`
  if (lines && (name === 'return' || name === 'enter')) return inserted(editor, '\n')
  if (Object.hasOwn(moves, name)) {
    const place = moves[name]?.(text, at) ?? at
    return place === at ? editor : { text, at: place }
  }
  if (Object.hasOwn(cuts, name)) {
    const [from, to] = cuts[name]?.(text, at) ?? [at, at]
    return from === to ? editor : { text: text.slice(0, from) + text.slice(to), at: from }
  }
  return inserted(editor, key.ctrl || key.meta ? '' : withoutControls(key.char ?? ''))
}

const withoutControls = (text: string) => text.replace(/\p{Cc}/gu, '')

/** Terminals paste line breaks as the Enter key gives them. */
function asText(pasted: string, lines: boolean): string {
  if (!/[\t\r\n]/.test(pasted)) return withoutControls(pasted)
  return lines ? pasted.replaceAll('\r', '\n') : ' '
}

function inserted(editor: Editor, typed: string): Editor {
  const { text, at } = editor
  return typed === '' ? editor : { text: text.slice(0, at) + typed + text.slice(at), at: at + typed.length }
}

type Move = (text: string, at: number) => number

const moves: { readonly [key: string]: Move } = {
  left: before,
  right: after,
  up: (text, at) => lineAway(text, at, -1),
  down: (text, at) => lineAway(text, at, 1),
  home: lineStart,
  'ctrl+a': lineStart,
  end: lineEnd,
  'ctrl+e': lineEnd,
}

/** From where to where a key takes out text. */
const cuts: { readonly [key: string]: (text: string, at: number) => readonly [from: number, to: number] } = {
  backspace: (text, at) => [before(text, at), at],
  delete: (text, at) => [at, after(text, at)],
  'ctrl+w': (text, at) => [wordStart(text, at), at],
  'ctrl+u': (text, at) => [lineStart(text, at), at],
  'ctrl+k': (text, at) => [at, lineEnd(text, at)],
}

/** One character as people count them: an accent or an emoji's parts go with what they belong to. */
function before(text: string, at: number): number {
  const last = [...new Intl.Segmenter().segment(text.slice(0, at))].at(-1)
  return at - (last?.segment.length ?? 0)
}

function after(text: string, at: number): number {
  const [next] = new Intl.Segmenter().segment(text.slice(at))
  return at + (next?.segment.length ?? 0)
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function wordStart(text: string, at: number): number {
  return /\S*\s*$/.exec(text.slice(0, at))?.index ?? 0
}

/** The same place in the line above or below; where there is none, the end of the text. */
function lineAway(text: string, at: number, by: -1 | 1): number {
  const start = lineStart(text, at)
  const end = lineEnd(text, at)
  if (by < 0 && start === 0) return 0
  if (by > 0 && end === text.length) return text.length
  const other = by < 0 ? lineStart(text, start - 1) : end + 1
  return Math.min(other + at - start, lineEnd(text, other))
}
