#!/usr/bin/env node
import { type Command, UsageError } from './command.js'
import { otherNames } from './named.js'

/** Put in by the build. */
declare const VERSION: string | undefined

/** Each is loaded when it is asked for, so that the others cost nothing. */
const commands: { readonly [name: string]: () => Promise<{ readonly command: Command }> } = {
  play: () => import('./play.command.js'),
  learn: () => import('./learn.command.js'),
  review: () => import('./review.command.js'),
  progress: () => import('./progress.command.js'),
  list: () => import('./list.command.js'),
  show: () => import('./show.command.js'),
  new: () => import('./new.command.js'),
  validate: () => import('./validate.command.js'),
  lint: () => import('./lint.command.js'),
  convert: () => import('./convert.command.js'),
  help: () => import('./help.command.js'),
}

async function main(args: readonly string[]): Promise<number> {
  const [first = 'play', ...rest] = args
  if (first === '--version' || first === '-v') {
    process.stdout.write(`${typeof VERSION === 'string' ? VERSION : 'unbuilt'}\n`)
    return 0
  }
  if (args.includes('--help') || args.includes('-h')) return run('help', args)
  if (first.startsWith('-') || (await isBank(first))) return run('play', args)
  return run(first, rest)
}

/** Whether a word that stands first is no command, but names what is to be played. */
async function isBank(word: string): Promise<boolean> {
  if (Object.hasOwn(commands, word)) return false
  if (/[./\\]/.test(word)) return true
  const { bundledBanks } = await import('../questions/index.js')
  return bundledBanks.some(({ id }) => id === word)
}

async function run(name: string, args: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return (await load()).command(args)
  throw new UsageError([`There is no command '${name}'. See quizwright --help.`], {
    name,
    known: Object.keys(commands),
    others: otherNames.commands,
  })
}

/** A reader that has had enough, such as `head`, is no fault. */
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  async (error: unknown) => {
    if (!(error instanceof UsageError)) throw error
    process.exitCode = 2
    const { problems, slip } = error
    const remedy = slip ? await remedyOf(slip) : ''
    const { print } = await import('./print.js')
    print(`${problems.join('\n')}${remedy}\n`, process.stderr)
  },
)

/** What compares names is loaded when a name is wrong, so that the commands start quickly. */
async function remedyOf({ name, known, others }: NonNullable<UsageError['slip']>): Promise<string> {
  const { didYouMean } = await import('../bank/index.js')
  return (
    didYouMean(name, known, others) ||
    ` There ${known.length > 0 ? `are: ${known.join(', ')}` : 'is none yet'}.`
  )
}
