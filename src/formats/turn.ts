import type { BuiltInKind, BuiltInQuestion } from '../interactions/index.js'
import type { AcceptedNumber } from '../marking/index.js'

/** A question in a form that a format can hold, and what became other by that. */
export interface Turned {
  readonly question: BuiltInQuestion
  readonly notes: readonly string[]
}

/** An accepted number as a value and how far off it may be; null where it can't be said so. */
function withTolerance(entry: AcceptedNumber): AcceptedNumber | null {
  const { value, min, max, tolerance = 0, toleranceType = 'nominal', ...rest } = entry
  if (value === undefined) {
    if (min === undefined || max === undefined) return null
    return between(min, max, rest)
  }
  if (tolerance === 0) return { value, ...rest }
  if (toleranceType === 'geometric') {
    const [one, other] = [value / (1 + tolerance), value * (1 + tolerance)]
    return between(Math.min(one, other), Math.max(one, other), rest)
  }
  return { value, tolerance: toleranceType === 'relative' ? tolerance * Math.abs(value) : tolerance, ...rest }
}

function between(min: number, max: number, rest: object): AcceptedNumber {
  const [value, tolerance] = [min / 2 + max / 2, max / 2 - min / 2]
  return tolerance === 0 ? { value, ...rest } : { value, tolerance, ...rest }
}

const rangesNote = 'Ranges and relative tolerances are a value and how far off it may be.'

/** All entries as values with a tolerance, and whether any had to change; null where one can't be said so. */
export function numbersFor(key: readonly AcceptedNumber[]) {
  const turned = key.map(withTolerance)
  if (turned.includes(null)) return null
  const isChanged = key.some(
    ({ value, tolerance, toleranceType }) =>
      value === undefined || (tolerance && toleranceType && toleranceType !== 'nominal'),
  )
  return { key: turned.filter(entry => entry !== null), notes: isChanged ? [rangesNote] : [] }
}

/** Why a question can't be written. */
export interface Cannot {
  readonly cannot: string
}

type Of<Kind extends BuiltInKind> = Extract<BuiltInQuestion, { readonly type: Kind }>

/** Every prompt with a choice: what belongs nowhere gets one that says so. */
export function withNowhere(question: Of<'matching'>): Turned | Cannot {
  const { prompts, choices, key } = question
  if (prompts.length < 2) return { cannot: 'It has one pair, and two or more are asked for there.' }
  const lonely = prompts.filter(({ id }) => key[id] === undefined)
  if (lonely.length === 0) return { question, notes: [] }
  const nowhere = { id: 'nowhere', text: '–' }
  const pairs = Object.fromEntries(lonely.map(({ id }) => [id, nowhere.id]))
  return {
    question: { ...question, choices: [...choices, nowhere], key: { ...key, ...pairs } },
    notes: [`What belongs nowhere goes with the choice '${nowhere.text}'.`],
  }
}

/** Groups as pairs, for formats that have no groups. */
export function asMatching({ items, categories, key, type, ...rest }: Of<'categorization'>): Turned | Cannot {
  const prompts = items.map(({ feedback: _, misconception: __, ...item }) => item)
  const turned = withNowhere({ ...rest, type: 'matching', prompts, choices: categories, key })
  if ('cannot' in turned) return turned
  return {
    ...turned,
    notes: ['It is a matching question now, whose choices are the groups.', ...turned.notes],
  }
}
