import type { Issue } from '../index.js'
import { safeLine } from './plain-text.js'
import { nameOf } from './read-text.js'

/** The errors in a file as compilers write them, so that editors and people find the place. */
export function errorLines(file: string, issues: readonly Issue[]): readonly string[] {
  const errors = issues.filter(({ severity }) => severity === 'error')
  return errors.map(({ line, column, message, path }) => {
    const where = line === undefined ? nameOf(file) : `${nameOf(file)}:${line}:${column ?? 1}`
    return safeLine(`${where}: ${message}${path.length > 0 ? ` (${path.join('.')})` : ''}`)
  })
}
