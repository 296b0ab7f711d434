import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SavedAttempt } from '../../quiz/index.js'
import { discard, writeWhole } from '../data.folder.js'

/** An attempt in the learner's data folder, and what to say of it before it is gone on with. */
export interface StoredAttempt {
  readonly version: 1
  /** What the bank is opened by: the id of a bundled one, or a path. */
  readonly reference: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly progress: { readonly answered: number; readonly total: number }
  readonly attempt: SavedAttempt
}

export interface FoundAttempt extends StoredAttempt {
  readonly file: string
}

/** Attempts that were left, a file each, so that none is ever written over by another. */
export interface AttemptStore {
  /** The latest first; what can't be read is named in `damaged`, and left alone. */
  list(): { readonly attempts: readonly FoundAttempt[]; readonly damaged: readonly string[] }
  /** A name for a new attempt's file. */
  nameFor(bank: string, startedAt: number): string
  /** Written whole or not at all: a crash leaves the file as it was. Gives why it failed, or null. */
  save(file: string, stored: StoredAttempt): string | null
  remove(file: string): void
}

export function openStore(folder: string): AttemptStore {
  const attemptsFolder = join(folder, 'attempts')
  return {
    list() {
      const attempts: FoundAttempt[] = []
      const damaged: string[] = []
      for (const name of namesIn(attemptsFolder)) {
        const file = join(attemptsFolder, name)
        const stored = read(file)
        if (stored) attempts.push({ ...stored, file })
        else damaged.push(file)
      }
      return { attempts: attempts.sort((a, b) => b.savedAt - a.savedAt), damaged }
    },
    nameFor: (bank, startedAt) =>
      join(attemptsFolder, `${encodeURIComponent(bank)}-${startedAt.toString(36)}.json`),
    save: writeWhole,
    remove: discard,
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.json'))
  } catch {
    return []
  }
}

/** Null where it is no stored attempt; whether the attempt in it is sound, the engine says when it restores it. */
function read(file: string): StoredAttempt | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isStored(value) ? value : null
  } catch {
    return null
  }
}

function isStored(value: unknown): value is StoredAttempt {
  const stored = value as Partial<StoredAttempt> | null
  return (
    stored?.version === 1 &&
    typeof stored.reference === 'string' &&
    typeof stored.title === 'string' &&
    Number.isFinite(stored.savedAt) &&
    Number.isFinite(stored.progress?.answered) &&
    Number.isFinite(stored.progress?.total) &&
    typeof stored.attempt?.bank === 'string' &&
    typeof stored.attempt.rules?.name === 'string'
  )
}
