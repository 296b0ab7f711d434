import type { Command } from './command.js'
import { type HelpText, helpTexts } from './help.texts.js'
import { namedAmong, otherNames } from './named.js'
import { folded } from './print.js'
import { hang } from './terminal/layout.js'

const bankNote =
  '<bank> is the id of a bundled bank (see quizwright list), or a path to a YAML or JSON file; - is standard input.'

/** What the command can do; or, where one of its commands is named, what that does. */
export const command: Command = async args => {
  const named = args.find(word => word !== 'help' && !word.startsWith('-'))
  const { isTTY, columns } = process.stdout
  const width = Math.min(isTTY && columns > 0 ? columns : 80, 80)
  process.stdout.write(folded(named === undefined ? overview() : helpOn(named, width), width))
  return 0
}

function helpOn(name: string, width: number): string {
  const known = Object.keys(helpTexts) as (keyof typeof helpTexts)[]
  const { usage, about, examples, options }: HelpText =
    helpTexts[namedAmong('There is no command', name, known, otherNames.commands)]
  const note = usage.includes('<bank>') ? `\n${bankNote}\n` : ''
  const lines = options.map(entry =>
    typeof entry === 'string' ? indented(entry) : besideOrBelow(entry, width),
  )
  return `${indented(examples.join('\n'))}

quizwright ${usage}
${indented(about)}

${lines.join('\n')}
${note}`
}

/** Two columns; where a window is narrow, what an option is for stands below it. */
function besideOrBelow([option, what]: readonly [string, string], width: number): string {
  const margin = width < 60 ? 6 : 23
  const first = `  ${option}  `
  return first.length <= margin
    ? hang(first.padEnd(margin), what, width)
    : `${first.trimEnd()}\n${hang(' '.repeat(margin), what, width)}`
}

function overview(): string {
  const commands = Object.values(helpTexts).map(
    // Two blanks at the least: by them the columns are known where the window is narrow.
    ({ usage, about }) => `  ${`quizwright ${usage}`.padEnd(30)}  ${about}`,
  )
  return `Quizzes in the terminal, from banks of questions.

  quizwright play positions
  quizwright new rivers.yaml
  quizwright validate rivers.yaml
  quizwright convert old.gift --out new.yaml

${commands.join('\n')}
  quizwright --version

For more, with examples: quizwright <command> --help
${bankNote}

Exit codes: 0 done; 1 something was found; 2 it could not be done, with the reason on standard error.
`
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ')
