import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** A path as it can be opened from any folder; the id of what is bundled as it is. */
export function lasting(reference: string): string {
  return existsSync(reference) ? resolve(reference) : reference
}

/** A numeral is a number, anything else a text. */
export function seedFrom(text: string): string | number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text
}
