import type { BuiltInQuestion } from '../interactions/index.js'

/** Fields whose texts are prose of the author's. */
const prose = new Set([
  'stem',
  'text',
  'feedback',
  'solution',
  'general',
  'correct',
  'partial',
  'incorrect',
  'unanswered',
  'true',
  'false',
])

/** What a question gives to work on. A text with gaps or marks is part of it, a text that is only read is not. */
export const taskOf = (question: BuiltInQuestion) =>
  'text' in question ? `${question.stem} ${question.text}` : question.stem

/** The lists of a question whose entries a learner tells apart, with their fields: to pick, to place, to put in order. */
export function listsOf(
  question: BuiltInQuestion,
): readonly (readonly [field: string, texts: readonly string[]])[] {
  const lists: [string, readonly { readonly text: string }[]][] = []
  if ('choices' in question) lists.push(['choices', question.choices])
  if ('prompts' in question) lists.push(['prompts', question.prompts])
  if ('items' in question) lists.push(['items', question.items])
  if ('categories' in question) lists.push(['categories', question.categories])
  if (question.type === 'cloze')
    for (const [index, gap] of question.gaps.entries())
      if (gap.type === 'choice') lists.push([`gaps.${index}.choices`, gap.choices])
  return lists.map(([field, entries]) => [field, entries.map(({ text }) => text)])
}

/** Every text of a question that people read, with its field. */
export function textsOf(question: BuiltInQuestion): readonly (readonly [field: string, text: string])[] {
  return collect(question, [])
}

function collect(value: unknown, path: readonly string[]): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return prose.has(path.at(-1) ?? '') ? [[path.join('.'), value]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => collect(inner, [...path, name]))
}
