import type { Json } from '../../index.js'
import { hang } from './layout.js'
import type { TextStyle } from './markdown.js'
import type { Pairs } from './pair.widget.js'
import { type Listed, labelOf } from './widget.js'

/** What a typed line came to: the response so far, or why it can't be read. */
type LineReading = { readonly response: Json } | { readonly problem: string }

/** One line to ask for. */
export interface LineStep {
  readonly ask: string
  /** Whether it takes several lines, up to one that holds a full stop alone. */
  readonly many?: boolean
  /** @param soFar the response that the steps before came to. */
  read(line: string, soFar: Json): LineReading
}

/** A question put line by line: what is listed first, and what is asked for then. */
export interface LineDialogue {
  readonly list: string
  readonly steps: readonly LineStep[]
}

type Style = Omit<TextStyle, 'width'> & { readonly width: number }

/** `1. text`, a line each. */
export function numbered(choices: readonly Listed[], style: Style): string {
  return choices
    .map((choice, index) => hang(`${index + 1}. `, labelOf(choice, style), style.width))
    .join('\n')
}

/** The number of one choice. */
export function askOne(choices: readonly Listed[], ask = 'Number'): LineStep {
  return {
    ask: `${ask}, 1 to ${choices.length}`,
    read(line) {
      const choice = choiceAt(choices, line)
      return choice ? { response: choice.id } : { problem: `Give a number from 1 to ${choices.length}.` }
    },
  }
}

/** The numbers of some choices, in any order or in that of the answer. */
export function askSome(choices: readonly Listed[], ask: string, inOrder = false): LineStep {
  return {
    ask,
    read(line) {
      const words = line.split(/[\s,;]+/).filter(word => word !== '')
      const picked = words.map(word => choiceAt(choices, word))
      const known = picked.filter(choice => choice !== undefined).map(({ id }) => id)
      if (known.length < words.length)
        return { problem: `Give numbers from 1 to ${choices.length}, with spaces between.` }
      const once = [...new Set(known)]
      if (inOrder && (once.length < known.length || once.length < choices.length))
        return { problem: `Give each number from 1 to ${choices.length} once.` }
      const listed = choices.map(({ id }) => id).filter(id => once.includes(id))
      return { response: inOrder ? once : listed }
    },
  }
}

/** For each row the number of its target; an empty line leaves it as it is, and 0 takes away. */
export function askPairs(
  rows: readonly Listed[],
  targets: readonly Listed[],
  style: Style,
): readonly LineStep[] {
  return rows.map(row => ({
    ask: `${labelOf(row, style)}: number, 1 to ${targets.length}, or nothing`,
    read(line, soFar) {
      const pairs = (soFar ?? {}) as Pairs
      const target = choiceAt(targets, line)
      if (target) return { response: { ...pairs, [row.id]: target.id } }
      if (line.trim() === '') return { response: pairs }
      if (line.trim() === '0') {
        const { [row.id]: _, ...rest } = pairs
        return { response: rest }
      }
      return { problem: `Give a number from 1 to ${targets.length}, or nothing.` }
    },
  }))
}

export function askText(ask: string, many = false): LineStep {
  return { ask, many, read: line => ({ response: line.trim() === '' ? null : line }) }
}

/** The choice with this number; one that is named by its whole text will do. */
function choiceAt(choices: readonly Listed[], word: string): Listed | undefined {
  const typed = word.trim().toLowerCase()
  if (/^\d+$/.test(typed)) return choices[Number(typed) - 1]
  return typed === '' ? undefined : choices.find(({ text }) => text.toLowerCase() === typed)
}
