import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The files that are named, where `*` in a name stands for any of its folder: on Windows no shell puts them in its place. */
export async function filesNamed(names: readonly string[]): Promise<readonly string[]> {
  const found = names.map(async name => {
    if (!basename(name).includes('*') || existsSync(name)) return [name]
    const entries = await readdir(dirname(name)).catch(() => [])
    const files = entries.filter(entry => !entry.startsWith('.') && fits(basename(name), entry)).sort()
    return files.length > 0 ? files.map(file => join(dirname(name), file)) : [name]
  })
  return (await Promise.all(found)).flat()
}

function fits(pattern: string, name: string): boolean {
  const expression = pattern.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${expression}$`).test(name)
}
