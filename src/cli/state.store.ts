import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from './command.js'
import { dataFolder, discard, writeWhole } from './data.folder.js'
import { safeLine } from './plain-text.js'

/** A learner's state in a file of the data folder, which one run at a time may change. */
export interface HeldState<State> {
  readonly file: string
  /** What was stored; null where nothing was. */
  readonly stored: State | null
  /** Written whole or not at all. Gives why it failed, or null. */
  save(state: State): string | null
  /** Keeps what was stored under another name, `.old` at its end, to begin afresh. */
  setAside(): void
  /** Lets other runs have it. Happens by itself when the process ends. */
  release(): void
}

export interface StateOptions<State> {
  /** Path in the data folder, without its ending: `modules/rivers`. */
  readonly name: string
  /** Whether a stored value is what this program has written. */
  readonly isState: (value: unknown) => value is State
  /** The platform's folder for data when left out. */
  readonly folder?: string | undefined
}

/**
 * Takes a state for this run alone.
 *
 * @throws UsageError when another run holds it, or when it can't be read: it is left as it is then.
 */
export function holdState<State>({ name, isState, folder }: StateOptions<State>): HeldState<State> {
  const file = fileOf(name, folder)
  const lock = `${file}.lock`
  take(lock)
  const release = () => {
    process.off('exit', release)
    discard(lock)
  }
  process.on('exit', release)
  try {
    return {
      file,
      stored: readState({ name, isState, folder }),
      save: state => writeWhole(file, state),
      setAside: () => renameSync(file, `${file}.old`),
      release,
    }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * What is stored, for a look at it; null where nothing is.
 *
 * @throws UsageError when it can't be read.
 */
export function readState<State>({ name, isState, folder }: StateOptions<State>): State | null {
  const file = fileOf(name, folder)
  if (!existsSync(file)) return null
  const value = parse(file)
  if (isState(value)) return value
  throw new UsageError([
    safeLine(`${file} can't be read. It was left as it is; move it away to start afresh.`),
  ])
}

/** Names of the states in a folder of the data folder. */
export function storedNames(under: string, folder = dataFolder()): readonly string[] {
  const path = join(folder, under)
  if (!existsSync(path)) return []
  return readdirSync(path).flatMap(name => /^(.+)\.json$/.exec(name)?.[1] ?? [])
}

function fileOf(name: string, folder = dataFolder()): string {
  return join(folder, `${name}.json`)
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The lock is a file with the number of the process that holds it. One that a process left behind is taken over. */
function take(lock: string): void {
  mkdirSync(dirname(lock), { recursive: true })
  for (let tries = 0; ; tries++) {
    try {
      const handle = openSync(lock, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') throw new UsageError([safeLine(`${lock} can't be written: ${message}`)])
      const holder = Number(parse(lock))
      if (tries > 0 || isAlive(holder))
        throw new UsageError([
          safeLine(`Another run (process ${holder}) is at it. Close that one first; its mark is ${lock}`),
        ])
      discard(lock)
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
