import { readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import { parse } from 'yaml'
import { bankLoader } from './test/bank-plugin.js'

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }

/** What the package exports: subpath → module. */
const doors = {
  index: 'src/index.ts',
  'quiz/index': 'src/quiz/index.ts',
  'interactions/index': 'src/interactions/index.ts',
  'bank/index': 'src/bank/index.ts',
  'results/index': 'src/results/index.ts',
  'questions/index': 'src/questions/index.ts',
  ...Object.fromEntries(
    filesIn('src/questions', '.ts')
      .filter(file => dirname(file) !== '.' && !file.endsWith('.test.ts'))
      .map(file => [`questions/${file.slice(0, -3)}`, `src/questions/${file}`]),
  ),
}

const library: Options = { target: 'es2022', esbuildPlugins: [bankLoader] }
const commonJs: Options = {
  ...library,
  format: 'cjs',
  outDir: 'dist/cjs',
  outExtension: () => ({ js: '.js' }),
}

export default defineConfig([
  {
    ...library,
    entry: doors,
    format: 'esm',
    outDir: 'dist/esm',
    splitting: true,
    async onSuccess() {
      await Promise.all(filesIn('questions', '.yaml').map(writeBank))
    },
  },
  // File by file, so that all doors share one copy of what they have in common.
  {
    ...commonJs,
    entry: ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.d.ts', '!src/{cli,questions}/**'],
    bundle: false,
    async onSuccess() {
      await writeFile('dist/cjs/package.json', '{ "type": "commonjs" }\n')
    },
  },
  {
    ...commonJs,
    entry: Object.fromEntries(Object.entries(doors).filter(([name]) => name.startsWith('questions/'))),
  },
  {
    entry: { quizwright: 'src/cli/index.ts' },
    format: 'esm',
    outDir: 'dist/cli',
    outExtension: () => ({ js: '.mjs' }),
    target: 'node20',
    platform: 'node',
    splitting: true,
    minify: true,
    noExternal: [/.*/],
    define: { VERSION: JSON.stringify(version) },
    // For Node, yaml offers CommonJS alone, which can't be part of ES modules.
    esbuildOptions(options) {
      options.alias = { yaml: './node_modules/yaml/browser/index.js' }
    },
    esbuildPlugins: [bankLoader],
  },
])

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith(ending))
}

/** The bank as JSON, for those who don't use JavaScript. What is no bank is left out. */
async function writeBank(file: string): Promise<void> {
  const data: unknown = parse(await readFile(join('questions', file), 'utf8'))
  if (typeof data !== 'object' || data === null || !('questions' in data)) return
  const target = join('dist/questions', dirname(file), `${basename(file, '.yaml')}.json`)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, `${JSON.stringify(data, null, 2)}\n`)
}
