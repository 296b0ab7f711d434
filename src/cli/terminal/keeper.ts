import type { Quiz } from '../../quiz/index.js'
import type { AttemptStore } from './attempts.store.js'

/** Keeps an attempt in the store while it runs, so that nothing is lost even where the terminal is closed. */
interface Keeper {
  /** Writes what has not been written; gives why it failed, or null. */
  flush(): string | null
  /** Takes the attempt out of the store: it is over, or not wanted. */
  forget(): void
  /** Stops watching. */
  stop(): void
}

/** The terminal was closed, or the process is told to end: it ends as usual, so that the last changes are written. */
const ends = ['SIGHUP', 'SIGTERM'] as const
const leave = () => process.exit(1)

/** Milliseconds in which changes are written together. */
const together = 250

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
  let timer: ReturnType<typeof setTimeout> | undefined
  let changed = false
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const view = quiz.getView()
    if (!changed || view.phase === 'finished' || view.time.startedAt === null) return null
    changed = false
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
  }
  const onExit = () => void flush()
  process.on('exit', onExit)
  for (const signal of ends) process.on(signal, leave)
  const stop = quiz.subscribe(() => {
    changed = true
    timer ??= setTimeout(flush, together)
    timer.unref()
  })
  return {
    flush() {
      changed = true
      return flush()
    },
    forget() {
      clearTimeout(timer)
      timer = undefined
      changed = false
      if (file) store.remove(file)
      file = null
    },
    stop() {
      clearTimeout(timer)
      process.off('exit', onExit)
      for (const signal of ends) process.off(signal, leave)
      stop()
    },
  }
}
