import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { OtherNames } from './named.js'

/** Runs a command with its arguments. Gives the exit code. */
export type Command = (args: readonly string[]) => Promise<number>

/** What someone asked for can't be done as it stands: what is wrong and where, a line each. */
export class UsageError extends Error {
  /** @param slip a name that is unknown, those that there are, and others that they have elsewhere. */
  constructor(
    readonly problems: readonly string[],
    readonly slip: {
      readonly name: string
      readonly known: readonly string[]
      readonly others?: OtherNames
    } | null = null,
  ) {
    super(problems.join('\n'))
  }
}

/**
 * Reads a command's arguments.
 *
 * @throws UsageError when an option is unknown or lacks its value, or there are more words than `words`.
 */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  args: readonly string[],
  options: Options,
  words: number,
) {
  const see = `See quizwright ${command} --help.`
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true })
    const surplus = read.positionals.slice(words)
    if (surplus.length === 0) return read
    throw new UsageError([`There is nothing to do with '${surplus.join(' ')}'. ${see}`])
  } catch (error) {
    if (error instanceof UsageError) throw error
    const [message = ''] = error instanceof Error ? error.message.split('. To specify') : []
    const told = [`${message.replace(/\.$/, '')}. ${see}`]
    const [, name] = /^Unknown option '--([^']+)'/.exec(message) ?? []
    throw new UsageError(told, name === undefined ? null : { name, known: Object.keys(options) })
  }
}
