import type { Fault } from '../question/index.js'
import { valueAt } from './plain.js'

/** Faults of a question, where a key that says what a choice says, and not its id, is told the id. */
export function tellIds(question: unknown, faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>()
  return faults.map(fault => {
    const isFirst = seen.size < seen.add(String(fault.path)).size
    const meant = codes.includes(fault.code) ? meantBy(question, fault, isFirst) : undefined
    if (!meant) return fault
    return {
      ...fault,
      message: `The key names things by their ids: write '${meant.id}' for '${meant.text}'.`,
    }
  })
}

/** What is said of something in a key that is no id, or none that there is. */
const codes = ['unknown-choice', 'bad-format', 'bad-name', 'wrong-type']

/** @param isFirst of a pair of which neither is known, the first fault is of its name. */
function meantBy(question: unknown, { code, path }: Fault, isFirst: boolean): Choice | undefined {
  const at = path.indexOf('key')
  if (at < 0) return undefined
  const owner = valueAt(question, path.slice(0, at))
  const value = valueAt(question, path)
  const name = path[at + 1]
  if (typeof name !== 'string') return choiceSaying(value, choicesIn(owner, 'choices', 'items'))
  const sources = choicesIn(owner, 'prompts', 'items')
  const isOfName =
    code === 'bad-name' || (code === 'unknown-choice' && isFirst && !sources.some(({ id }) => id === name))
  return isOfName
    ? choiceSaying(name, sources)
    : choiceSaying(value, choicesIn(owner, 'choices', 'categories'))
}

function choiceSaying(said: unknown, choices: readonly Choice[]): Choice | undefined {
  const word = typeof said === 'number' ? String(said) : said
  return choices.some(({ id }) => id === word) ? undefined : choices.find(({ text }) => text === word)
}

const choicesIn = (owner: unknown, ...lists: readonly string[]): readonly Choice[] =>
  lists.flatMap(name => {
    const list = valueAt(owner, [name])
    return Array.isArray(list) ? list.filter(isChoice) : []
  })

interface Choice {
  readonly id: string
  readonly text: string
}

const isChoice = (value: unknown): value is Choice =>
  typeof valueAt(value, ['id']) === 'string' && typeof valueAt(value, ['text']) === 'string'
