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

export const helpTexts: { readonly [command: string]: HelpText } = {
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
    about: 'read, try and be tested; goes on where you left',
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

--type <kind>      single-choice, multiple-response, true-false, short-answer,
                   numeric, ordering, matching, categorization, cloze,
                   hot-text or essay
--stem <text>      what it asks
--choice <text>    a choice, * before it where it is right; an item to put in
                   order; a choice too many to match; once for each
--key <what>       true or false
--answer <what>    a text or a number that is accepted; 40 to 45
--tolerance <number>, --unit <unit>    of a number
--pair <a = b>     what belongs together: "Danube = Black Sea"
--category <text>  a group to sort into
--text <text>      with gaps {{right}} or {{right|wrong|wrong}}; or with what
                   can be marked {{so}}, and {{*so}} where that is right
--words <a-b>, --criterion <text = points>    of an essay

--choice-feedback <text>    once for each choice, in their order
--correct, --incorrect <text>    feedback for those who are right or wrong
--solution, --hint <text>, --hint-cost <share>
--objective <id>, --tag <id>, --difficulty <name>, --level <name>
--points <number>, --image <file>, --alt <text>
--id <id>          counted when left out
--title <text>, --language <tag>    of a new bank`,
  },
  validate: {
    usage: 'validate <files…>',
    about: 'all that is wrong in banks and modules',
    examples: [
      'quizwright validate rivers.yaml',
      'quizwright validate questions/*.yaml',
      'quizwright validate rivers/module.yaml',
      'quizwright validate rivers.yaml --format sarif > rivers.sarif',
      'quizwright validate rivers.yaml --translation rivers.de.yaml',
    ],
    options: `--format <name>    text, json or sarif; text when left out
--translation <file>
                   what is missing in it, and what it has too much

Exit code 1 where something is wrong.`,
  },
  lint: {
    usage: 'lint <files…>',
    about: 'what research on question writing warns of',
    examples: [
      'quizwright lint rivers.yaml',
      'quizwright lint --explain key-longest',
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
                   look at the bank in that language
--format <name>    text, json or sarif; text when left out

To leave a rule out for good, name it with a reason in the bank or the
question:  lint: { negative-stem: The exception is what is taught. }
Exit code 1 for errors and warnings, 2 where it can't be run.`,
  },
  convert: {
    usage: 'convert <files…>',
    about: 'turn questions of one format into another',
    examples: [
      'quizwright convert old.gift --out new.yaml',
      'quizwright convert moodle.xml --to markdown --out quiz.md',
      'quizwright convert rivers.yaml --to qti12 --out canvas.zip',
      'quizwright convert list.txt --from aiken --report report.json --out list.yaml',
      'quizwright convert rivers.yaml mountains.gift --out both.yaml',
    ],
    options: `--to <name>        yaml, json, gift, moodle-xml, aiken, csv, tsv, markdown,
                   anki, qti (a zip of QTI 3.0) or qti12 (a zip for Canvas);
                   yaml when left out
--from <name>      when left out, found by the content
--out <file>       else it goes to standard output; pictures go beside it
--translation <file>
                   in another language, as for play
--report <file>    what became of each question, as JSON

Exit code 1 where something did not come over whole.`,
  },
}
