import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Quiz } from '../../src/index.js'

const root = new URL('../../', import.meta.url).pathname
const page = (name: string) => readFile(join(root, 'docs', name), 'utf8')

/** The examples of a page, as one would copy them. */
async function examplesIn(name: string): Promise<readonly string[]> {
  return [...(await page(name)).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quizwright-docs-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs an example against the sources, with what it takes for granted before it. Gives what it declares. */
async function runExample(
  code: string,
  before: string,
  gives: string,
): Promise<{ readonly [name: string]: unknown }> {
  const file = join(folder, `example-${Math.random().toString(36).slice(2)}.ts`)
  const hoisted = code.match(/^import .*$/gm) ?? []
  const rest = code.replace(/^import .*$/gm, '')
  const sources = hoisted
    .join('\n')
    .replace(/'quizwright\/questions\/([^']+)'/g, `'${root}src/questions/$1.ts'`)
    .replace(/'quizwright\/([^']+)'/g, `'${root}src/$1/index.ts'`)
    .replace(/'quizwright'/g, `'${root}src/index.ts'`)
  await writeFile(file, `${sources}\n${before}\n${rest}\nexport { ${gives} }\n`)
  return import(file)
}

const bank = `import { positions as bank } from '${root}src/questions/index.ts'`
const createQuiz = `import { createQuiz } from '${root}src/index.ts'`

function playRight(quiz: Quiz): readonly string[] {
  const asked: string[] = []
  quiz.start()
  for (let view = quiz.getView(); view.phase !== 'finished'; view = quiz.getView())
    if (view.phase === 'answering') {
      if (!asked.includes(view.question.id)) asked.push(view.question.id)
      quiz.showSolution()
      if (quiz.getView().phase === 'answering' && !quiz.skip() && !quiz.submit() && !quiz.next()) break
    } else if (!quiz.next() && !quiz.finish() && !quiz.handIn()) break
  return asked
}

it('tests adaptively as the page says', async () => {
  const [example = ''] = await examplesIn('schedule.md')
  const { quiz } = await runExample(example, bank, 'quiz')
  ;(quiz as Quiz).start()
  expect((quiz as Quiz).getView()).toMatchObject({ phase: 'answering' })
})

it('practises weak spots as the page says, and no question twice in a row', async () => {
  const [, example = ''] = await examplesIn('schedule.md')
  const { quiz } = await runExample(example, `${bank}\n${createQuiz}\nconst evidence = []`, 'quiz')
  const asked = playRight(quiz as Quiz)
  expect(asked).toHaveLength(10)
  expect(new Set(asked).size).toBe(10)
})

it('spaces reviews as the page says', async () => {
  const [, , example = ''] = await examplesIn('schedule.md')
  const play = `function play(quiz) { quiz.start(); quiz.showSolution(); quiz.finish(); quiz.handIn() }`
  const { quiz, reviews, load } = await runExample(
    example
      .replace('// … once it is finished:', 'play(quiz)')
      .replace('forecast(reviews', 'const load = forecast(reviews'),
    `${bank}\n${createQuiz}\n${play}`,
    'quiz, reviews, load',
  )
  expect((quiz as Quiz).getView().phase).toBe('finished')
  expect(Object.keys((reviews as { cards: object }).cards)).toHaveLength(10)
  expect((load as readonly { due: number }[]).reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(0)
})

it('runs a module as the page says', async () => {
  const [example = ''] = await examplesIn('modules.md')
  const { way, quiz, saved } = await runExample(example, 'const render = () => {}', 'way, quiz, saved')
  expect((quiz as Quiz).getView().phase).toBe('answering')
  expect(JSON.parse(saved as string)).toMatchObject({ version: 1, quiz: { version: 1 } })
  expect((way as { getView(): { phase: string } }).getView().phase).toBe('quiz')
})
