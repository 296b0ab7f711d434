import type { Command } from './command.js'

const text = `Quizzes in the terminal, from banks of questions.

quizwright [play] [<bank>]      play a quiz: choose bank and rules, or name them
quizwright list                 the banks that come with it
quizwright show <bank>          what is in a bank, without the keys
quizwright help

<bank> is the id of a bundled bank (see list), or a path to a YAML or JSON file.

play
  --rules <name>     practice, exam or checkpoint
  --seed <seed>      the same seed gives the same quiz
  --plain            plain text, line by line; so do --no-color, NO_COLOR,
                     ACCESSIBLE=1 and dumb terminals
  --answers <file>   play without a terminal: a JSON object, question id to
                     response; - reads it from standard input
  --json             with --answers: print the result as JSON

list, show
  --json             print data
  --keys             show: with keys and solutions

--version, --help

Exit codes: 0 done; 2 it could not be done, with the reason on standard error.
`

export const command: Command = async () => {
  process.stdout.write(text)
  return 0
}
