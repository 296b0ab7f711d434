import { type Evidence, evidenceIn, type Mastery, masteryOf } from '../mastery/index.js'
import type { Score } from '../question/index.js'
import { type QuizResult, type QuizSnapshot, type SavedAttempt, SavedAttemptError } from '../quiz/index.js'
import type { ModuleDefinition } from './module.definition.js'
import type { Activity, DoneRun, Progress, Tally } from './module.progress.js'
import { misconceptionsIn } from './module.remedies.js'

/** What an attempt comes to once it is read. */
export interface ReadRun extends Tally {
  readonly activity: Activity
  readonly check: string | null
  /** Null where the banks have changed so that it can't be read. */
  readonly snapshot: QuizSnapshot | null
  /** Everything, whatever the rules show the learner; null where it can't be read. */
  readonly result: QuizResult | null
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

/** Reads an attempt from its log, once. One that the banks no longer fit says why, and counts by what it came to then. */
export function readRun(definition: ModuleDefinition, run: DoneRun, index: number): ReadRun {
  const known = definition.read.get(run.attempt)
  if (known) return known
  const made = read(definition, run, String(index))
  definition.read.set(run.attempt, made)
  return made
}

function read(definition: ModuleDefinition, run: DoneRun, name: string): ReadRun {
  const { activity, check, attempt, tally } = run
  const quiz = definition.quizzes[activity]
  try {
    const { marks } = attempt
    const snapshot = quiz.replay(attempt)
    const result = quiz.result(snapshot, { unmasked: true, marks })
    return {
      ...tallyOf(definition, activity, snapshot, { name, marks }),
      activity,
      check,
      snapshot,
      result,
      problem: null,
    }
  } catch (error) {
    if (!(error instanceof SavedAttemptError)) throw error
    const { whole = false, share = null, passed = null, evidence = [], misconceptions = [] } = tally ?? {}
    return {
      whole,
      share,
      passed,
      evidence: evidence
        .filter(({ question }) => quiz.definition.has(question))
        .map(one => ({ ...one, attempt: name })),
      misconceptions,
      activity,
      check,
      snapshot: null,
      result: null,
      problem: error.problems.map(({ message }) => message).join(' '),
    }
  }
}

/** What an attempt comes to as it stands. `name` tells it from others. */
export function tallyOf(
  { quizzes }: ModuleDefinition,
  activity: Activity,
  snapshot: QuizSnapshot,
  { name = '', marks = {} }: { readonly name?: string; readonly marks?: SavedAttempt['marks'] } = {},
): Tally {
  const quiz = quizzes[activity]
  const mixed = activity === 'preTest' || activity === 'postTest'
  const result = quiz.result(snapshot, { unmasked: true, marks })
  return {
    whole: result.ending === 'handed-in' || result.ending === 'time-up',
    share: shareOf(result.score),
    passed: result.passed,
    evidence: evidenceIn(quiz, snapshot, { attempt: name, mixed, marks }),
    misconceptions: misconceptionsIn(quiz, result),
  }
}

/** Share of the points, from 0 to 1; null where nothing is scored. */
export function shareOf(score: Score | null | undefined): number | null {
  return score ? Math.min(1, Math.max(0, score.scaled)) : null
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
