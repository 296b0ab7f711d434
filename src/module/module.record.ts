import { type Evidence, evidenceIn, type Mastery, masteryOf } from '../mastery/index.js'
import { type QuizResult, type QuizSnapshot, SavedAttemptError } from '../quiz/index.js'
import type { ModuleDefinition } from './module.definition.js'
import type { Activity, DoneRun, Progress } from './module.progress.js'
import { misconceptionsIn } from './module.remedies.js'

/** What an attempt comes to once it is read. */
export interface ReadRun {
  /** Null where the banks have changed so that it can't be read. */
  readonly snapshot: QuizSnapshot | null
  readonly activity: Activity
  readonly check: string | null
  /** Whether it was gone through to its end. */
  readonly whole: boolean
  readonly evidence: readonly Evidence[]
  /** Everything, whatever the rules show the learner. */
  readonly result: QuizResult | null
  /** Ids of the misreadings that its responses show. */
  readonly misconceptions: readonly string[]
  /** Why it can't be read; null where it can. */
  readonly problem: string | null
}

/** What a learner's attempts tell, in all. */
export interface Learnt {
  readonly runs: readonly ReadRun[]
  /** Objective → what is known of it. */
  readonly mastery: ReadonlyMap<string, Mastery>
  /** What was last earned on each question that was asked: id → evidence. */
  readonly last: ReadonlyMap<string, Evidence>
}

/** Reads an attempt from its log, once. One that the banks no longer fit tells nothing, and says why. */
export function readRun(definition: ModuleDefinition, run: DoneRun, index: number): ReadRun {
  const known = definition.read.get(run.attempt)
  if (known) return known
  const made = read(definition, run, index)
  definition.read.set(run.attempt, made)
  return made
}

function read(definition: ModuleDefinition, { activity, check, attempt }: DoneRun, index: number): ReadRun {
  const quiz = definition.quizzes[activity]
  const mixed = activity === 'preTest' || activity === 'postTest'
  try {
    const { marks } = attempt
    const snapshot = quiz.replay(attempt)
    const result = quiz.result(snapshot, { unmasked: true, marks })
    return {
      snapshot,
      activity,
      check,
      whole: result.ending === 'handed-in' || result.ending === 'time-up',
      evidence: evidenceIn(quiz, snapshot, { attempt: String(index), mixed, marks }),
      result,
      misconceptions: misconceptionsIn(quiz, result),
      problem: null,
    }
  } catch (error) {
    if (!(error instanceof SavedAttemptError)) throw error
    return {
      snapshot: null,
      activity,
      check,
      whole: false,
      evidence: [],
      result: null,
      misconceptions: [],
      problem: error.message,
    }
  }
}

/** What all attempts so far tell, objective by objective. */
export function learntFrom(definition: ModuleDefinition, { runs }: Pick<Progress, 'runs'>): Learnt {
  const known = definition.learnt.get(runs)
  if (known) return known
  const { module } = definition
  const read = runs.map((run, index) => readRun(definition, run, index))
  const evidence = read.flatMap(run => run.evidence)
  const made = {
    runs: read,
    mastery: new Map(
      module.objectives.map(({ id, questions }) => {
        const own = new Set(questions)
        return [
          id,
          masteryOf(
            evidence.filter(({ question }) => own.has(question)),
            module.mastery,
          ),
        ] as const
      }),
    ),
    last: new Map(evidence.map(one => [one.question, one] as const)),
  }
  definition.learnt.set(runs, made)
  return made
}
