import { bank as positions } from '../../questions/nato-ukraine/positions.yaml'
import { playAtTerminal } from '../../src/cli/terminal/index.js'
import type { Bank } from '../../src/question/index.js'
import type { RulesInput } from '../../src/quiz/index.js'

/** What a test asks for: the first argument, as JSON. */
export interface PlayRequest {
  /** Ids of the questions to ask, all when left out. */
  readonly ask?: readonly string[]
  /** Leaves the bank to be chosen. */
  readonly choose?: boolean
  readonly rules?: RulesInput
  readonly seed?: number
}

const { ask, choose, rules, seed }: PlayRequest = JSON.parse(process.argv[2] ?? '{}')
const bundled = positions as Bank
const asked: Bank = ask
  ? { ...bundled, questions: bundled.questions.filter(({ id }) => ask.includes(id)) }
  : bundled

process.exitCode = await playAtTerminal({
  shelf: [
    { reference: 'positions', title: bundled.title, questions: asked.questions.length, minutes: 20 },
    { reference: 'elsewhere.yaml', title: 'Elsewhere', questions: 1 },
  ],
  open: async () => asked,
  bank: choose ? undefined : { reference: 'positions', bank: asked },
  rules,
  seed,
})
