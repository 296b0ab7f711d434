import { parseBank } from '../../src/bank/index.js'
import { positions } from '../../src/questions/index.js'
import type { BenchRow } from './compare.js'

const sizes = [
  { questions: 100, rounds: 200, limit: null },
  { questions: 10_000, rounds: 20, limit: null },
  { questions: 100_000, rounds: 7, limit: 1.5 },
]

/** From JSON text to a checked bank, against `JSON.parse` of the same text. */
export async function run(): Promise<readonly BenchRow[]> {
  return sizes.map(({ questions, rounds, limit }) => {
    const text = textOf(questions)
    const ratios: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const parse = () => JSON.parse(text).questions.length
      const load = () => parseBank(text).bank?.questions.length
      // Turn by turn, so that neither always finds the heap as the other left it.
      const [first, second] = round % 2 === 0 ? [parse, load] : [load, parse]
      const times = [time(first, questions), time(second, questions)] as const
      const [parsed, loaded] = round % 2 === 0 ? times : [times[1], times[0]]
      if (round > 0) ratios.push(loaded / parsed)
    }
    ratios.sort((one, other) => one - other)
    return { name: `load ${questions} questions`, ratio: ratios[rounds >> 1] ?? Number.NaN, limit }
  })
}

/** Questions of every kind, again and again, as text that the engine has no parsed copy of. */
function textOf(count: number): string {
  const questions = Array.from({ length: count }, (_, index) => ({
    ...positions.questions[index % positions.questions.length],
    id: `q${index}`,
  }))
  return Buffer.from(JSON.stringify({ ...positions, questions })).toString()
}

function time(load: () => number | undefined, expected: number): number {
  const start = performance.now()
  const found = load()
  const taken = performance.now() - start
  if (found !== expected) throw new Error(`Expected ${expected} questions, found ${found}.`)
  return taken
}
