import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bankLoader } from '../bank-plugin.js'
import type { BenchRow } from './compare.js'

/** In bytes, minified and gzipped. */
const goal = 22_000

const apps: readonly (readonly [name: string, code: string, limit: number | null])[] = [
  ['an app with createQuiz and every kind, without a bank', `export { createQuiz } from './src/index.ts'`, 1],
  ['the engine without kinds', `export { createQuiz } from './src/quiz/index.ts'`, null],
  ['scoring alone', `export { scoreResponse } from './src/index.ts'`, null],
  [
    'XState as the engine uses it',
    `export { and, assign, createActor, fromCallback, initialTransition, or, sendTo, setup, transition } from 'xstate'`,
    null,
  ],
  [
    'an app with createQuiz and a compiled bank',
    `import { createQuiz } from './src/index.ts'\nimport { positions } from './src/questions/nato-ukraine/positions.ts'\nconsole.log(createQuiz(positions))`,
    null,
  ],
  ['survey-core', `export { Model } from 'survey-core'`, null],
]

/** Sizes of bundles, as shares of the goal. */
export async function run(): Promise<readonly BenchRow[]> {
  return Promise.all(
    apps.map(async ([name, contents, limit]) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: process.cwd() },
        bundle: true,
        minify: true,
        format: 'esm',
        write: false,
        plugins: [bankLoader],
      })
      const code = outputFiles[0]?.contents ?? new Uint8Array()
      const size = gzipSync(code, { level: 9 }).length
      return {
        name: `${name}, against 22 kB`,
        ratio: size / goal,
        limit,
        note: `${size} bytes, ${code.length} before gzip`,
      }
    }),
  )
}
