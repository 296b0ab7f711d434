import { bundledBanks } from '../questions/index.js'
import { minutesFor } from './banks.js'
import { type Command, readArguments } from './command.js'
import { safeLine } from './plain-text.js'
import { print } from './print.js'

/** The banks that come with the package. */
export const command: Command = async args => {
  const { values } = readArguments('list', args, { json: { type: 'boolean' } }, 0)
  const banks = bundledBanks.map(bank => ({
    id: bank.id,
    title: bank.title,
    topic: bank.topic ?? null,
    questions: bank.questions.length,
    kinds: [...new Set(bank.questions.map(({ type }) => type))].sort(),
    minutes: minutesFor(bank),
    objectives: (bank.objectives ?? []).map(({ text }) => text),
  }))
  if (values.json) process.stdout.write(`${JSON.stringify(banks, null, 2)}\n`)
  else print(`${banks.map(asText).join('\n\n')}\n`)
  return 0
}

function asText({
  id,
  title,
  topic,
  questions,
  minutes,
  objectives,
}: {
  readonly id: string
  readonly title: string
  readonly topic: string | null
  readonly questions: number
  readonly minutes: number
  readonly objectives: readonly string[]
}): string {
  const facts = [topic, `${questions} questions`, `${minutes} min`].filter(fact => fact !== null)
  return [`${id} – ${title}`, `  ${facts.join(' · ')}`, ...objectives.map(text => `  - ${text}`)]
    .map(safeLineKept)
    .join('\n')
}

function safeLineKept(line: string): string {
  return `${line.startsWith('  ') ? '  ' : ''}${safeLine(line)}`
}
