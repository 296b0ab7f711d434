import { type Bank, createRegistry, type Question, scoreWith } from '../index.js'
import { builtInInteractions } from '../interactions/index.js'

const registry = /* @__PURE__ */ createRegistry(builtInInteractions)

/** What a field of this name holds, wherever it stands. */
const expected: { readonly [name: string]: 'string' | 'number' | 'boolean' } = {
  alt: 'string',
  caption: 'string',
  id: 'string',
  language: 'string',
  locale: 'string',
  penalty: 'number',
  points: 'number',
  solution: 'string',
  src: 'string',
  stem: 'string',
  text: 'string',
  timeLimit: 'number',
  title: 'string',
  type: 'string',
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether a bank can be played as it stands: all texts are texts, all ids differ, and each question, given its own
 * key, scores all its points. It is less than the check of `quizwright/bank`, and takes a twentieth of the bytes;
 * what it doesn't pass is looked at by that.
 */
export function isSound(data: unknown): data is Bank {
  if (!isRecord(data) || !areFieldsSound(data)) return false
  const { id, title, questions } = data
  if (typeof id !== 'string' || typeof title !== 'string') return false
  if (!Array.isArray(questions) || questions.length === 0) return false
  const ids = new Set<unknown>(questions.map(question => (isRecord(question) ? question.id : null)))
  return ids.size === questions.length && questions.every(isQuestionSound)
}

const isId = (value: string) =>
  /^[A-Za-z0-9][\w.:-]{0,127}$/.test(value) && !['constructor', 'prototype'].includes(value)

function areFieldsSound(data: unknown): boolean {
  if (Array.isArray(data)) return data.every(areFieldsSound)
  if (!isRecord(data)) return typeof data !== 'string' || data.length <= 20_000
  if ('media' in data && ![data.media].flat().every(isMedia)) return false
  return Object.entries(data).every(([name, value]) => {
    const type = Object.hasOwn(expected, name) ? expected[name] : undefined
    if (name === '__proto__' || (type !== undefined && typeof value !== type)) return false
    if (name === 'id' && !isId(String(value))) return false
    if (name === 'language' || name === 'locale') return isLanguage(String(value))
    return areFieldsSound(value)
  })
}

const isMedia = (value: unknown) =>
  isRecord(value) &&
  typeof value.src === 'string' &&
  typeof value.alt === 'string' &&
  ['image', 'audio', 'video'].includes(String(value.type))

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function isQuestionSound(data: unknown): boolean {
  const { type, stem, id } = data as { readonly [name: string]: unknown }
  const interaction = registry.get(String(type))
  if (!interaction || typeof stem !== 'string' || typeof id !== 'string') return false
  const question = data as Question
  try {
    const key = interaction.solve(question)
    interaction.present(question, {})
    if (key !== null) interaction.describe(question, key)
    const { outcome } = scoreWith(registry, question, key)
    return outcome === 'correct' || interaction.scoredLater === true
  } catch {
    return false
  }
}
