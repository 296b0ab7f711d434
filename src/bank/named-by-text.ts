import type { Fault } from '../question/index.js'

/** Faults of a question, where a key that says what a choice says, and not its id, is told the id. */
export function tellIds(question: unknown, faults: readonly Fault[]): readonly Fault[] {
  return faults.map(fault => {
    const at = fault.path.lastIndexOf('key')
    const said = [fault.path.at(-1), valueAt(question, fault.path)]
    const meant =
      at < 0
        ? undefined
        : choicesIn(valueAt(question, fault.path.slice(0, at))).find(({ text }) => said.includes(text))
    if (!meant) return fault
    return {
      ...fault,
      message: `The key names things by their ids: write '${meant.id}' for '${meant.text}'.`,
    }
  })
}

const valueAt = (value: unknown, path: Fault['path']): unknown =>
  path.reduce((inner: unknown, step) => (isObject(inner) ? inner[step] : undefined), value)

/** All that has an id and a text in the lists of a question or a gap. */
function choicesIn(owner: unknown): readonly Choice[] {
  return isObject(owner)
    ? Object.values(owner).flatMap(list => (Array.isArray(list) ? list.filter(isChoice) : []))
    : []
}

interface Choice {
  readonly id: string
  readonly text: string
}

const isChoice = (value: unknown): value is Choice =>
  isObject(value) && typeof value.id === 'string' && typeof value.text === 'string'

const isObject = (value: unknown): value is { readonly [name: string | number]: unknown } =>
  typeof value === 'object' && value !== null
