import { type Gain, gainFrom, type Mastery } from '../mastery/index.js'
import type { ModuleDefinition } from './module.definition.js'
import type { Activity, Progress } from './module.progress.js'
import { learntFrom, type ReadRun, shareOf } from './module.record.js'
import { isDone } from './module.unlock.js'

/** What is known of one objective. */
export interface ObjectiveProgress {
  readonly id: string
  readonly text: string
  readonly mastery: Mastery
  /** From the pre-test to the last post-test; null before both were gone through. */
  readonly gain: Gain | null
}

/** What a module came to so far. Plain JSON, the output of the machine. */
export interface ModuleResult {
  readonly module: string
  readonly seed: string | number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  /** Whether all was done that there is to do: see `isCompleted`. */
  readonly completed: boolean
  /** Share of the points, from 0 to 1; null before. */
  readonly preTest: number | null
  /** Of the last one that was gone through. */
  readonly postTest: number | null
  /** Whether the best post-test reached the pass mark; null without one, or before. */
  readonly passed: boolean | null
  readonly gain: Gain | null
  readonly objectives: readonly ObjectiveProgress[]
  /** Ids of the lessons that are done. */
  readonly lessonsDone: readonly string[]
}

export function moduleResultOf(definition: ModuleDefinition, progress: Progress): ModuleResult {
  const { module } = definition
  const { mastery } = learntFrom(definition, progress)
  const [pre, post] = [
    wholeRuns(definition, progress, 'preTest')[0],
    wholeRuns(definition, progress, 'postTest').at(-1),
  ]
  const [preTest, postTest] = [pre?.share ?? null, post?.share ?? null]
  return {
    module: module.id,
    seed: progress.seed,
    startedAt: progress.startedAt,
    finishedAt: progress.finishedAt,
    completed: isCompleted(definition, progress),
    preTest,
    postTest,
    passed: passedIn(definition, progress),
    gain: gainBetween(preTest, postTest),
    objectives: module.objectives.map(({ id, text }) => ({
      id,
      text,
      mastery: mastery.get(id) ?? { estimate: null, level: null, mastered: false, evidence: 0 },
      gain: gainBetween(shareOn(pre, id), shareOn(post, id)),
    })),
    lessonsDone: module.lessons.map(({ id }) => id).filter(id => isDone(definition, progress, id)),
  }
}

/** The quizzes of a sort that were gone through to their end. */
export function wholeRuns(
  definition: ModuleDefinition,
  progress: Progress,
  activity: Activity,
): readonly ReadRun[] {
  return learntFrom(definition, progress).runs.filter(run => run.activity === activity && run.whole)
}

/** With a post-test: it was gone through, and passed where there is a pass mark. Without: every lesson is done. */
export function isCompleted(definition: ModuleDefinition, progress: Progress): boolean {
  const { postTest, lessons } = definition.module
  if (!postTest) return lessons.every(({ id }) => isDone(definition, progress, id))
  return passedIn(definition, progress) ?? wholeRuns(definition, progress, 'postTest').length > 0
}

function passedIn(definition: ModuleDefinition, progress: Progress): boolean | null {
  const passes = wholeRuns(definition, progress, 'postTest').map(({ passed }) => passed)
  const told = passes.filter(passed => passed !== null)
  return told.length > 0 ? told.some(passed => passed) : null
}

/** Share of the points of a test's questions on one objective. */
function shareOn(run: ReadRun | undefined, objective: string): number | null {
  return shareOf(run?.result?.objectives.find(({ id }) => id === objective)?.score)
}

function gainBetween(pre: number | null, post: number | null): Gain | null {
  return pre === null || post === null ? null : gainFrom(pre, post)
}
