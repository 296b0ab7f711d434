import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import { placeIssues } from '../bank/index.js'
import { type LintOptions, lintBank, lintCodes, rules, type Severity, type Target } from '../lint/index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { filesNamed } from './files-named.js'
import { type Finding, findingOf, type Help } from './findings.js'
import { exampleText } from './lint.example.js'
import { namedAmong } from './named.js'
import { safeText } from './plain-text.js'
import { print } from './print.js'
import { readText } from './read-text.js'
import {
  alone,
  clashesAmong,
  type FileText,
  gradesApart,
  readBankFile,
  together,
  type Whole,
} from './together.js'
import { layTranslation, pathIn, type TranslationFile, translationFor } from './translation.js'
import { findingsInTranslation, formatNamed, tellFindings } from './validate.command.js'

const options = {
  format: { type: 'string' },
  source: { type: 'string' },
  checksums: { type: 'string' },
  grade: { type: 'string' },
  off: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  target: { type: 'string', multiple: true },
  translation: { type: 'string' },
  together: { type: 'boolean' },
  explain: { type: 'string' },
} as const

/** Says what research on item writing warns of: exit code 1 where there is an error or a warning. */
export const command: Command = async args => {
  const { values, positionals } = readArguments('lint', args, options, Number.POSITIVE_INFINITY)
  if (values.explain !== undefined) return explain(values.explain)
  if (positionals.length === 0) throw new UsageError(['Name the files: quizwright lint rivers.yaml'])
  const format = formatNamed(values.format)
  const files = await filesNamed(positionals)
  const theirs = await translationFor('lint', files, values)
  const source = values.source === undefined ? null : paragraphsOf(await readText(values.source))
  if (values.checksums !== undefined && source === null)
    throw new UsageError(['--checksums goes with --source: the text that they are of.'])
  const lintOptions: LintOptions = {
    ...choiceOfRules(values.off ?? [], values.rule ?? []),
    ...(values.target && { targets: values.target.map(targetNamed) }),
    ...(source && { source }),
    ...(source &&
      values.checksums !== undefined && {
        changedParagraphs: changedIn(source, values.checksums, await readText(values.checksums)),
      }),
    ...(values.grade !== undefined && { readingGrade: gradeNamed(values.grade) }),
  }
  const findings = await tellFindings(
    files,
    format,
    texts => findingsIn(texts, { theirs, isTogether: values.together ?? false, lintOptions }),
    helpOn,
  )
  return findings.some(({ severity }) => severity !== 'info') ? 1 : 0
}

interface Way {
  readonly theirs: TranslationFile | null
  readonly isTogether: boolean
  readonly lintOptions: LintOptions
}

async function findingsIn(
  texts: readonly FileText[],
  { theirs, isTogether, lintOptions }: Way,
): Promise<readonly Finding[]> {
  const files = await Promise.all(
    texts.map(async given => {
      // What a module can be told of it is in its own check; its questions are in its banks.
      const { issues, bank } = await readBankFile(given)
      return { own: issues.map(issue => findingOf(given.file, issue)), bank }
    }),
  )
  const banks = files.flatMap(({ bank }) => bank ?? [])
  const clashes = isTogether ? clashesAmong(banks) : []
  const isOne = isTogether && banks.length > 0 && clashes.every(({ severity }) => severity !== 'error')
  if (!isOne) {
    const each = files.map(({ own, bank }) => [
      ...own,
      ...(bank ? findingsOf(alone(bank), theirs, lintOptions) : []),
    ])
    return [...each.flat(), ...clashes]
  }
  // Exemptions of a bank stand in none of its questions, where they count.
  const unknown = banks.flatMap(one =>
    alone(one).tell(lintBank({ ...one.bank, questions: [] }, { ...lintOptions, only: ['unknown-rule'] })),
  )
  return [
    ...files.flatMap(({ own }) => own),
    ...clashes,
    ...(needsGrade(lintOptions) ? gradesApart(banks) : []),
    ...(lintOptions.only ? [] : unknown),
    ...findingsOf(await together(banks), theirs, lintOptions),
  ]
}

/** Whether the banks have to say how hard they may read. */
const needsGrade = ({ readingGrade, rules, only }: LintOptions) =>
  readingGrade === undefined &&
  rules?.['reading-level'] !== 'off' &&
  (only?.includes('reading-level') ?? true)

