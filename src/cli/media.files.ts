import { access, readdir } from 'node:fs/promises'
import { basename, dirname, join, normalize } from 'node:path'
import { didYouMean } from '../bank/index.js'
import type { Bank, Issue } from '../index.js'

interface Named {
  readonly src: string
  readonly path: Issue['path']
}

/** The `src` of each picture, sound and film, at any depth, and where it stands. */
export function sourcesIn(value: unknown, path: Issue['path'] = []): readonly Named[] {
  if (typeof value !== 'object' || value === null) return []
  const isMedia = path.findLast(step => typeof step === 'string') === 'media'
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name]
    return isMedia && name === 'src' && typeof inner === 'string'
      ? [{ src: inner, path: here }]
      : sourcesIn(inner, here)
  })
}

/** The file in the bank's folder or below it that a bank names; null where there is none. */
export async function fileBeside(file: string, src: string): Promise<string | null> {
  for (const path of pathsOf(src)) {
    const place = join(dirname(file), path)
    const isThere = await access(place).then(
      () => true,
      () => false,
    )
    if (isThere) return place
  }
  return null
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
  if (isAddress(src)) return null
  if (/^[a-z]:|\\/i.test(src))
    return `'${src}' is found on one computer alone: name the file from the bank's folder, with / between folders.`
  const [path] = pathsOf(src)
  if (path === undefined || (await fileBeside(file, src)) !== null) return null
  const others = await readdir(join(dirname(file), dirname(path))).catch(() => [])
  return `There is no file '${src}', seen from the bank's folder.${didYouMean(basename(path), others)}`
}

/** Longer than the letter of a drive. */
const isAddress = (src: string) => /^[a-z][\w+.-]+:/i.test(src)

/** From the bank's folder, as it stands and as a browser reads it; none for what is not in that folder or below it. */
function pathsOf(src: string): readonly string[] {
  if (isAddress(src) || /^(?:[a-z]:|[\\/])/i.test(src)) return []
  return [src, asBrowsersRead(src)].map(normalize).filter(path => !path.startsWith('..'))
}

function asBrowsersRead(src: string): string {
  const path = src.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
