import { type Bounds, checkBounds, type Fault, type Marks, settle } from '../question/index.js'
import { didYouMean } from '../text/index.js'
import { markSelection, type SelectionMarking } from './selection.js'

/** What a marking may say choice by choice. */
interface Worths {
  readonly rule: string
  readonly fractions?: { readonly [id: string]: number }
  readonly map?: { readonly [id: string]: number }
  readonly lower?: number | undefined
  readonly upper?: number | undefined
}

/**
 * What is wrong with the marking of a question where choices are picked: `unknown-choice`, `bounds-crossed`,
 * `key-below-maximum`.
 *
 * @param choices ids of all that can be picked.
 * @param key what the marking makes of the key; null where the key itself is at fault.
 */
export function checkMarking(
  marking: Worths,
  choices: readonly string[],
  key: Marks | null,
): readonly Fault[] {
  const faults: Fault[] = []
  for (const field of ['fractions', 'map'] as const) {
    for (const id of Object.keys(marking[field] ?? {}))
      if (!choices.includes(id)) faults.push(unknownChoice(['marking', field, id], id, choices))
  }
  const { lower, upper } = marking
  if (lower !== undefined && upper !== undefined && lower > upper)
    faults.push({
      code: 'bounds-crossed',
      path: ['marking', 'lower'],
      message: `'lower' is ${lower}, 'upper' is ${upper}; the lower can't be above the upper.`,
    })
  if (key && settle(key.fraction) < 1)
    faults.push({
      code: 'key-below-maximum',
      path: ['marking'],
      message: `Under the rule '${marking.rule}' the key earns ${key.fraction} of the points; give its choices the worth that adds up to all of them.`,
    })
  return faults
}

/** What is wrong with a question whose key is a set of choices: see the codes. */
export function checkSelection(
  question: {
    readonly key: readonly string[]
    readonly choose?: Bounds | undefined
    readonly marking?: SelectionMarking | undefined
  },
  choices: readonly { readonly id: string }[],
): readonly Fault[] {
  const { key, choose = {}, marking } = question
  const ids = choices.map(({ id }) => id)
  const keyFaults = checkKey(key, ids)
  const faults = [...keyFaults, ...checkBounds('choose', choose)]
  const { min = 0, max = ids.length } = choose
  if (min > ids.length || max > ids.length)
    faults.push({
      code: 'choose-beyond-choices',
      path: ['choose'],
      message: `'choose' names ${Math.max(min, max)}, but there are ${ids.length} to choose from.`,
    })
  if (min <= max && keyFaults.length === 0 && (key.length < min || key.length > max))
    faults.push({
      code: 'key-out-of-reach',
      path: ['choose'],
      message: `The key has ${key.length}, but 'choose' lets between ${min} and ${max} be chosen; no response can be right. Widen 'choose' or change the key.`,
    })
  if (!marking) return faults
  return [
    ...faults,
    ...checkMarking(marking, ids, faults.length === 0 ? markSelection(marking, ids, key, key) : null),
  ]
}

function checkKey(key: readonly string[], ids: readonly string[]): Fault[] {
  const faults: Fault[] = key.flatMap((id, index) => {
    if (!ids.includes(id)) return [unknownChoice(['key', index], id, ids)]
    if (key.indexOf(id) === index) return []
    return [
      { code: 'repeated-key', path: ['key', index], message: `The key names '${id}' twice; once is enough.` },
    ]
  })
  if (key.length === 0)
    faults.push({
      code: 'empty-key',
      path: ['key'],
      message: 'The key is empty; name at least one right choice.',
    })
  return faults
}

/** A name that no choice has, with the one that was probably meant and those that there are. */
export function unknownChoice(path: Fault['path'], id: string, ids: readonly string[]): Fault {
  const field = path.find(step => typeof step === 'string')
  return {
    code: 'unknown-choice',
    path,
    message:
      ids.length === 0
        ? `'${field}' names '${id}', but there is nothing to name.`
        : `'${field}' names '${id}', which is none of ${listed(ids)}.${didYouMean(id, ids)}`,
  }
}

/** So many are named at the most, as a long list helps nobody. */
const MOST = 12

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST).map(id => `'${id}'`)
  return `${shown.join(', ')}${ids.length > MOST ? ` and ${ids.length - MOST} more` : ''}`
}
