import { readdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { positions } from '../../src/questions/index.js'
import { type Consumer, createConsumer, packTarball, toolPath, typesFolder } from './consumer.js'

/** Plays a quiz to the end through whatever the package exports, and prints the score. */
const play = `
const quiz = createQuiz(positions, { rules: 'exam', seed: 7 })
quiz.start()
for (const { id } of quiz.getOverview()) {
  quiz.goTo(id)
  const { type, choices } = quiz.getView().question
  if (type === 'single-choice') quiz.respond(choices[0].id)
}
quiz.finish()
quiz.handIn()
const saved = createQuiz(positions, { restore: JSON.parse(JSON.stringify(quiz.save())) })
if (saved.getResult().score.raw !== quiz.getResult().score.raw) throw new Error('restored otherwise')
const { bank, issues } = parseBank('id: own\\ntitle: Own\\nquestions:\\n  - { id: q, type: true-false, stem: Is it?, key: true }')
const scored = scoreResponse(bank.questions[0], true)
// Without ts-fsrs, which spaced repetition alone needs.
const tested = createQuiz(positions, { rules: 'checkpoint', select: adaptive({ stop: { length: 3 } }) })
tested.start()
if (tested.getView().phase !== 'answering') throw new Error('drew nothing')
tested.stop()
const way = createModule(natoRoadMap, { banks: natoRoadMapBanks, seed: 1 })
if (connectModule(way.getView(), sendToModule(way), domProps).phase !== 'overview') throw new Error('no overview')
if (!way.startPreTest() || !way.getQuiz().start()) throw new Error('no pre-test')
if (parseModule(natoRoadMap).issues.length > 0) throw new Error('the module is broken')
if (masteryOf([], natoRoadMap.mastery).mastered) throw new Error('mastered without a question')
way.stop()
const there = ['gift', 'moodle-xml', 'csv'].map(format => importBank(exportBank(bank, format).content, { format }).bank.questions[0].stem)
console.log(JSON.stringify({ raw: quiz.getResult().score.raw, issues: issues.length, there, told: lintBank(bank).length, scored: scored.score.raw, why: explainScore(scored).title }))
quiz.stop()
`
const names = [
  ['quizwright', 'createQuiz, scoreResponse'],
  ['quizwright/questions', 'positions'],
  ['quizwright/bank', 'parseBank'],
  ['quizwright/results', 'explainScore'],
  ['quizwright/formats', 'exportBank, importBank'],
  ['quizwright/lint', 'lintBank'],
  ['quizwright/schedule', 'adaptive'],
  ['quizwright/module', 'createModule'],
  ['quizwright/module/parse', 'parseModule'],
  ['quizwright/mastery', 'masteryOf'],
  ['quizwright/ui', 'connectModule, domProps, sendToModule'],
  ['quizwright/questions/nato-ukraine/module', 'natoRoadMap, natoRoadMapBanks'],
] as const
const imports = names.map(([door, name]) => `import { ${name} } from '${door}'`).join('\n')
const requires = names.map(([door, name]) => `const { ${name} } = require('${door}')`).join('\n')

let consumer: Consumer
beforeAll(async () => {
  consumer = await createConsumer()
})
afterAll(() => consumer.remove())

describe('the packed package', () => {
  it('plays under Node as ES modules and as CommonJS, alike', async () => {
    await consumer.write({ 'play.mjs': imports + play, 'play.cjs': requires + play })
    const [esm, cjs] = await Promise.all(['play.mjs', 'play.cjs'].map(file => consumer.run('node', file)))
    expect(cjs).toBe(esm)
    expect(JSON.parse(esm ?? '')).toMatchObject({
      issues: 0,
      scored: 1,
      why: 'Why 1 of 1?',
      there: ['Is it?', 'Is it?', 'Is it?'],
    })
  })

  it.each(['20', '22', '24'])('plays under Node %s', async version => {
    await consumer.write({ 'play.mjs': imports + play, 'play.cjs': requires + play })
    for (const file of ['play.mjs', 'play.cjs']) {
      const printed = await consumer.run(
        'npm',
        'exec',
        '--yes',
        '--prefer-offline',
        `--package=node@${version}`,
        '--',
        'node',
        '-e',
        `
        if (!process.version.startsWith('v${version}.')) throw new Error(process.version)
        import(require('node:path').resolve('${file}'))`,
      )
      expect(JSON.parse(printed)).toMatchObject({ issues: 0, scored: 1 })
    }
  })

  it.each([
    ['node16', 'module', 'app.mts'],
    ['node16', 'commonjs', 'app.cts'],
    ['bundler', 'module', 'app.ts'],
  ])('has types under %s resolution, %s', async (resolution, type, file) => {
    const app = `${imports}
import type { QuizView, Bank } from 'quizwright'
import { defineQuiz as define } from 'quizwright/quiz'
import { builtInInteractions } from 'quizwright/interactions'
import { positions as alone } from 'quizwright/questions/nato-ukraine/positions'
const bank: Bank = alone
const quiz = createQuiz(bank, { rules: { preset: 'practice', maxTries: 2 } })
const view: QuizView = quiz.getView()
if (view.phase === 'feedback') view.review?.outcome satisfies string | null | undefined
// @ts-expect-error a view has no key
view.key
define(positions, { interactions: builtInInteractions })
parseBank('').issues satisfies readonly { readonly message: string }[]
explainScore(scoreResponse(positions.questions[0]!, 'a')).steps satisfies readonly string[]
importBank(exportBank(positions, 'gift').content).report satisfies readonly { readonly fate: string }[]
lintBank(positions) satisfies readonly { readonly code: string }[]
`
    const module = resolution === 'bundler' ? 'esnext' : 'node16'
    await consumer.write({
      [`${type}-${resolution}/${file}`]: app,
      [`${type}-${resolution}/package.json`]: JSON.stringify({ type }),
      [`${type}-${resolution}/tsconfig.json`]: JSON.stringify({
        compilerOptions: {
          strict: true,
          skipLibCheck: false,
          noEmit: true,
          module,
          moduleResolution: resolution,
          target: 'es2022',
          lib: ['es2022', 'dom'],
          types: [],
        },
        files: [file],
      }),
    })
    await consumer.run(toolPath('tsc'), '-p', `${type}-${resolution}`)
  })

  it('does what the README shows', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
    const examples = [...readme.matchAll(/```(?:ts|yaml)\n(?:\/\/|#) (\S+)\n([\s\S]*?)```/g)]
    const files = Object.fromEntries(examples.map(([, name = '', text = '']) => [name, text]))
    const sources = Object.keys(files).filter(name => name.endsWith('.ts'))
    await consumer.write({
      ...files,
      'package.json': JSON.stringify({ private: true, type: 'module' }),
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'node16',
          target: 'es2022',
          typeRoots: [typesFolder],
          types: ['node'],
        },
        files: sources,
      }),
    })
    await consumer.run(toolPath('tsc'), '-p', '.')
    const [app, extend, kind] = await Promise.all(
      sources.map(name => consumer.run('node', name.replace('.ts', '.js'))),
    )
    expect(app).toMatch(/^1\. When the article appeared[\s\S]+correct[\s\S]+2\. /)
    expect(extend).toBe(`${positions.questions.length + 1}\n`)
    expect(kind).toBe('{ raw: 1, max: 1 }\n')
    const answers = JSON.stringify({ longest: 'danube' })
    await consumer.write({ 'answers.json': answers })
    const play = ['quizwright', 'play', 'rivers.yaml', '--answers', 'answers.json', '--json']
    expect(JSON.parse(await consumer.run('npx', ...play))).toMatchObject({ score: { raw: 1, max: 1 } })
  })

  it('tests adaptively without ts-fsrs, and spaces reviews where it is installed', async () => {
    const peer = join(consumer.folder, 'node_modules/ts-fsrs')
    await consumer.write({
      'adaptive.mjs': `
import { createQuiz } from 'quizwright'
import { positions } from 'quizwright/questions'
import { adaptive } from 'quizwright/schedule'
const quiz = createQuiz(positions, { rules: 'checkpoint', select: adaptive({ stop: { length: 3 } }) })
quiz.start()
console.log(quiz.getView().phase)`,
      'spaced.cjs': `
const { createReview, forecast, newReviews } = require('quizwright/schedule/spaced')
const state = createReview()(newReviews, { question: 'q', rating: 'Again', at: 0 })
console.log(forecast(state, { at: 0, days: 2 }).map(day => day.due).join())`,
    })
    expect(await consumer.run('node', 'adaptive.mjs')).toBe('answering\n')
    await expect(consumer.run('node', 'spaced.cjs')).rejects.toThrow(/Cannot find module 'ts-fsrs'/)
    await symlink(new URL('../../node_modules/ts-fsrs', import.meta.url), peer)
    expect(await consumer.run('node', 'spaced.cjs')).toBe('0,1\n')
    await rm(peer)
  })

  it('builds with Vite', async () => {
    await consumer.write({
      'index.html': '<!doctype html><title>Quiz</title><script type="module" src="/app.js"></script>',
      'app.js': `import { createQuiz } from 'quizwright'\nimport { positions } from 'quizwright/questions'\ndocument.title = createQuiz(positions).getView().phase`,
    })
    expect(await consumer.run(toolPath('vite'), 'build')).toMatch(/built in/)
  })

  it('holds what users need and nothing else', async () => {
    const files = (await consumer.run('tar', '-tf', await packTarball())).trim().split('\n')
    const kinds = new Set(
      files.map(file =>
        file
          .replace(/^package\//, '')
          .replace(/^(docs(?:\/examples)?|dist\/\w+)\/.*?(\.d\.ts|\.\w+)$/, '$1/*$2'),
      ),
    )
    expect([...kinds].sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist/cjs/*.d.ts',
      'dist/cjs/*.js',
      'dist/cjs/*.json',
      'dist/cli/*.mjs',
      'dist/element/*.js',
      'dist/esm/*.d.ts',
      'dist/esm/*.js',
      'dist/questions/*.json',
      'dist/ui/*.css',
      'docs/*.md',
      'docs/examples/*.svg',
      'docs/examples/*.yaml',
      'package.json',
    ])
    expect(files.filter(file => /\.test\.|\.txt$|fixture/.test(file))).toEqual([])
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
    const pages = [...readme.matchAll(/\]\((docs\/[^)#]+\.(?:md|yaml))/g)].map(
      ([, page]) => `package/${page}`,
    )
    expect(pages.length).toBeGreaterThan(10)
    expect(pages.filter(page => !files.includes(page))).toEqual([])
  })

  it('leads editors from its examples to its schemas', async () => {
    const examples = join(consumer.folder, 'node_modules/quizwright/docs/examples')
    const files = (await readdir(examples)).filter(file => file.endsWith('.yaml'))
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const [, path = ''] =
        /^# yaml-language-server: \$schema=(.+)\n/.exec(await readFile(join(examples, file), 'utf8')) ?? []
      expect(JSON.parse(await readFile(join(examples, path), 'utf8')), file).toHaveProperty('$schema')
    }
  })

  it('runs its command', async () => {
    const banks = JSON.parse(await consumer.run('npx', 'quizwright', 'list', '--json'))
    expect(banks).toContainEqual(expect.objectContaining({ id: 'positions', topic: 'nato-ukraine' }))
    expect(await consumer.run('npx', 'quizwright', '--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('has its banks as JSON', async () => {
    await consumer.write({
      'read.cjs': `console.log(require('quizwright/questions/nato-ukraine/positions.json').id)`,
    })
    expect(await consumer.run('node', 'read.cjs')).toBe('positions\n')
  })
})

/** What an app pays in bytes, minified and gzipped; measured figures are in docs/benchmarks.md. */
const budgets = [
  [
    'createQuiz with every kind, XState with it',
    `export { createQuiz } from 'quizwright'`,
    38_000,
    ['zod', 'yaml'],
  ],
  [
    'the engine without kinds, XState with it',
    `export { createQuiz } from 'quizwright/quiz'`,
    29_000,
    ['zod', 'yaml'],
  ],
  ['scoring alone', `export { scoreResponse } from 'quizwright'`, 12_000, ['zod', 'yaml', 'xstate']],
  [
    'types of definitions alone',
    `export { defineBank, mergeBanks } from 'quizwright/bank'`,
    3_000,
    ['zod', 'yaml', 'xstate'],
  ],
] as const

describe('the size of', () => {
  it.each(budgets)('%s', async (_, contents, budget, without) => {
    const { outputFiles, metafile } = await build({
      stdin: { contents, resolveDir: consumer.folder },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      metafile: true,
    })
    const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    )
    for (const name of without)
      expect(used.filter(file => file.includes(`node_modules/${name}/`))).toEqual([])
    expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(budget)
  })
})
