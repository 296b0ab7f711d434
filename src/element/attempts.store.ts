/** Where an attempt, or the way through a module, is kept between visits. */
export interface AttemptStore<Saved> {
  load(): Saved | null
  save(saved: Saved): void
  /** Moves what can't be gone on with aside: it stays stored, and is no longer in the way. */
  setAside(): void
  clear(): void
}

/** Keeps one under a name. A browser that allows no storage keeps nothing, and says nothing. */
export function createStore<Saved>(name: string, kind: 'local' | 'session' | 'none'): AttemptStore<Saved> {
  const storage = kind === 'none' ? null : storageOf(kind)
  const attempt = <Value>(use: (storage: Storage) => Value): Value | null => {
    try {
      return storage && use(storage)
    } catch {
      return null
    }
  }
  return {
    load: () => attempt(stored => JSON.parse(stored.getItem(name) ?? 'null') as Saved | null),
    save: saved => void attempt(stored => stored.setItem(name, JSON.stringify(saved))),
    setAside: () =>
      void attempt(stored => {
        stored.setItem(`${name}/set-aside`, stored.getItem(name) ?? '')
        stored.removeItem(name)
      }),
    clear: () => void attempt(stored => stored.removeItem(name)),
  }
}

function storageOf(kind: 'local' | 'session'): Storage | null {
  try {
    return kind === 'local' ? window.localStorage : window.sessionStorage
  } catch {
    return null
  }
}

/** Waits with writing until the learner does, milliseconds. */
const saveAfter = 300

/** Saves a little later, and at once when the page goes away. */
export function createSaver(save: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    save()
  }
  addEventListener('pagehide', now)
  return {
    soon() {
      timer ??= setTimeout(now, saveAfter)
    },
    flush: now,
    stop() {
      now()
      removeEventListener('pagehide', now)
    },
  }
}
