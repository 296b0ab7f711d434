import type { Quiz, QuizView } from '../../quiz/index.js'

/** Tells when what is on screen is no longer what the engine is at: a deadline has passed. */
export function watchFor(quiz: Quiz): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController()
  const before = momentOf(quiz.getView())
  const stop = quiz.subscribe(() => {
    if (momentOf(quiz.getView()) !== before) controller.abort()
  })
  return { signal: controller.signal, stop }
}

function momentOf(view: QuizView): string {
  const question = 'question' in view ? view.question.id : ''
  return [view.phase, question, view.can.respond, view.time.overdue].join(' ')
}
