import { UsageError } from './command.js'

/** Options of the commands that ask at a terminal, or take the answers from a file. */
export const runOptions = {
  seed: { type: 'string' },
  plain: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  answers: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** What those of them come to that say how to run. */
export function runSettings(values: {
  readonly seed?: string | undefined
  readonly plain?: boolean | undefined
  readonly 'no-color'?: boolean | undefined
}) {
  return {
    seed: values.seed === undefined ? undefined : seedFrom(values.seed),
    plain: values.plain || values['no-color'] || undefined,
  }
}

/** A numeral is a number, anything else a text. */
function seedFrom(text: string): string | number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text
}

export const hasTerminal = () => Boolean(process.stdin.isTTY && process.stdout.isTTY)

/**
 * @param what needs it, and how to do without.
 * @throws UsageError where there is no terminal to ask at.
 */
export function needTerminal(what: string, without: string): void {
  if (!hasTerminal()) throw new UsageError([`${what} needs a terminal. Without one: quizwright ${without}`])
}
