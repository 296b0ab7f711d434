import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { isCancel, select, text } from '@clack/prompts'
import { isSeq, parseDocument, stringify } from 'yaml'
import { isId, parseBank } from '../bank/index.js'
import { type BuiltInKind, builtInInteractions } from '../interactions/index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { templates } from './new.templates.js'

const kinds = builtInInteractions.map(({ type }) => type)

const options = {
  type: { type: 'string' },
  id: { type: 'string' },
  stem: { type: 'string' },
  choice: { type: 'string', multiple: true },
  title: { type: 'string' },
} as const

/** Starts a bank, or adds a question to one; what is in the file stays as it stands. */
export const command: Command = async args => {
  const { values, positionals } = readArguments(args, options, 1)
  const [file] = positionals
  if (file === undefined)
    throw new UsageError([
      'Name the file: quizwright new rivers.yaml --type single-choice --stem "Which is longest?"',
    ])
  if (!['.yaml', '.yml'].includes(extname(file)))
    throw new UsageError([`A bank to write by hand is a YAML file; name it ${file}.yaml.`])
  const before = existsSync(file) ? await readFile(file, 'utf8') : await startBank(file, values.title)
  const ids = idsIn(file, before)
  const type = kindNamed(values.type ?? (await askKind()))
  const stem = values.stem ?? (await ask('What does it ask?', 'Which of these …?'))
  const id = values.id ?? freeId(ids)
  if (!isId(id) || ids.includes(id))
    throw new UsageError([
      ids.includes(id)
        ? `There is a question '${id}' already.`
        : `'${id}' can't be an id: letters, digits and hyphens.`,
    ])
  const choices = (values.choice ?? []).map(choice => ({
    text: choice.replace(/^\*/, ''),
    right: choice.startsWith('*'),
  }))
  const after = addQuestion(before, templates[type]({ id, stem, choices }))
  await writeFile(file, after)
  process.stdout.write(
    `${file} has the question '${id}' now. Write it out, then: quizwright validate ${file}\n`,
  )
  return 0
}

async function startBank(file: string, given: string | undefined): Promise<string> {
  const id = basename(file, extname(file))
  if (!isId(id))
    throw new UsageError([
      `The file's name is the id of the bank, and '${id}' can't be one: letters, digits and hyphens.`,
    ])
  const title = given ?? (await ask('What is the bank called?', 'Rivers of Europe'))
  const schema = '# yaml-language-server: $schema=./node_modules/quizwright/dist/questions/bank.schema.json\n'
  return `${schema}${stringify({ id, title, language: 'en' })}questions:\n`
}

/** @throws UsageError when what is in the file is no bank. */
function idsIn(file: string, before: string): readonly string[] {
  const { errors, contents } = parseDocument(before)
  if (errors.length > 0 || !contents)
    throw new UsageError([`${file} can't be read as YAML: see quizwright validate ${file}.`])
  const { bank } = parseBank(before)
  return (bank?.questions ?? []).map(({ id }) => id)
}

/** The text with a question more at the end of its list, and nothing else changed. */
export function addQuestion(before: string, question: object): string {
  const list = parseDocument(before).get('questions', true)
  const dented = (depth: number) =>
    stringify([question], { lineWidth: 0 }).replace(/^(?=.)/gm, ' '.repeat(depth))
  if (!isSeq(list) || !list.range) return `${before.trimEnd()}\n${dented(2)}`
  const [start, end] = list.range
  if (list.flow)
    throw new UsageError([
      "The list of questions is written as [ … ]; write it as lines that begin with '-'.",
    ])
  const depth = start - (before.lastIndexOf('\n', start - 1) + 1)
  const head = before.slice(0, end).trimEnd()
  return `${head}\n${head.includes('\n\n') ? '\n' : ''}${dented(depth)}${before.slice(end).replace(/^\s*\n/, '')}`
}

function freeId(ids: readonly string[]): string {
  let count = ids.length + 1
  while (ids.includes(`q${count}`)) count += 1
  return `q${count}`
}

function kindNamed(name: string): BuiltInKind {
  const kind = kinds.find(one => one === name)
  if (kind) return kind
  throw new UsageError([`There is no kind '${name}'. There are: ${kinds.join(', ')}.`])
}

async function askKind(): Promise<string> {
  needsTerminal(`--type, one of ${kinds.join(', ')}`)
  return answered(
    await select({ message: 'Which kind of question?', options: kinds.map(value => ({ value })) }),
  )
}

async function ask(message: string, placeholder: string): Promise<string> {
  needsTerminal('--title and --stem')
  return answered(
    await text({ message, placeholder, validate: given => (given?.trim() ? undefined : 'Write something.') }),
  )
}

function needsTerminal(what: string) {
  if (!process.stdin.isTTY) throw new UsageError([`Without a terminal, give ${what}.`])
}

function answered(answer: string | symbol): string {
  if (isCancel(answer) || typeof answer === 'symbol') throw new UsageError(['Nothing was written.'])
  return answer
}
