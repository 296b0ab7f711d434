import {
  matchQuantity,
  matchText,
  readQuantity,
  solveText,
  writeNumber,
  writeQuantity,
} from '../../marking/index.js'
import { describeChoices, type Orders, type PresentedChoice, presentChoices } from '../../question/index.js'
import type { ClozeQuestion } from './index.js'

export type Gap = ClozeQuestion['gaps'][number]
export type GapType = Gap['type']

/** What a response in a gap comes to. */
interface Judged {
  readonly share: number
  readonly accepted?: number
  readonly feedback?: string | undefined
}

/** What one type of gap knows. */
interface GapKind<G extends Gap> {
  /** A value as it would be typed. */
  readonly write: (gap: G, value: unknown, language: string | undefined) => unknown
  /** The code of what is wrong with a value, or null. */
  readonly problem: (gap: G, value: unknown, language: string | undefined) => string | null
  readonly judge: (gap: G, value: string, language: string | undefined) => Judged
  readonly solve: (gap: G, language: string | undefined) => string
  readonly choices: (gap: G, orders: Orders) => readonly PresentedChoice[] | null
  readonly describe: (gap: G, value: string) => string
}

type Kinds = { readonly [Type in GapType]: GapKind<Extract<Gap, { readonly type: Type }>> }

const kinds: Kinds = {
  text: {
    write: (_, value) => (typeof value === 'number' ? String(value) : value),
    problem: (_, value) =>
      typeof value !== 'string' ? 'not-a-text' : value.length > 1000 ? 'too-long' : null,
    judge({ key, match }, value, language) {
      const found = matchText(key, match, language, value)
      if (!found) return { share: 0 }
      const { fraction = 1, feedback } = key[found.accepted] ?? {}
      return { share: fraction, accepted: found.accepted, feedback }
    },
    solve: ({ key, match }, language) => solveText(key, match, language),
    choices: () => null,
    describe: (_, value) => value,
  },
  numeric: {
    write: (gap, value, language) =>
      typeof value === 'number' ? writeNumber(value, gap.locale ?? language) : value,
    problem(gap, value, language) {
      const reading = readQuantity(gap, value, language)
      return 'code' in reading ? reading.code : null
    },
    judge(gap, value, language) {
      const reading = readQuantity(gap, value, language)
      const { share, accepted } =
        'quantity' in reading ? matchQuantity(gap, reading.quantity) : { share: 0, accepted: null }
      return accepted === null ? { share } : { share, accepted, feedback: gap.key[accepted]?.feedback }
    },
    solve(gap, language) {
      const written = writeQuantity(gap, language)
      if (typeof written === 'string') return written
      const { value, unit } = written
      return gap.units?.some(one => one.unit === unit && one.before) ? `${unit} ${value}` : `${value} ${unit}`
    },
    choices: () => null,
    describe: (_, value) => value,
  },
  choice: {
    write: (_, value) => value,
    problem: ({ choices }, value) => (choices.some(({ id }) => id === value) ? null : 'unknown-choice'),
    judge({ choices, key }, value) {
      return { share: value === key ? 1 : 0, feedback: choices.find(({ id }) => id === value)?.feedback }
    },
    solve: ({ key }) => key,
    choices: ({ id, choices }, orders) => presentChoices(choices, orders[id]),
    describe: ({ choices }, value) => describeChoices(choices, [value]),
  },
}

/** What the type of this gap knows. */
export function kindOf(gap: Gap): GapKind<Gap> {
  return kinds[gap.type] as GapKind<Gap>
}
