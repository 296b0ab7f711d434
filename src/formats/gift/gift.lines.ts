export const newline = 10
export const sharp = 35
export const dollar = 36
export const slash = 47
export const nought = 48
export const colon = 58
export const equals = 61
export const greater = 62
export const backslash = 92
export const brace = 123
export const closing = 125
export const tilde = 126

/** What PHP's trim takes away, and no more. */
function isSpace(code: number): boolean {
  return code === 32 || (code <= 13 && (code >= 9 ? code !== 12 : code === 0))
}

const isSpaceInLine = (code: number) => code !== newline && isSpace(code)

/** @returns where something stands on this line that is no space, or where the line ends. */
export function skipSpace(text: string, from: number): number {
  let at = from
  // Looking past the end just once makes V8 look more slowly ever after.
  while (at < text.length && isSpaceInLine(text.charCodeAt(at))) at += 1
  return at
}

/** @returns where something stands that is no space, on this line or one that follows. */
export function pastSpaces(text: string, from: number, to = text.length): number {
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** @returns where the spaces begin that stand before a place. */
export function spacesBefore(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1
  return at
}

export function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** @returns where the line that follows begins. */
export function nextLine(text: string, at: number): number {
  return text.charCodeAt(at) === newline ? at + 1 : lineEnd(text, at) + 1
}

/** @param at where the line begins, but for space. */
export function isBlank(text: string, at: number): boolean {
  const past = text.charCodeAt(at) === nought ? skipSpace(text, at + 1) : at
  return past >= text.length || text.charCodeAt(past) === newline
}

export const isComment = (text: string, at: number) =>
  text.charCodeAt(at) === slash && text.charCodeAt(at + 1) === slash

/** Whatever may be HTML or Markdown, but at the beginning of a text. */
const mark = /[<&\\`*_[\]]/g

/** @returns where the next mark of HTML or Markdown stands, or where the text ends. */
export function nextMark(text: string, from: number): number {
  mark.lastIndex = from
  return mark.test(text) ? mark.lastIndex - 1 : text.length
}