function findingsOf(
  whole: Whole,
  theirs: TranslationFile | null,
  lintOptions: LintOptions,
): readonly Finding[] {
  const { bank, tell } = whole
  if (!theirs) return tell(lintBank(bank, lintOptions))
  const laid = layTranslation(bank, theirs.text)
  const { translation } = laid
  const told = (laid.bank ? lintBank(laid.bank, lintOptions) : []).map(issue => ({
    issue,
    // A finding stands where the text stands that it is about.
    path: translation && pathIn(translation, bank, issue.path),
  }))
  const inBank = told.flatMap(({ issue, path }) => (path ? [] : [issue]))
  const inTranslation = told.flatMap(({ issue, path }) => (path ? [{ ...issue, path }] : []))
  return [
    ...findingsInTranslation(whole, laid, theirs),
    ...tell(inBank),
    ...placeIssues(theirs.text, inTranslation).map(issue => findingOf(theirs.file, issue)),
  ]
}

function helpOn(code: string): Help | null {
  const rule = rules.find(({ id }) => id === code)
  if (!rule) return null
  return {
    severity: rule.severity,
    text: `${rule.advice} From: ${rule.from}`,
    markdown: `${rule.advice}\n\nFrom: ${rule.from}\n\nExamples: \`quizwright lint --explain ${rule.id}\``,
  }
}

const paragraphsOf = (text: string) => text.split(/\r?\n/).filter(line => line.trim() !== '')

/** Numbers of the paragraphs that have another SHA-256 than the YAML file of checksums gives, or none in the text. */
function changedIn(source: readonly string[], file: string, text: string): readonly number[] {
  const { paragraphs } = checksumsIn(text)
  if (!Array.isArray(paragraphs))
    throw new UsageError([
      `${file} has no list of checksums; write 'paragraphs:' with a line each: - { number: 1, sha256: … }`,
    ])
  return paragraphs
    .filter(({ number, sha256 }) => {
      const paragraph = source[number - 1]
      return paragraph === undefined || createHash('sha256').update(paragraph).digest('hex') !== sha256
    })
    .map(({ number }) => number)
}

function checksumsIn(text: string): {
  readonly paragraphs?: readonly { readonly number: number; readonly sha256: string }[]
} {
  try {
    return parse(text) ?? {}
  } catch {
    return {}
  }
}

function gradeNamed(given: string): number {
  const grade = Number(given)
  if (given.trim() !== '' && grade >= 0 && grade <= 30) return grade
  throw new UsageError([`'${given}' is no grade of school; give a number such as 9.`])
}

/**
 * Which rules to go by, and how much they weigh: `--rule key-longest` asks for that one alone, `--rule
 * key-longest=error` gives it another severity, and `--off key-longest` leaves it out.
 */
function choiceOfRules(
  off: readonly string[],
  given: readonly string[],
): Pick<LintOptions, 'rules' | 'only'> {
  const rules: { [rule: string]: Severity | 'off' } = Object.fromEntries(
    off.map(id => [codeNamed(id), 'off']),
  )
  const only: string[] = []
  for (const rule of given) {
    const [id = '', severity] = rule.split('=')
    if (severity === undefined) only.push(codeNamed(id))
    else rules[codeNamed(id)] = severityNamed(severity)
  }
  return { rules, ...(only.length > 0 && { only }) }
}

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'off']

function severityNamed(given: string): Severity | 'off' {
  return namedAmong('There is no severity', given, severities)
}

const targets: readonly Target[] = ['aiken', 'gift', 'kahoot']

function targetNamed(given: string): Target {
  return namedAmong('No limits are known of', given, targets)
}

function codeNamed(id: string): string {
  return namedAmong('There is no rule', id, lintCodes)
}

function explain(id: string): number {
  const rule = rules.find(one => one.id === codeNamed(id))
  if (!rule) throw new UsageError([`'${id}' looks at what is left out, and has no example.`])
  const { severity, advice, from, bad, better } = rule
  print(
    safeText(
      `${id} (${severity})\n${advice}\n\nbad:\n${exampleText(bad)}\n\nbetter:\n${exampleText(better)}\n\nfrom: ${from}\n`,
    ),
  )
  return 0
}
