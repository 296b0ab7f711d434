import { existsSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import type { Issue } from '../index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { addEntry } from './new/add-entry.js'
import { createAsk, type Given } from './new/ask.js'
import { contentsOf, faultsIn, readBank, startBank, writeBank } from './new/bank.file.js'
import type { Draft } from './new/extras.js'
import { type Prompts, terminalPrompts } from './new/prompts.js'
import { askQuestion } from './new/question.js'
import { safeLine } from './plain-text.js'
import { print } from './print.js'
import { hasTerminal } from './run.options.js'

const once = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const options = {
  title: once,
  language: once,
  type: once,
  id: once,
  stem: once,
  text: once,
  choice: several,
  answer: several,
  key: once,
  pair: several,
  category: several,
  tolerance: once,
  unit: once,
  words: once,
  criterion: several,
  'choice-feedback': several,
  correct: once,
  incorrect: once,
  solution: once,
  hint: several,
  'hint-cost': once,
  objective: once,
  tag: several,
  difficulty: once,
  level: once,
  points: once,
  image: several,
  alt: several,
} as const

/** Starts a bank, or adds questions to one; what is in the file stays as it stands. */
export const command: Command = async args => {
  const { values, positionals } = readArguments('new', args, options, 1)
  const [file] = positionals
  if (file === undefined)
    throw new UsageError([
      'Name the file: quizwright new rivers.yaml --type single-choice --stem "Which is longest?"',
    ])
  const ending = extname(file)
  if (!['.yaml', '.yml', '.json'].includes(ending))
    throw new UsageError([
      `A bank is a YAML or JSON file; name it ${file.slice(0, file.length - ending.length)}.yaml.`,
    ])
  if (!existsSync(dirname(file)))
    throw new UsageError([`There is no folder '${dirname(file)}': make it first, or name another.`])
  const prompts = hasTerminal() ? terminalPrompts : null
  await addQuestion(file, values, prompts)
  if (!prompts || values.stem !== undefined) return 0
  while ((await prompts.pick('Another question?', noOrYes)) === 'yes') await addQuestion(file, {}, prompts)
  return 0
}

const noOrYes = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const

/** Nothing is written before all is known. */
async function addQuestion(
  file: string,
  { id, title, language, ...given }: Given,
  prompts: Prompts | null,
): Promise<void> {
  const before = await readBank(file)
  const ask = createAsk(before === null ? { title, language, ...given } : given, prompts)
  const start = before ?? (await startBank(file, ask))
  const draft = await askQuestion(ask, contentsOf(file, start), typeof id === 'string' ? id : null, prompts)
  const after = withDraft(start, draft)
  const faults = faultsIn(after)
  if (faults.length > 0 && !(await isWantedAnyway(faults, prompts)))
    throw new UsageError([...faults.map(asLine), 'Nothing was written.'])
  await writeBank(file, before, after)
  const next = nextStep(file, faults.length > 0, ask.left)
  print(`${file} has the question '${draft.question.id}' now.\n${next}\n`)
}

function nextStep(file: string, isFaulty: boolean, left: readonly string[]): string {
  const validate = `then: quizwright validate ${file}`
  if (isFaulty) return `Mend that, ${validate}`
  if (left.length > 0) return `Write over what stands in it (${left.join(', ')}), ${validate}`
  return `Try it: quizwright play ${file}`
}

function withDraft(start: string, { question, objective }: Draft): string {
  const withObjective = objective ? addEntry(start, 'objectives', objective) : start
  return addEntry(withObjective, 'questions', question)
}

/** What took long to type is not thrown away for a fault that can be mended in the file. */
async function isWantedAnyway(faults: readonly Issue[], prompts: Prompts | null): Promise<boolean> {
  if (!prompts) return false
  const message = `${faults.map(asLine).join('\n')}\nWrite it all the same, and mend it in the file?`
  return (await prompts.pick(message, noOrYes)) === 'yes'
}

const asLine = ({ message, path }: Issue) => safeLine(`${message} (${path.slice(2).join('.')})`)
