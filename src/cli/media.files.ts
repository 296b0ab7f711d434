import { access, readdir } from 'node:fs/promises'
import { basename, dirname, join, normalize } from 'node:path'
import { didYouMean } from '../bank/index.js'
import type { Bank, Issue } from '../index.js'

interface Named {
  readonly src: string
  readonly path: Issue['path']
}

/** What stands as `src`, at any depth, and where. */
export function sourcesIn(value: unknown, path: Issue['path'] = []): readonly Named[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name]
    return name === 'src' && typeof inner === 'string' ? [{ src: inner, path: here }] : sourcesIn(inner, here)
  })
}

/** Where a file is that a bank names; null for what is not in the bank's folder or below it. */
export function placeBeside(file: string, src: string): string | null {
  const place = normalize(src)
  return /^(?:[a-z][\w+.-]*:|[\\/])/i.test(src) || place.startsWith('..') ? null : join(dirname(file), place)
}

/** The pictures, sounds and films that a bank names and that can't be found from its file. */
export async function missingFiles(file: string, { questions }: Bank): Promise<readonly Issue[]> {
  const faults = await Promise.all(
    sourcesIn(questions, ['questions']).map(async ({ src, path }): Promise<Issue[]> => {
      const message = await faultOf(file, src)
      return message === null ? [] : [{ code: 'no-such-file', severity: 'warning', path, message }]
    }),
  )
  return faults.flat()
}

async function faultOf(file: string, src: string): Promise<string | null> {
  if (/^[a-z]:|\\/i.test(src))
    return `'${src}' is found on one computer alone: name the file from the bank's folder, with / between folders.`
  const place = placeBeside(file, src)
  if (place === null) return null
  const isThere = await access(place).then(
    () => true,
    () => false,
  )
  if (isThere) return null
  const others = await readdir(dirname(place)).catch(() => [])
  return `There is no file '${src}', seen from the bank's folder.${didYouMean(basename(place), others)}`
}
