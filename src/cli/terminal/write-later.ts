/** Writes changes together, soon after they were made, and before the process ends, however it ends. */
export interface LateWriter {
  /** Tells that there is something to write. */
  changed(): void
  /** Writes it now; gives why it failed, or null. */
  flush(): string | null
  /** Drops what has not been written. */
  forget(): void
  stop(): void
}

/** The terminal was closed, or the process is told to end: it ends as usual, so that the last changes are written. */
const ends = ['SIGHUP', 'SIGTERM'] as const
const leave = () => process.exit(1)

/** Milliseconds in which changes are written together. */
const together = 250

/** @param write gives why it failed, or null. */
export function writeLater(write: () => string | null): LateWriter {
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasChanged = false
  const rest = () => {
    clearTimeout(timer)
    timer = undefined
    hasChanged = false
  }
  const flush = () => {
    if (!hasChanged) return null
    rest()
    return write()
  }
  const onExit = () => void flush()
  process.on('exit', onExit)
  for (const signal of ends) process.on(signal, leave)
  return {
    changed() {
      hasChanged = true
      timer ??= setTimeout(flush, together)
      timer.unref()
    },
    flush,
    forget: rest,
    stop() {
      clearTimeout(timer)
      process.off('exit', onExit)
      for (const signal of ends) process.off(signal, leave)
    },
  }
}
