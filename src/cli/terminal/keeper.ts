import type { Quiz } from '../../quiz/index.js'
import type { AttemptStore } from './attempts.store.js'
import { writeLater } from './write-later.js'

/** Keeps an attempt in the store while it runs, so that nothing is lost even where the terminal is closed. */
interface Keeper {
  /** Writes what has not been written; gives why it failed, or null. */
  flush(): string | null
  /** Takes the attempt out of the store: it is over, or not wanted. */
  forget(): void
  /** Stops watching. */
  stop(): void
}

export function keepAttempt(
  quiz: Quiz,
  store: AttemptStore,
  {
    reference,
    title,
    now,
    ...options
  }: {
    /** What the bank is opened by. */
    readonly reference: string
    readonly title: string
    readonly now: () => number
    /** The file of a stored attempt that goes on. */
    readonly file?: string | undefined
  },
): Keeper {
  let file = options.file ?? null
  const later = writeLater(() => {
    const view = quiz.getView()
    if (view.phase === 'finished' || view.time.startedAt === null) return null
    file ??= store.nameFor(view.quiz.bank, view.time.startedAt)
    const { answered, total } = view.progress
    return store.save(file, {
      version: 1,
      reference,
      title,
      savedAt: now(),
      progress: { answered, total },
      attempt: quiz.save(),
    })
  })
  const unsubscribe = quiz.subscribe(later.changed)
  return {
    flush() {
      later.changed()
      return later.flush()
    },
    forget() {
      later.forget()
      if (file) store.remove(file)
      file = null
    },
    stop() {
      later.stop()
      unsubscribe()
    },
  }
}
