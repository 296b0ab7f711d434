import { skipSpace, skipString } from './json.locate.js'
import { DEEPEST } from './plain.js'
import type { Repeat } from './repeats.js'

/** An object that is open around a place, with the start of each name so far; or a list, without. */
interface Open {
  readonly names: Map<string, number> | null
  step: string | number
}

/**
 * The fields that a JSON text gives again: `JSON.parse` takes the last of them and says nothing. In one pass, with no
 * recursion.
 *
 * @param text JSON that `JSON.parse` has read without complaint.
 */
export function repeatsInJson(text: string): readonly Repeat[] {
  const repeats: Repeat[] = []
  const open: Open[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '{') open.push({ names: new Map(), step: '' })
    else if (character === '[') open.push({ names: null, step: 0 })
    else if (character === '}' || character === ']') open.pop()
    else if (character === ',') {
      const around = open.at(-1)
      if (typeof around?.step === 'number') around.step += 1
    } else if (character === '"') {
      const end = skipString(text, at)
      if (text[skipSpace(text, end)] === ':') note(text.slice(at + 1, end - 1), at)
      at = end - 1
    }
  }
  return repeats

  function note(written: string, offset: number) {
    const around = open.at(-1)
    if (!around?.names || open.length > DEEPEST) return
    const name: string = written.includes('\\') ? JSON.parse(`"${written}"`) : written
    around.step = name
    const first = around.names.get(name)
    if (first === undefined) around.names.set(name, offset)
    else repeats.push({ path: open.map(({ step }) => step), offset, first })
  }
}
