import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

/** The folder for a program's data by the platform's convention. */
export function dataFolder(
  env: { readonly [name: string]: string | undefined } = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const base =
    platform === 'win32'
      ? env.APPDATA || join(home, 'AppData', 'Roaming')
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : // By its specification, a relative path there is to be ignored.
          isAbsolute(env.XDG_DATA_HOME ?? '')
          ? (env.XDG_DATA_HOME ?? '')
          : join(home, '.local', 'share')
  return join(base, 'quizwright')
}

/** Writes a value as JSON, whole or not at all: a crash leaves the file as it was. Gives why it failed, or null. */
export function writeWhole(file: string, value: unknown): string | null {
  const draft = `${file}.${process.pid}.draft`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(draft, JSON.stringify(value), { mode: 0o600, flush: true })
    renameSync(draft, file)
    return null
  } catch (error) {
    discard(draft)
    return error instanceof Error ? error.message : String(error)
  }
}

/** Removes a file; one that can't be removed stays. */
export function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Where even its folder can't be reached there is nothing to tidy.
  }
}
