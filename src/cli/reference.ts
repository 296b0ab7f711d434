import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const mark = 'translation: '

/** What names a bank in one text: banks, and a translation laid over them, a line each. One bank alone is its own name. */
export function referenceTo(banks: readonly string[], translation: string | undefined): string {
  return [...banks, ...(translation === undefined ? [] : [`${mark}${translation}`])].join('\n')
}

/** The way back from `referenceTo`. */
export function partsOf(reference: string): {
  readonly banks: readonly string[]
  readonly translation: string | undefined
} {
  const lines = reference.split('\n')
  return {
    banks: lines.filter(line => !line.startsWith(mark)),
    translation: lines.find(line => line.startsWith(mark))?.slice(mark.length),
  }
}

/** A path as it can be opened from any folder; the id of what is bundled as it is. */
export function lasting(reference: string): string {
  const whole = (path: string) => (existsSync(path) ? resolve(path) : path)
  const { banks, translation } = partsOf(reference)
  return referenceTo(banks.map(whole), translation && whole(translation))
}
