import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** Lets a build or a test import a bank's YAML as the data that it stands for. */
export function bankPlugin() {
  return {
    name: 'quizwright-bank',
    async load(id: string) {
      if (!id.endsWith('.yaml')) return null
      return `export const bank = ${JSON.stringify(parse(await readFile(id, 'utf8')))}`
    },
  }
}
