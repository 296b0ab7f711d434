import type { Outcome, QuizResult, QuizView, Score } from '../index.js'
import type { ModuleResult } from '../module/index.js'

/** What the element tells the page, by the name of the event. Each bubbles, and leaves the shadow tree. */
export interface QuizWrightEvents {
  'attempt-started': CustomEvent<{ readonly bank: string; readonly rules: string }>
  /** Outcome and score are null while the rules hold them back. */
  'question-scored': CustomEvent<{
    readonly id: string
    readonly outcome: Outcome | null
    readonly score: Score | null
    readonly tries: number
  }>
  'attempt-finished': CustomEvent<{ readonly result: QuizResult }>
  /** The bank can't be played. */
  'bank-refused': CustomEvent<{ readonly problems: readonly string[] }>
  'module-started': CustomEvent<{ readonly module: string }>
  /** A lesson, a round of questions or what is known of an objective came further. */
  'module-progressed': CustomEvent<{ readonly result: ModuleResult }>
  'module-finished': CustomEvent<{ readonly result: ModuleResult }>
  /** The module can't be played. */
  'module-refused': CustomEvent<{ readonly problems: readonly string[] }>
}

export type Tell = <Name extends keyof QuizWrightEvents>(
  name: Name,
  detail: QuizWrightEvents[Name]['detail'],
) => void

/** Tells what happened between two views. What is there at the first look is no news. */
export function createTeller(tell: Tell): (view: QuizView) => void {
  let phase: QuizView['phase'] | null = null
  let told = new Set<string>()
  return view => {
    const before = phase
    phase = view.phase
    if (before === null) {
      if (view.phase === 'feedback') told.add(tryOf(view.question.id, view.tries.used))
      return
    }
    if (view.phase === 'ready') told = new Set()
    if (before === 'ready' && view.phase !== 'ready')
      tell('attempt-started', { bank: view.quiz.bank, rules: view.quiz.rules })
    if (view.phase === 'feedback') {
      const { question, tries, review } = view
      const name = tryOf(question.id, tries.used)
      if (told.has(name) || tries.used === 0) return
      told.add(name)
      const { outcome = null, score = null } = review ?? {}
      tell('question-scored', { id: question.id, outcome, score, tries: tries.used })
    }
    if (view.phase === 'finished' && before !== 'finished') {
      for (const { id, outcome, score, tries } of view.result.questions)
        if (!told.has(tryOf(id, tries))) tell('question-scored', { id, outcome, score, tries })
      tell('attempt-finished', { result: view.result })
    }
  }
}

const tryOf = (id: string, tries: number) => `${id} ${tries}`
