import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const sources = filesIn('src').filter(file => !file.endsWith('.test.ts'))
const tests = [...filesIn('src'), ...filesIn('test')].filter(file => file.endsWith('.test.ts'))

/** Which rooms a room may import from, beside itself. */
const allowed: { readonly [room: string]: readonly string[] } = {
  question: [],
  text: [],
  marking: ['question', 'text'],
  draw: ['question'],
  interactions: ['question', 'text', 'marking'],
  bank: ['question', 'text', 'marking', 'interactions'],
  quiz: ['question', 'marking', 'draw'],
  questions: ['question', 'interactions', 'module'],
  results: ['question', 'marking', 'quiz'],
  lint: ['question', 'text', 'marking', 'interactions', 'bank'],
  mastery: ['question', 'quiz'],
  module: ['question', 'text', 'draw', 'interactions', 'bank', 'quiz', 'mastery'],
  schedule: ['question', 'marking', 'draw', 'quiz', 'mastery'],
  formats: ['question', 'marking', 'interactions', 'bank'],
  ui: ['question', 'interactions', 'quiz', 'results', 'module'],
  element: ['index', 'interactions', 'bank', 'results', 'ui', 'module', 'questions'],
  cli: [
    'index',
    'quiz',
    'interactions',
    'bank',
    'questions',
    'module',
    'results',
    'formats',
    'lint',
    'schedule',
  ],
  index: ['question', 'marking', 'interactions', 'quiz'],
}

/** The room of a file; each kind of question is one. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/')
  if (first.endsWith('.ts')) return 'index'
  return first === 'interactions' && !second.endsWith('.ts') ? `interactions/${second}` : first
}

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const imports: readonly Import[] = sources.flatMap(from =>
  [
    ...read(from).matchAll(/(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g),
  ].flatMap(([, type, target, lazy]) => {
    const path = target ?? lazy
    if (path === undefined || /\.(?:yaml|css)$/.test(path)) return []
    return [
      {
        from,
        to: normalize(join(dirname(from), path.replace(/\.js$/, '.ts'))),
        typeOnly: type !== undefined,
      },
    ]
  }),
)

const isSchema = (file: string) => /(?:^|[/.])(?:schema|check|words)\.ts$/.test(file)
const show = ({ from, to }: Import) => `${from} → ${to}`

describe('the rooms of the house', () => {
  it('are all looked at', () => {
    expect(imports.length).toBeGreaterThan(200)
    expect([...new Set(sources.map(file => roomOf(file).split('/')[0] ?? ''))].sort()).toEqual(
      Object.keys(allowed).sort(),
    )
  })

  it('import only where the arrows allow', () => {
    const broken = imports.filter(({ from, to }) => {
      const [here, there] = [roomOf(from), roomOf(to)]
      if (here === there || there.startsWith(`${here}/`)) return false
      return !(allowed[here.split('/')[0] ?? ''] ?? []).includes(there.split('/')[0] ?? '')
    })
    expect(broken.map(show)).toEqual([])
  })

  it('keep kinds of question apart from one another', () => {
    const broken = imports.filter(({ from, to }) => {
      const [here, there] = [roomOf(from), roomOf(to)]
      return here.startsWith('interactions/') && there.startsWith('interactions') && here !== there
    })
    expect(broken.map(show)).toEqual([])
  })

  it('are entered by their doors', () => {
    const broken = imports.filter(({ from, to }) => {
      if (roomOf(from) === roomOf(to) || to.endsWith('/index.ts') || to === 'src/index.ts') return false
      return !isSchema(to) || !(isSchema(from) || from.startsWith('src/bank/') || from.endsWith('schema.ts'))
        ? !imports.some(one => one.from === from && one.to === to && one.typeOnly && isSchema(to))
        : false
    })
    expect(broken.filter(({ to }) => roomOf(to) !== 'questions').map(show)).toEqual([])
  })

  it('load no zod where a quiz is played', () => {
    const reached = new Set<string>()
    const visit = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) visit(to)
    }
    for (const door of [
      'src/index.ts',
      'src/quiz/index.ts',
      'src/interactions/index.ts',
      'src/results/index.ts',
      'src/mastery/index.ts',
      'src/module/index.ts',
      'src/schedule/index.ts',
    ])
      visit(door)
    const zod = [...reached].filter(file => /import (?!type)[^;]*? from '(zod|yaml)/.test(read(file)))
    expect(zod).toEqual([])
  })

  it('know no kind of question by name, but for the kinds', () => {
    const names = readdirSync(join(root, 'src/interactions'), { withFileTypes: true }).filter(entry =>
      entry.isDirectory(),
    )
    const quoted = new RegExp(`'(?:${names.map(({ name }) => name).join('|')})'`)
    const telling = sources.filter(
      file =>
        /^src\/(question|marking|draw|quiz|bank|results)\//.test(file) &&
        quoted.test(read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    )
    expect(telling).toEqual([])
  })
})

describe('the files', () => {
  const all = [...sources, ...tests]
  it.each<[string, (file: string) => boolean]>([
    [
      'have names that say something',
      file => /(?:^|\/)(?:types|utils?|helpers?|constants|misc|common)\.ts$/.test(file),
    ],
    ['have no default exports', file => file.startsWith('src') && /^export default/m.test(read(file))],
    ['leave nothing for later', file => /\b(?:TO\x44O|FIX\x4dE|X\x58X)\b/.test(read(file))],
    [
      'skip no test',
      file => tests.includes(file) && /\b(?:it|describe)\.(?:skip|only|todo)\(/.test(read(file)),
    ],
    ['are short enough to read', file => sources.includes(file) && read(file).split('\n').length > 251],
  ])('%s', (_, isBroken) => {
    expect(all.filter(isBroken)).toEqual([])
  })

  it('use only what docs/dependencies.md tells of', () => {
    const page = read('docs/dependencies.md')
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
      name => !page.includes(`\`${name}\``),
    )
    expect(missing).toEqual([])
  })
})
