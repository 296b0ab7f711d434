import type { Command } from './command.js'
import { helpTexts } from './help.texts.js'
import { namedAmong, otherNames } from './named.js'
import { print } from './print.js'

const bankNote = `<bank> is the id of a bundled bank (see quizwright list), or a path to a YAML or
JSON file; - is standard input.`

/** What the command can do; or, where one of its commands is named, what that does. */
export const command: Command = async args => {
  const named = args.find(word => word !== 'help' && !word.startsWith('-'))
  print(named === undefined ? overview() : helpOn(named))
  return 0
}

function helpOn(name: string): string {
  const known = Object.keys(helpTexts) as (keyof typeof helpTexts)[]
  const { usage, about, examples, options } =
    helpTexts[namedAmong('There is no command', name, known, otherNames.commands)]
  const note = usage.includes('<bank>') ? `\n\n${bankNote}` : ''
  return `${indented(examples.join('\n'))}

quizwright ${usage}
${indented(about)}

${indented(options)}${note}
`
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

quizwright <command> --help tells more, with examples.
${bankNote}

Exit codes: 0 done; 1 something was found; 2 it could not be done, with the
reason on standard error.
`
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ')
