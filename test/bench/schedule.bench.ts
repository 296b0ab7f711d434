import { readFileSync, writeFileSync } from 'node:fs'
import { createRandom } from '../../src/draw/index.js'
import { createQuiz, defineQuiz, type Quiz } from '../../src/index.js'
import type { TrueFalseQuestion } from '../../src/interactions/index.js'
import { adaptive, type Candidate, chooseNext, weakSpots } from '../../src/schedule/index.js'
import { queueOf, type ReviewCard } from '../../src/schedule/spaced/index.js'
import { type BenchRow, compare, duration } from './compare.js'
import { simulateAdaptive, simulateReviews } from './simulations.js'

const learners = 1000

export async function run(): Promise<readonly BenchRow[]> {
  const { asked, askedAtRandom, bias, correlation } = simulateAdaptive(learners)
  const differing = simulateReviews(learners)
  const lines = [
    `| questions to a standard error of 0.3: adaptive, drawn by chance | ${asked.toFixed(1)}, ${askedAtRandom.toFixed(1)} (${Math.round((100 * asked) / askedAtRandom)} %) | at most 60 % |`,
    `| bias of the ability | ${bias.toFixed(3)} | within ±0.05 |`,
    `| correlation of the ability with the true one | ${correlation.toFixed(3)} | at least 0.9 |`,
    `| reviews of ${learners * 200} whose day differs from ts-fsrs’s own | ${differing} | none |`,
  ]
  writePage(lines)
  return [
    {
      name: 'adaptive questions to an error of 0.3, against random',
      ratio: asked / askedAtRandom,
      limit: 0.6,
      note: lines[0]?.split('|')[2]?.trim() ?? '',
    },
    ...(await choosing()),
    ...(await queueing()),
  ]
}

function writePage(lines: readonly string[]) {
  const page = 'docs/simulations.md'
  const table = ['| what | result | to reach |', '| --- | --- | --- |', ...lines].join('\n')
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(/(<!-- schedule -->)[\s\S]*?(<!-- end -->)/, `$1\n\n${table}\n\n$2`),
  )
}

async function choosing(): Promise<readonly BenchRow[]> {
  const random = createRandom('choosing')
  const candidates: readonly Candidate[] = Array.from({ length: 10_000 }, (_, index) => ({
    id: `q${index}`,
    objective: `o${index % 9}`,
    item: { a: 0.5 + random(), b: 4 * random() - 2, c: 0.2, d: 1 },
  }))
  const times = await compare({
    pass: () => candidates.reduce((sum, { item }) => sum + Math.exp(item.b), 0),
    choose: () => chooseNext(candidates, { ability: 0.3, seed: 1, asked: [] }),
  })
  const { pass = 1, choose = 1 } = times
  return [
    ...rowsFor('choosing from 10,000 questions', { took: choose, pass, passes: 5, most: 5 }),
    ...(await choosingInQuiz()),
  ]
}

/** The whole step of a quiz that draws one by one: the machine, the log, the ability and the choice. */
async function choosingInQuiz(): Promise<readonly BenchRow[]> {
  const random = createRandom('choosing in a quiz')
  const questions: readonly TrueFalseQuestion[] = Array.from({ length: 10_000 }, (_, index) => ({
    id: `q${index}`,
    type: 'true-false',
    stem: 'S',
    key: true,
    objective: `o${index % 9}`,
    irt: { a: 0.5 + random(), b: 4 * random() - 2, c: 0.2 },
  }))
  const objectives = Array.from({ length: 9 }, (_, index) => ({ id: `o${index}`, text: 'O' }))
  const bank = { id: 'b', title: 'B', objectives, questions }
  const pass = () => questions.reduce((sum, { id }) => sum + id.length, 0)
  const selectors = { adaptive: adaptive(), 'weak spots': weakSpots({ length: 1000 }) }
  const rows: BenchRow[] = []
  for (const [name, select] of Object.entries(selectors)) {
    const defined = defineQuiz(bank, { rules: 'checkpoint', select })
    const fresh = () => {
      const quiz = createQuiz(defined, { seed: 1 })
      quiz.start()
      for (let asked = 0; asked < 20; asked++) answer(quiz)
      return quiz
    }
    let quiz = fresh()
    const times = await compare({
      pass,
      step: () => {
        if (quiz.getView().progress.number > 40) quiz = fresh()
        answer(quiz)
      },
    })
    const { pass: one = 1, step = 1 } = times
    const what = `answering a question and choosing the next of 10,000, ${name}`
    rows.push(...rowsFor(what, { took: step, pass: one, passes: null, most: 5 }))
  }
  return rows
}

function answer(quiz: Quiz): void {
  quiz.respond(quiz.getView().progress.number % 3 > 0)
  quiz.submit()
  quiz.next()
}

interface Timed {
  /** Nanoseconds. */
  readonly took: number
  readonly pass: number
  /** Passes that it may take at most; null where that is only shown. */
  readonly passes: number | null
  /** Milliseconds that it may take at most. */
  readonly most: number
}

/** A row against a single pass over the same array, and one against the time that it may take. */
function rowsFor(what: string, { took, pass, passes, most }: Timed): readonly BenchRow[] {
  return [
    {
      name: `${what}, against a pass over them`,
      ratio: took / pass,
      limit: passes,
      note: `${duration(took)} to ${duration(pass)}`,
    },
    { name: `${what}, against ${most} ms`, ratio: took / (most * 1e6), limit: 1, note: duration(took) },
  ]
}

async function queueing(): Promise<readonly BenchRow[]> {
  const random = createRandom('queueing')
  const at = Date.UTC(2026, 0, 1)
  const ids = Array.from({ length: 100_000 }, (_, index) => `q${index}`)
  const card = (): ReviewCard => ({
    due: at + Math.floor((random() - 0.1) * 100) * 86_400_000,
    stability: 5,
    difficulty: 5,
    scheduled_days: 5,
    learning_steps: 0,
    reps: 3,
    lapses: 0,
    state: 'Review',
    last_review: at,
  })
  const cards = Object.fromEntries(ids.map(id => [id, card()]))
  const times = await compare({
    pass: () => ids.reduce((sum, id) => sum + (cards[id]?.due ?? 0), 0),
    queue: () => queueOf({ cards, log: [] }, ids, { at }),
  })
  const { pass = 1, queue = 1 } = times
  return rowsFor('the due queue of 100,000 cards', { took: queue, pass, passes: 5, most: 50 })
}
