import type { Command } from './command.js'

const text = `Quizzes in the terminal, from banks of questions.

quizwright [play] [<bank>]      play a quiz: choose bank and rules, or name them
quizwright learn [<module>]     read, try and be tested; goes on where you left
quizwright progress [<module>]  how far you are, objective by objective
quizwright list                 the banks that come with it
quizwright show <bank>          what is in a bank, without the keys
quizwright new <file>            start a bank, or add a question to one
quizwright validate <files…>     all that is wrong in files of questions
quizwright lint <files…>         what research on question writing warns of
quizwright convert <file>       turn questions of one format into another
quizwright help

<bank> is the id of a bundled bank (see list), or a path to a YAML or JSON file.
<module> likewise; the bundled one when left out. Its banks lie beside it.

play
  --rules <name>     practice, exam or checkpoint
  --seed <seed>      the same seed gives the same quiz
  --plain            plain text, line by line; so do --no-color, NO_COLOR,
                     ACCESSIBLE=1 and dumb terminals
  --answers <file>   play without a terminal: a JSON object, question id to
                     response; - reads it from standard input
  --json             with --answers: print the result as JSON

learn
  --answers <file>   as for play, with ids such as positions/us-stance: as far as
                     they lead, which is kept
  --json             with --answers: print how far that is as JSON
  --again            start afresh; what you did is kept beside it, as .old
  --seed, --plain    as for play

progress
  --json             print data

new
  --type <kind>      single-choice, multiple-response, true-false, short-answer,
                     numeric, ordering, matching, categorization, cloze,
                     hot-text, essay; asked for when left out
  --stem <text>      what it asks
  --choice <text>    a choice, with * in front where it is right; once for each
  --id <id>          counted when left out
  --title <text>     of a new bank

validate
  --format <name>    text, json or sarif; exit code 1 where something is wrong

lint
  --explain <rule>   what a rule is about, with an example
  --off <rule>       leave a rule out; can be given more than once
  --source <file>    the text that the questions are derived from, a paragraph
                     a line, for the rules that compare
  --grade <number>   grade of school that the texts are for
  --format <name>    as for validate; exit code 1 for errors and warnings

convert
  --to <name>        yaml, json, gift, moodle-xml, aiken, csv, tsv, markdown,
                     anki, or qti12 (a zip for Canvas); yaml when left out
  --from <name>      when left out, found by the content
  --out <file>       else it goes to standard output; pictures go beside it
  --report <file>    what became of each question, as JSON; exit code 1 where
                     something did not come over whole

list, show
  --json             print data
  --keys             show: with keys and solutions

--version, --help

Exit codes: 0 done; 1 something was found; 2 it could not be done, with the reason on standard error.
`

export const command: Command = async () => {
  process.stdout.write(text)
  return 0
}
