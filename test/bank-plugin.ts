import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import { parse } from 'yaml'

/** A bank's YAML as a module that holds the data it stands for, so that nothing reads YAML at run time. */
async function compileBank(file: string): Promise<string> {
  return `export const bank = ${JSON.stringify(parse(await readFile(file, 'utf8')))}`
}

/** For Vite and Vitest. */
export function bankPlugin() {
  return {
    name: 'quizwright-bank',
    load: async (id: string) => (id.endsWith('.yaml') ? compileBank(id) : null),
  }
}

/** For esbuild and tsup. */
export const bankLoader: Plugin = {
  name: 'quizwright-bank',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({ contents: await compileBank(path) }))
  },
}
