import { type Bank, createRegistry, presentQuestion, type Question } from '../index.js'
import { builtInInteractions } from '../interactions/index.js'
import { openBank } from './banks.js'
import { type Command, readArguments, UsageError } from './command.js'
import { safeLine, safeText } from './plain-text.js'
import { print } from './print.js'
import { referenceTo } from './reference.js'

const registry = createRegistry(builtInInteractions)

/** What is in a bank; with its keys only where they are asked for. */
export const command: Command = async args => {
  const options = {
    json: { type: 'boolean' },
    keys: { type: 'boolean' },
    translation: { type: 'string' },
  } as const
  const { values, positionals } = readArguments('show', args, options, Number.POSITIVE_INFINITY)
  if (positionals.length === 0)
    throw new UsageError(['Name a bank: quizwright show positions. See quizwright list.'])
  const bank = await openBank(referenceTo(positionals, values.translation))
  const keys = values.keys ?? false
  if (values.json) process.stdout.write(`${JSON.stringify(asData(bank, keys), null, 2)}\n`)
  else print(asText(bank, keys))
  return 0
}

/** The whole bank, or without keys: each question as it is presented, and what is said about it. */
function asData(bank: Bank, keys: boolean): object {
  if (keys) return bank
  const questions = bank.questions.map(question => {
    const { objective, tags, difficulty, level, source } = question
    return { ...presentQuestion(registry, question), objective, tags, difficulty, level, source }
  })
  const { marking, ...rest } = bank
  return { ...rest, questions }
}

function asText(bank: Bank, keys: boolean): string {
  const objectives = (bank.objectives ?? []).map(({ id, text }) => safeLine(`- ${text} (${id})`))
  const sources = (bank.sources ?? []).map(({ title, publisher, published }) =>
    safeLine(`- ${[title, publisher, published].filter(fact => fact !== undefined).join(', ')}`),
  )
  const questions = bank.questions.map(question => questionText(question, keys))
  const parts = [
    safeLine(`${bank.title} (${bank.id})`),
    bank.description ? safeText(bank.description).trim() : '',
    objectives.length > 0 ? `Objectives\n${objectives.join('\n')}` : '',
    sources.length > 0 ? `Sources\n${sources.join('\n')}` : '',
    ...questions,
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function questionText(question: Question, keys: boolean): string {
  const { id, type, difficulty, objective, stem, solution } = question
  const facts = [type, difficulty, objective].filter(fact => fact !== undefined)
  const lines = [`${id} (${facts.join(', ')})`, below(stem)]
  if (!keys) return lines.join('\n')
  const interaction = registry.get(type)
  const key = interaction?.solve(question) ?? null
  const inWords = key === null ? null : interaction?.describe(question, key)
  if (inWords) lines.push(`  = ${safeLine(inWords)}`)
  if (solution) lines.push(below(solution))
  return lines.join('\n')
}

/** A text with its lines, as code in it has some. */
const below = (text: string) =>
  safeText(text)
    .trim()
    .replace(/^(?=.)/gm, '  ')
