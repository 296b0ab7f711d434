import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import { splitAtBars } from '../bars.js'
import { letter, type Note, unclearClaim } from '../collect.js'

/** A line by the names of its columns. */
export type Row = { readonly [column: string]: string }

interface Choice {
  readonly id: string
  readonly text: string
  readonly feedback?: string | undefined
}

/** Every column but those of the choices, in the order in which they are written. */
export const columns = [
  'id',
  'type',
  'stem',
  'key',
  'points',
  'objective',
  'tags',
  'difficulty',
  'hint',
  'feedback',
  'solution',
]

/**
 * The signs, plain or full-width, that make a spreadsheet take a cell for a formula, and the controls that hide one. With
 * apostrophes before, which a cell of that kind gets one of and loses again.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL before = hides a formula
export const runs = /^'*[=+\-@\t\r\n\u0000＝＋－＠]/

/** How a kind stands in a line: fields from a line, and the key and the choices of a question. */
interface Kind<Q> {
  readonly read: (row: Row, choices: readonly Choice[]) => object | Note
  readonly write: (question: Q) => { readonly key: string; readonly choices: readonly Choice[] }
}

/** What is in a key's cell: `a | c`. */
const listIn = (cell = '') => splitAtBars(cell).filter(part => part !== '')
const listed = (parts: readonly string[]) => parts.map(part => part.replaceAll('|', '\\|')).join(' | ')

/** True and false as spreadsheets write them, by the language that they speak. */
const claims: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'wahr', 'vrai', 'verdadero', 'vero', 'verdadeiro', 'waar', 'prawda', 'истина'].map(
    word => [word, true] as const,
  ),
  ...['false', 'falsch', 'faux', 'falso', 'onwaar', 'fałsz', 'ложь'].map(word => [word, false] as const),
])

/** A row for every kind of question, or why it has none. */
export const kinds: {
  readonly [Name in BuiltInKind]:
    | Kind<Extract<BuiltInQuestion, { readonly type: Name }>>
    | { readonly cannot: string }
} = {
  'single-choice': {
    read: ({ key = '' }, choices) => ({ choices, key: idOf(key, choices) }),
    write: ({ choices, key }) => ({ key: columnOf(key, choices), choices }),
  },
  'multiple-response': {
    read: ({ key }, choices) => ({ choices, key: idsIn(key, choices) }),
    write: ({ choices, key }) => ({ key: listed(key.map(id => columnOf(id, choices))), choices }),
  },
  'true-false': {
    read: ({ key = '' }) => {
      const said = claims.get(key.toLowerCase())
      return said === undefined ? unclearClaim(key) : { key: said }
    },
    write: ({ key }) => ({ key: String(key), choices: [] }),
  },
  'short-answer': {
    read: ({ key }) => ({ key: listIn(key).map(text => ({ text })) }),
    write: ({ key }) => ({ key: listed(key.map(({ text }) => text)), choices: [] }),
  },
  numeric: {
    read({ key = '' }) {
      const entries = listIn(key).map(numberIn)
      const whole = entries.filter(entry => entry !== null)
      return whole.length === entries.length
        ? { key: whole }
        : { code: 'unclear-key', message: `The key of a number is 5, 5 +- 0.1 or 4 .. 6, not '${key}'.` }
    },
    write: ({ key }) => ({
      key: listed(
        key.map(({ value, tolerance, min, max }) =>
          value === undefined
            ? `${min ?? ''} .. ${max ?? ''}`
            : tolerance
              ? `${value} +- ${tolerance}`
              : String(value),
        ),
      ),
      choices: [],
    }),
  },
  ordering: {
    read: ({ key }, choices) => ({
      items: choices.map(({ id, text }) => ({ id, text })),
      key: key ? idsIn(key, choices) : choices.map(({ id }) => id),
    }),
    write: ({ items, key }) => ({ key: listed(key.map(id => columnOf(id, items))), choices: items }),
  },
  essay: { read: () => ({}), write: () => ({ key: '', choices: [] }) },
  matching: { cannot: 'A line has no place for pairs.' },
  categorization: { cannot: 'A line has no place for groups.' },
  cloze: { cannot: 'A line has no place for gaps.' },
  'hot-text': { cannot: 'A line has no place for words to mark.' },
}

/** What a line calls a choice: the letter of its column, whatever its id. */
const columnOf = (id: string, choices: readonly Choice[]) =>
  letter(choices.findIndex(choice => choice.id === id))

/** Several that a key names, with `|` between; or with commas or semicolons, where each part names a choice. */
function idsIn(key: string | undefined, choices: readonly Choice[]): readonly string[] {
  const names = namesOf(choices)
  return listIn(key).flatMap(part => {
    const whole = names(part)
    if (whole !== undefined) return [whole]
    const ids = part.split(/[,;]/).map(names)
    return ids.every(id => id !== undefined) ? ids : [part]
  })
}

const idOf = (key: string, choices: readonly Choice[]) => namesOf(choices)(key) ?? key

/** Finds a choice by its letter, as in `B`, `b)` and `(B)`, by its number or by its text. */
function namesOf(choices: readonly Choice[]): (key: string) => string | undefined {
  const ids = new Set(choices.map(({ id }) => id))
  const byText = new Map(choices.toReversed().map(({ id, text }) => [text.toLowerCase(), id]))
  const known = (id: string) => (ids.has(id) ? id : undefined)
  return key => {
    const small = key.trim().toLowerCase()
    const bare = /^\(?(\w{1,9})[.)]$/.exec(small)?.[1] ?? small
    const column = /^\d+$/.test(bare) ? letter(Number(bare) - 1) : bare
    return known(small) ?? byText.get(small) ?? known(column)
  }
}

function numberIn(text: string): object | null {
  const number = '-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?'
  const within = new RegExp(`^(${number})?\\s*\\.\\.\\s*(${number})?$`, 'i').exec(text)
  if (within && (within[1] || within[2]))
    return { ...(within[1] && { min: Number(within[1]) }), ...(within[2] && { max: Number(within[2]) }) }
  const about = new RegExp(`^(${number})(?:\\s*(?:\\+-|±)\\s*(${number}))?$`, 'i').exec(text)
  return about ? { value: Number(about[1]), ...(about[2] && { tolerance: Number(about[2]) }) } : null
}
