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

const library: Options = {
  entry: doors,
  target: 'es2022',
  splitting: true,
  treeshake: true,
  esbuildPlugins: [bankLoader],
}

export default defineConfig([
  {
    ...library,
    format: 'esm',
    outDir: 'dist/esm',
    async onSuccess() {
      await Promise.all(filesIn('questions', '.yaml').map(writeBank))
    },
  },
  {
    ...library,
    format: 'cjs',
    outDir: 'dist/cjs',
    outExtension: () => ({ js: '.js' }),
    async onSuccess() {
      await writeFile('dist/cjs/package.json', '{ "type": "commonjs" }\n')
    },
  },
  {
    entry: { quizwright: 'src/cli/index.ts' },
    format: 'cjs',
    outDir: 'dist/cli',
    outExtension: () => ({ js: '.cjs' }),
    target: 'node20',
    platform: 'node',
    splitting: true,
    minify: true,
    noExternal: [/.*/],
    define: { VERSION: JSON.stringify(version) },
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
