import type { Issue } from '../question/index.js'

/** Where a value of a JSON text starts, and where its name does, in characters from the start. */
interface Place {
  value: number | null
  name: number | null
  readonly within: Map<string | number, Place>
}

/**
 * Finds the places of many paths in one pass, whatever the size of the text.
 *
 * @param text JSON that `JSON.parse` has read without complaint.
 * @returns a function from a path to the start of its value or, with `asName`, of its field's name: of the nearest
 *   that there is.
 */
export function locateInJson(text: string, issues: readonly Issue[]) {
  const root = emptyPlace()
  for (const { path } of issues) {
    let place = root
    for (const step of path) {
      const next = place.within.get(step) ?? emptyPlace()
      place.within.set(step, next)
      place = next
    }
  }
  walk(text, skipSpace(text, 0), root)
  return (path: Issue['path'], asName: boolean): number => {
    let place = root
    for (const step of path) {
      const next = place.within.get(step)
      if (!next || next.value === null) break
      place = next
      if (asName && step === path.at(-1)) return place.name ?? place.value ?? 0
    }
    return place.value ?? 0
  }
}

const emptyPlace = (): Place => ({ value: null, name: null, within: new Map() })

/** Notes the places below one value. Returns where the value ends. */
function walk(text: string, start: number, place: Place): number {
  place.value = start
  const isList = text[start] === '['
  if (place.within.size === 0 || !(isList || text[start] === '{')) return skipValue(text, start)
  let at = skipSpace(text, start + 1)
  for (let index = 0; text[at] !== ']' && text[at] !== '}'; index++) {
    const name = at
    if (!isList) at = skipSpace(text, skipSpace(text, skipString(text, at)) + 1)
    const step = isList ? index : JSON.parse(text.slice(name, skipString(text, name)))
    const below = place.within.get(step)
    if (below && !isList) below.name = name
    at = skipSpace(text, below ? walk(text, at, below) : skipValue(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return at + 1
}

export function skipSpace(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at++
  return at
}

export function skipString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end + 1
}

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text[before - 1] === '\\') before--
  return (at - before) % 2 === 1
}

/** No recursion, so that no nesting is too deep for it. */
function skipValue(text: string, start: number): number {
  let depth = 0
  let at = start
  do {
    const character = text[at]
    if (character === '"') at = skipString(text, at)
    else {
      if (character === '{' || character === '[') depth++
      if (character === '}' || character === ']') depth--
      at++
    }
  } while (depth > 0)
  if (text[start] === '"' || text[start] === '{' || text[start] === '[') return at
  while (at < text.length && !',]} \n\r\t'.includes(text[at] ?? '')) at++
  return at
}
