/** What is said of a command: examples first, as most people read no further. */
interface HelpText {
  /** Its name and what it takes. */
  readonly usage: string
  /** What it does, in a line. */
  readonly about: string
  readonly examples: readonly string[]
  /** Options and what each is for, a line each or more. */
  readonly options: string
}

export const helpTexts = {
  play: {
    usage: '[play] [<bank>…]',
    about: 'play a quiz; banks and rules can be named',
    examples: [
      'quizwright',
      'quizwright play positions --rules exam',
      'quizwright play rivers.yaml mountains.yaml',
      'quizwright play rivers.yaml --translation rivers.de.yaml',
      'quizwright play rivers.yaml --plain',
      'quizwright play positions --answers answers.json --json',
    ],
    options: `--rules <name>     practice, exam or checkpoint
--translation <file>
                   in another language: texts by the ids of the bank
--seed <seed>      the same seed gives the same quiz
--plain            plain text, line by line; so do --no-color, NO_COLOR,
                   ACCESSIBLE=1 and dumb terminals
--answers <file>   play without a terminal: a JSON object, question id to
                   response; - reads it from standard input
--json             with --answers: print the result as JSON

Several banks are one; ids then have the bank's before them: rivers:longest.`,
  },
  learn: {
    usage: 'learn [<module>]',
    about: 'read, try and be tested, from where you left',
    examples: [
      'quizwright learn',
      'quizwright learn rivers/module.yaml --plain',
      'quizwright learn --answers answers.json --json',
    ],
    options: `--answers <file>   as for play, with ids such as positions/us-stance: as far
                   as they lead, which is kept
--json             with --answers: print how far that is as JSON
--again            start afresh; what you did is kept beside it, as .old
--seed, --plain    as for play

The bundled module where none is named. The banks of a module lie beside it.`,
  },
  review: {
    usage: 'review [<bank>]',
    about: 'what is due today, by spaced repetition',
    examples: ['quizwright review', 'quizwright review positions --new 5', 'quizwright review --json'],
    options: `--new <number>     new questions a day; 10 when left out
--limit <number>   questions at the most
--answers <file>   as for play; what it has no response to stays due
--json             what is due and when more will be; with --answers: what
                   came of each response
--seed, --plain    as for play

All bundled banks where none is named; their questions then have ids such as
positions:us-stance.`,
  },
  progress: {
    usage: 'progress [<module>]',
    about: 'how far you are, and when reviews fall due',
    examples: ['quizwright progress', 'quizwright progress --json'],
    options: '--json             print data',
  },
  list: {
    usage: 'list',
    about: 'the banks that come with it',
    examples: ['quizwright list', 'quizwright list --json'],
    options: '--json             print data',
  },
  show: {
    usage: 'show <bank>…',
    about: 'what is in a bank, without the keys',
    examples: [
      'quizwright show positions',
      'quizwright show rivers.yaml --keys',
      'quizwright show rivers.yaml mountains.yaml',
      'quizwright show rivers.yaml --translation rivers.de.yaml',
      'quizwright show positions --json',
    ],
    options: `--keys             with keys and solutions
--translation <file>
                   in another language, as for play
--json             print data`,
  },
  new: {
    usage: 'new <file>',
    about: 'start a bank, or add questions to one',
    examples: [
      'quizwright new rivers.yaml',
      'quizwright new rivers.yaml --type true-false --stem "The Rhine flows north."',
      `quizwright new rivers.yaml --type single-choice --stem "Which is longest?" \\
    --choice "The Rhine" --choice "*The Danube"`,
      `quizwright new rivers.yaml --type cloze --stem "Fill the gap." \\
    --text "The {{Danube}} ends in the {{Black Sea|North Sea}}."`,
    ],
    options: `At a terminal, what you don't give is asked for. Texts may have several lines.

--type <kind>      the kind of question, one of those below
--stem <text>      what it asks

single-choice, multiple-response: * before what is right
      --choice "The Rhine" --choice "*The Danube"
true-false
      --key false
short-answer: all that is accepted
      --answer "Danube" --answer "the Danube"
numeric: a number, or a range: "2800 to 2900"
      --answer 2850 --tolerance 20 --unit km
ordering: from first to last
      --choice "Elbe" --choice "Rhine" --choice "Danube"
matching: --choice adds what fits nothing
      --pair "Danube = Black Sea" --pair "Rhine = North Sea"
categorization: nothing after the = where it belongs nowhere
      --category North --category South \\
      --pair "Oslo = North" --pair "Rome = South"
cloze: what is right in braces; with | to pick from, the right one first
      --text "The {{Danube}} ends in the {{Black Sea|North Sea}}."
hot-text: what can be marked in braces, * before what is right
      --text "{{*Vilnius}} is a capital, {{Kaunas}} is not."
essay: how long, and what the marker looks at, for how many points
      --words 50-150 --criterion "Names a river = 2"

--choice-feedback <text>
                   what those read who picked it: once for each choice, in
                   their order
--correct <text>, --incorrect <text>
                   what those read who are right or wrong
--solution <text>  why the key is right
--hint <text>      with --hint-cost 0.1 for a tenth of the points
--objective <id>, --tag <id>
--difficulty <name>    easy, medium or hard
--level <name>     remember, understand, apply or analyse
--points <number>  what it is worth; 1 when left out
--image <file> --alt <text>    a picture, and what it shows
--id <id>          q1, q2 and so on when left out
--title <text>, --language <tag>    of a new bank; en when left out

Exit code 2 where something is wrong: nothing is written then.`,
  },
  validate: {
    usage: 'validate <files…>',
    about: 'all that is wrong in banks and modules',
    examples: [
      'quizwright validate rivers.yaml',
      'quizwright validate questions/*.yaml',
      'quizwright validate rivers.yaml mountains.yaml --together',
      'quizwright validate rivers/module.yaml',
      'quizwright validate - < rivers.yaml',
      'quizwright validate rivers.yaml --format sarif > rivers.sarif',
      'quizwright validate rivers.yaml --translation rivers.de.yaml',
    ],
    options: `--format <name>    text, json or sarif; text when left out
--translation <file>
                   of one bank: what is missing in it, or there too much
--together         several files as one bank, as play takes them: whether
                   they can be one

Each file is looked at by itself, and a - reads standard input.
Exit code 1 for errors and for texts that are not translated, 0 for other
warnings, 2 where a file can't be read.`,
  },
  lint: {
    usage: 'lint <files…>',
    about: 'what research on question writing warns of',
    examples: [
      'quizwright lint rivers.yaml',
      'quizwright lint --explain key-longest',
      'quizwright lint questions/*.yaml',
      'quizwright lint rivers.yaml --off negative-stem --rule tf-balance=warning',
      'quizwright lint rivers.yaml --rule key-longest',
      'quizwright lint rivers.yaml --translation rivers.de.yaml',
      'quizwright lint news.yaml --source article.txt --grade 9',
    ],
    options: `--explain <rule>   what a rule is about, with an example
--rule <rule>      go by this rule alone; can be given more than once
--rule <rule>=<s>  its severity: error, warning, info or off
--off <rule>       leave a rule out; can be given more than once
--source <file>    the text that the questions are derived from, a paragraph
                   a line, for the rules that compare
--checksums <file> YAML with the SHA-256 of each paragraph of the source, for
                   stale-source:  paragraphs: [{ number: 1, sha256: … }]
--grade <number>   grade of school that the texts are for
--target <system>  aiken, gift or kahoot: where the bank is to go, for
                   export-risk
--translation <file>
                   look at the bank in that language; of one bank
--together         several files as one bank, as play takes them
--format <name>    text, json or sarif; text when left out

Each file is looked at by itself, and a - reads standard input. To leave a
rule out for good, name it with a reason in the bank or the question:
    lint: { negative-stem: The exception is what is taught. }
Exit code 1 for errors and warnings, 2 where it can't be run.`,
  },
  convert: {
    usage: 'convert <files…>',
    about: 'turn questions of one format into another',
    examples: [
      'quizwright convert old.gift --out new.yaml',
      'quizwright convert moodle.xml --out quiz.md',
      'quizwright convert rivers.yaml --to qti12 --out canvas.zip',
      'quizwright convert list.txt --from aiken --report report.json --out list.yaml',
      'quizwright convert rivers.yaml mountains.gift --out both.yaml',
    ],
    options: `--to <name>        yaml, json, gift, moodle-xml, aiken, csv, tsv, markdown,
                   anki, qti (a zip of QTI 3.0) or qti12 (a zip for Canvas);
                   by the ending of --out when left out, else yaml
--from <name>      the same but anki; found by the content when left out
--out <file>       else it goes to standard output; pictures go beside it
--translation <file>
                   in another language, as for play
--report <file>    what became of each question, as JSON

Several files become one bank; ids then have the bank's before them.
A - in place of a file reads standard input.
Exit code 1 where something did not come over whole, 2 where it can't be run.`,
  },
} satisfies { readonly [command: string]: HelpText }
