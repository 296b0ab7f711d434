import type { BuiltInQuestion } from '../../interactions/index.js'
import { letter, type Note, unclearClaim } from '../collect.js'
import type { Draft } from './markdown.draft.js'

type Fields = { readonly type: BuiltInQuestion['type']; readonly [field: string]: unknown }

/** What a part is, by what stands in it. Asked in turn. */
export const kinds: readonly ((draft: Draft) => Fields | Note | null)[] = [
  ({ choices, settings, isParted }) => {
    if (choices.length === 0) return null
    if (isParted) {
      const message = 'A heading of another level stands between choices. Each question begins with ##.'
      return { code: 'no-question-heading', message }
    }
    const made = choices.map(({ text, feedback }, index) => ({
      id: letter(index),
      text,
      ...(feedback.length > 0 && { feedback: feedback.join(' ') }),
    }))
    const right = made.filter((_, index) => choices[index]?.right).map(({ id }) => id)
    return right.length === 1 && settings.get('pick') !== 'several'
      ? { type: 'single-choice', choices: made, key: right[0] }
      : { type: 'multiple-response', choices: made, key: right }
  },
  ({ said }) => {
    const [claim] = said.get('true or false') ?? []
    if (claim === undefined) return null
    const [, key] = /^[^\p{L}\d]*(true|false)[^\p{L}\d]*$/iu.exec(claim) ?? []
    return key ? { type: 'true-false', key: key.toLowerCase() === 'true' } : unclearClaim(claim)
  },
  ({ said }) => {
    const numbers = said.get('number')
    return numbers ? { type: 'numeric', key: numbers.map(numberIn) } : null
  },
  ({ said }) => {
    const answers = said.get('answer')
    return answers ? { type: 'short-answer', key: answers.map(text => ({ text })) } : null
  },
  ({ said }) => {
    const [words] = said.get('essay') ?? []
    if (words === undefined) return null
    const [, min, max] = /(\d{1,6})\D{1,20}(\d{1,6})/.exec(words) ?? []
    return { type: 'essay', ...(min && max && { words: { min: Number(min), max: Number(max) } }) }
  },
  ({ items }) => {
    const made = items.map((text, index) => ({ id: letter(index), text }))
    return items.length > 1 ? { type: 'ordering', items: made, key: made.map(({ id }) => id) } : null
  },
  ({ pairs }) => {
    const rows = rowsOf(pairs)
    if (rows.length === 0) return null
    const ids = new Map<string, string>()
    for (const [, right = ''] of rows) if (right !== '' && !ids.has(right)) ids.set(right, letter(ids.size))
    const asked = rows.filter(([left, right]) => left && right)
    return {
      type: 'matching',
      prompts: asked.map(([text], index) => ({ id: `p${index + 1}`, text })),
      choices: [...ids].map(([text, id]) => ({ id, text })),
      key: Object.fromEntries(asked.map(([, right = ''], index) => [`p${index + 1}`, ids.get(right)])),
    }
  },
]

/** The rows of tables without their heads. */
export function rowsOf(pairs: Draft['pairs']): Draft['pairs'] {
  const isRule = (row: readonly string[] = []) => row.length > 0 && row.every(cell => /^:?-+:?$/.test(cell))
  return pairs.filter((row, index) => !isRule(row) && !isRule(pairs[index + 1]))
}

/** `2008`, `2008 ± 1` or `4 to 6`. What is no number stays a text, which the bank's check names. */
function numberIn(text: string): object {
  const number = (part: string) =>
    /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(part) ? Number(part) : part
  const [low = '', high, ...more] = text.trim().split(/\s+to\s+/i)
  if (high !== undefined && more.length === 0) return { min: number(low), max: number(high) }
  const [value = '', tolerance, ...others] = text.split(/±|\+-/).map(part => part.trim())
  if (others.length > 0) return { value: text.trim() }
  return { value: number(value), ...(tolerance !== undefined && { tolerance: number(tolerance) }) }
}
