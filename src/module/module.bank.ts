import type { Bank, Question } from '../question/index.js'
import type { Module } from './parse/module.schema.js'

/**
 * One bank of all the questions that the objectives name, under the names that the module gives them, each with the
 * module's objective as its own. What a bank says for all its questions is written into each.
 *
 * @throws TypeError naming every bank and question that is missing, or when some banks are plain text and others Markdown.
 */
export function bankOf(module: Module, banks: readonly Bank[]): Bank {
  const byId = new Map(banks.map(bank => [bank.id, bank]))
  const missing = module.banks.filter(id => !byId.has(id)).map(id => `There is no bank '${id}'.`)
  const used = module.banks.flatMap(id => byId.get(id) ?? [])
  const questions = new Map(
    used.flatMap(bank => bank.questions.map(one => [`${bank.id}/${one.id}`, alone(bank, one)])),
  )
  const wanted = module.objectives.flatMap(({ id, questions: ids }) =>
    ids.flatMap(name => {
      const question = questions.get(name)
      if (!question && byId.has(name.split('/')[0] ?? '')) missing.push(`There is no question '${name}'.`)
      return question ? [{ ...question, id: name, objective: id }] : []
    }),
  )
  const texts = new Set(used.map(({ text }) => text ?? 'markdown'))
  if (texts.size > 1) missing.push('Some of its banks are plain text, others Markdown.')
  if (missing.length > 0)
    throw new TypeError(`The module '${module.id}' can't be played:\n- ${missing.join('\n- ')}`)
  const [text = 'markdown'] = texts
  return {
    id: module.id,
    title: module.title,
    language: module.language,
    text,
    objectives: module.objectives.map(({ id, text }) => ({ id, text })),
    sources: [...new Map(used.flatMap(({ sources = [] }) => sources.map(one => [one.id, one]))).values()],
    questions: wanted,
  }
}

function alone(bank: Bank, question: Question): Question {
  const { source } = question
  const only = bank.sources?.length === 1 ? bank.sources[0] : undefined
  const language = question.language ?? bank.language
  const marking = question.marking ?? bank.marking?.[question.type]
  return {
    ...question,
    ...(language !== undefined && { language }),
    ...(marking && { marking }),
    ...(source && only && { source: { document: only.id, ...source } }),
  }
}
