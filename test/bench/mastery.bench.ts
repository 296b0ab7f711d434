import { createRandom, type Random } from '../../src/draw/index.js'
import { type KnowledgeParameters, traceStep } from '../../src/mastery/index.js'
import type { BenchRow } from './compare.js'

/** Parameters as they are found in the literature: few who know it at first, some, and half. */
const settings: readonly KnowledgeParameters[] = [
  { init: 0.2, learn: 0.15, guess: 0.2, slip: 0.05 },
  { init: 0.4, learn: 0.1, guess: 0.25, slip: 0.1 },
  { init: 0.5, learn: 0.05, guess: 0.3, slip: 0.2 },
]
const learners = 1000
const responses = 20

/** One moment of a simulated learner: the chance that was told, and what is so. */
interface Moment {
  readonly told: number
  readonly knows: boolean
  readonly last: boolean
}

/** What knowledge tracing tells of simulated learners, whose state of knowledge is known. The seed makes it repeatable. */
export async function run(): Promise<readonly BenchRow[]> {
  return settings.flatMap((parameters, index) => {
    const random = createRandom('knowledge', index)
    const moments = Array.from({ length: learners }, () => simulate(parameters, random)).flat()
    const mastered = moments.filter(({ told }) => told >= 0.95)
    const atEnd = moments.filter(({ last }) => last)
    const name = `Knowledge tracing, ${Object.values(parameters).join('/')}`
    const of = `${learners} learners, ${responses} responses each`
    return [
      {
        name: `${name}: mean distance of its chances from the share that knows`,
        ratio: calibrationError(moments),
        limit: 0.02,
        note: of,
      },
      {
        name: `${name}: share that does not know, where mastery is told`,
        ratio: shareOf(mastered, ({ knows }) => !knows),
        limit: 0.05,
        note: `${mastered.length} moments told as mastered`,
      },
      {
        name: `${name}: share told wrong at the end`,
        ratio: shareOf(atEnd, ({ told, knows }) => told >= 0.5 !== knows),
        limit: 0.05,
        note: `${Math.round(100 * shareOf(atEnd, ({ knows }) => knows))} % know it then`,
      },
    ]
  })
}

/** A learner who knows it or comes to know it, and answers by it. */
function simulate(parameters: KnowledgeParameters, random: Random): readonly Moment[] {
  let knows = random() < parameters.init
  let told = parameters.init
  return Array.from({ length: responses }, (_, index) => {
    const correct = knows ? random() >= parameters.slip : random() < parameters.guess
    told = traceStep(told, correct, parameters).next
    knows ||= random() < parameters.learn
    return { told, knows, last: index === responses - 1 }
  })
}

/** Expected calibration error over ten bins of the chances that were told. */
function calibrationError(moments: readonly Moment[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    moments.filter(({ told }) => Math.min(9, Math.floor(told * 10)) === bin),
  )
  return bins.reduce((sum, bin) => {
    const told = bin.reduce((total, moment) => total + moment.told, 0)
    const known = bin.filter(({ knows }) => knows).length
    return sum + Math.abs(told - known) / moments.length
  }, 0)
}

function shareOf(moments: readonly Moment[], holds: (moment: Moment) => boolean): number {
  return moments.filter(holds).length / Math.max(1, moments.length)
}
