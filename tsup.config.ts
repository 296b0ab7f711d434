import { readdirSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import { parse } from 'yaml'
import { bankLoader } from './test/bank-plugin.js'
import { cssLoader } from './test/css-plugin.js'

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }

/** Modules that hold a bank: they take in its YAML. The others stay file by file, so that apps leave out what they don't use. */
const banks = Object.fromEntries(
  filesIn('src/questions', '.ts')
    .filter(file => !/\.(test|d)\.ts$/.test(file))
    .map(file => [`questions/${file.slice(0, -3)}`, `src/questions/${file}`]),
)

const formats: readonly Options[] = [
  { format: 'esm', outDir: 'dist/esm' },
  { format: 'cjs', outDir: 'dist/cjs', outExtension: () => ({ js: '.js' }) },
]

export default defineConfig([
  ...formats.map(format => ({
    ...format,
    entry: ['src/**/*.ts', '!src/**/*.{test,d}.ts', '!src/{cli,element,questions}/**'],
    target: 'es2022',
    bundle: false,
    async onSuccess() {
      await mkdir('dist/cjs', { recursive: true })
      await writeFile('dist/cjs/package.json', '{ "type": "commonjs" }\n')
      await Promise.all(filesIn('questions', '.yaml').map(writeData))
      for (const schema of ['bank.schema.json', 'module.schema.json'])
        await copyFile(`questions/${schema}`, `dist/questions/${schema}`)
      await mkdir('dist/ui', { recursive: true })
      await copyFile('src/ui/quiz.css', 'dist/ui/quiz.css')
      await copyFile('src/ui/module/module.css', 'dist/ui/module.css')
    },
  })),
  ...formats.map(format => ({ ...format, entry: banks, target: 'es2022', esbuildPlugins: [bankLoader] })),
  {
    // The element comes whole, for pages without a build; what few pages need is loaded when they do.
    entry: { 'quiz-wright': 'src/element/index.ts' },
    format: 'esm',
    outDir: 'dist/element',
    clean: true,
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    minify: true,
    noExternal: [/.*/],
    esbuildOptions(options) {
      options.alias = { yaml: './node_modules/yaml/browser/index.js' }
    },
    esbuildPlugins: [cssLoader, bankLoader],
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

/** A bank or a module as JSON, for those who don't use JavaScript. What is neither is left out. */
async function writeData(file: string): Promise<void> {
  const data: unknown = parse(await readFile(join('questions', file), 'utf8'))
  if (typeof data !== 'object' || data === null || !('questions' in data || 'lessons' in data)) return
  const target = join('dist/questions', dirname(file), `${basename(file, '.yaml')}.json`)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, `${JSON.stringify(data, null, 2)}\n`)
}
