import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from './command.js'
import { dataFolder, discard, writeWhole } from './data.folder.js'
import { safeLine } from './plain-text.js'

/** A learner's state in a file of the data folder, which one run at a time may change. */
export interface HeldState<State> {
  readonly file: string
  /**
   * What is stored; null where nothing is.
   *
   * @throws UsageError when it can't be read: it is left as it is then.
   */
  read(): State | null
  /** Written whole or not at all. Gives why it failed, or null. */
  save(state: State): string | null
  /** Keeps what is stored, damaged or not, under another name, `.old` at its end, to begin afresh. */
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
 * @throws UsageError when another run holds it, or when the folder can't be written to.
 */
export function holdState<State>(options: StateOptions<State>): HeldState<State> {
  const file = fileOf(options.name, options.folder)
  const lock = `${file}.lock`
  take(lock)
  const release = () => {
    process.off('exit', release)
    discard(lock)
  }
  process.on('exit', release)
  return {
    file,
    read: () => readState(options),
    save: state => writeWhole(file, state),
    setAside: () => {
      if (existsSync(file)) renameSync(file, freeName(`${file}.old`))
    },
    release,
  }
}

/** This name, or with a number where it is taken. */
function freeName(name: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}${number}`
    if (!existsSync(free)) return free
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
  const { value, problem } = parse(file)
  if (isState(value)) return value
  const version = (value as { readonly version?: unknown } | null)?.version
  const reason =
    problem ??
    (typeof version === 'number' && version > 1
      ? `it is of version ${version}, and this quizwright reads version 1`
      : 'it is not what this program writes there')
  throw new UsageError([
    safeLine(`${file} can't be read: ${reason}. It was left as it is; move it away to start afresh.`),
  ])
}

/** Names of the states in a folder of the data folder. Files that this program has not named are left out. */
export function storedNames(under: string, folder = dataFolder()): readonly string[] {
  try {
    return readdirSync(join(folder, under))
      .flatMap(name => /^(.+)\.json$/.exec(name)?.[1] ?? [])
      .filter(name => /^(?:[^%]|%[0-9A-F]{2})+$/.test(name))
      .map(decodeURIComponent)
  } catch {
    return []
  }
}

function fileOf(name: string, folder = dataFolder()): string {
  return join(folder, `${name}.json`)
}

function parse(file: string): { readonly value?: unknown; readonly problem?: string } {
  try {
    return { value: JSON.parse(readFileSync(file, 'utf8')) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** The lock is a file with the number of the process that holds it. One that a process left behind is taken over. */
function take(lock: string): void {
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(dirname(lock), { recursive: true })
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST' || !existsSync(lock)) throw unwritable(dirname(lock), message)
      const holder = holderOf(lock)
      if (tries > 0 || isAlive(holder) || !takenAway(lock, holder)) throw busy(lock, holder)
    }
  }
}

/** Takes what a process left behind out of the way. False where another run was quicker, and it is that one's by now. */
function takenAway(lock: string, holder: number): boolean {
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return false
  }
  const isOthers = !Object.is(holderOf(aside), holder)
  if (isOthers) renameSync(aside, lock)
  else discard(aside)
  return !isOthers
}

const holderOf = (lock: string) => Number(parse(lock).value)

const busy = (lock: string, holder: number) =>
  new UsageError([
    safeLine(
      `Another run (process ${holder}) is at it. Close that one first; where there is none, remove its mark: ${lock}`,
    ),
  ])

const unwritable = (folder: string, message: string) =>
  new UsageError([
    safeLine(`What you do is kept in ${folder}, which can't be written to: ${message}`),
    'Let yourself write there, or name another folder in XDG_DATA_HOME (on Windows in APPDATA).',
  ])

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
