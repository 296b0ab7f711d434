import { isCorrect } from '../mastery/index.js'
import type { Question } from '../question/index.js'
import type { DefinedQuiz, QuizResult } from '../quiz/index.js'
import type { Learnt, ReadRun } from './module.record.js'
import type { Module } from './parse/module.schema.js'

type Choices = { readonly choices?: readonly { readonly id: string; readonly misconception?: string }[] }

/** What to see again, and why. */
export interface Remedy {
  /** The objective that was not reached, or the misreading that a response shows: one of the two. */
  readonly objective: string | null
  readonly misconception: string | null
  readonly lesson: string
}

/** Ids of the misreadings that the choices which were picked rest on, each once. */
export function misconceptionsIn({ definition }: DefinedQuiz, { questions }: QuizResult): readonly string[] {
  const found = questions.flatMap(({ id, response }) => {
    const { choices = [] } = definition.question(id) as Question & Choices
    const picked = new Set([response].flat())
    return choices.flatMap(choice => (picked.has(choice.id) ? (choice.misconception ?? []) : []))
  })
  return [...new Set(found)]
}

/** What a quiz shows to be worth seeing again: what the module says of its misses, else the lesson that teaches them. */
export function remediesFor(module: Module, { evidence, misconceptions }: ReadRun): readonly Remedy[] {
  const missed = new Set(evidence.filter(one => !isCorrect(one)).map(({ question }) => question))
  const weak = module.objectives.filter(({ questions }) => questions.some(question => missed.has(question)))
  const told = (module.remediation ?? []).flatMap((remedy): readonly Remedy[] => {
    const { lesson } = remedy
    if ('misconception' in remedy) {
      const { misconception } = remedy
      return misconceptions.includes(misconception) ? [{ objective: null, misconception, lesson }] : []
    }
    const { objective } = remedy
    return weak.some(({ id }) => id === objective) ? [{ objective, misconception: null, lesson }] : []
  })
  const untold = weak.filter(({ id }) => !told.some(({ objective }) => objective === id))
  return [
    ...told,
    ...untold.flatMap(({ id }) =>
      module.lessons
        .filter(({ objectives }) => objectives.includes(id))
        .slice(0, 1)
        .map(({ id: lesson }) => ({ objective: id, misconception: null, lesson })),
    ),
  ]
}

/** Questions whose last response missed something, in the order in which they were asked. */
export function missedOf({ last }: Learnt): readonly string[] {
  return [...last.values()].filter(one => !isCorrect(one)).map(({ question }) => question)
}
