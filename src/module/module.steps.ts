import type { SavedAttempt } from '../quiz/index.js'
import type { ModuleDefinition } from './module.definition.js'
import { drawFor } from './module.draw.js'
import type {
  Activity,
  LessonProgress,
  ModuleEvent,
  ModuleStep,
  Progress,
  Settled,
  Tally,
} from './module.progress.js'

type StepOf<Type extends ModuleStep['type']> = (
  progress: Progress,
  step: Extract<ModuleStep, { readonly type: Type }>,
) => Progress

/**
 * What each step does to the progress. None looks at the module or the banks: a log comes to the same whatever has
 * become of these. Where to go from there is the machine's.
 */
const steps: { readonly [Type in ModuleStep['type']]: StepOf<Type> } = {
  startPreTest: (progress, step) => begin(progress, 'preTest', step),
  startPostTest: (progress, step) => begin(progress, 'postTest', step),
  startCheck: (progress, step) => begin(progress, 'check', step, step.check),
  practise: (progress, step) => begin(progress, 'practice', step),
  openLesson(progress, { lesson, at }) {
    const known = progress.lessons[lesson] ?? { startedAt: at, part: 0, readAt: null }
    return { ...withLesson(progress, lesson, known), lesson, ended: false }
  },
  next(progress, { at, part = null }) {
    const { lesson, ended } = progress
    const known = lesson === null ? undefined : progress.lessons[lesson]
    if (ended || lesson === null || !known) return { ...progress, ended: false }
    if (part !== null) return withLesson(progress, lesson, { ...known, part })
    const read = { ...known, part: 0, readAt: known.readAt ?? at }
    return { ...withLesson(progress, lesson, read), lesson: null }
  },
  previous(progress, { part }) {
    const { lesson } = progress
    const known = lesson === null ? undefined : progress.lessons[lesson]
    return lesson === null || !known
      ? progress
      : withLesson(progress, lesson, { ...known, part: part ?? known.part })
  },
  leave: progress =>
    progress.problem === null ? { ...progress, lesson: null } : { ...progress, run: null, problem: null },
  retry: progress => ({ ...progress, problem: null }),
  quizEnded: (progress, { attempt, tally }) => ({
    ...recorded(progress, attempt, tally),
    run: null,
    ended: isTelling(attempt),
  }),
  quizFailed: (progress, { attempt, tally, message }) => ({
    ...recorded(progress, attempt, tally),
    problem: message,
  }),
  finish: (progress, { at }) => ({ ...progress, finishedAt: at }),
  lessonGone: progress => ({ ...progress, lesson: null }),
}

/** The progress after a step. Time never runs back. */
export function applied(progress: Progress, step: ModuleStep): Progress {
  const after = (steps[step.type] as StepOf<ModuleStep['type']>)(progress, step)
  return {
    ...after,
    at: step.at,
    startedAt: progress.startedAt ?? step.at,
    log: [...progress.log, step],
  }
}

/** The progress after an event that was let pass, with the event in its log as a step. */
export function stepped(
  definition: ModuleDefinition,
  progress: Progress,
  event: ModuleEvent | { readonly type: 'lessonGone'; readonly at: number },
): Progress {
  const at = Math.max(progress.at, event.at)
  const timed = at === event.at ? event : { ...event, at }
  const settled = timed.type === 'lessonGone' ? {} : settledBy(definition, progress, timed)
  return applied(progress, { seq: progress.log.length, ...settled, ...timed })
}

function settledBy(definition: ModuleDefinition, progress: Progress, event: ModuleEvent): Settled {
  const drew = drawFor(definition, progress, event)
  if (drew.length > 0) return { drew }
  if (progress.ended || progress.lesson === null) return {}
  const part = partOf(definition, progress)
  if (event.type === 'previous') return { part: part - 1 }
  if (event.type === 'next') return { part: part < lastPart(definition, progress) ? part + 1 : null }
  return {}
}

/** Index of the part that is read of the lesson at hand; the last where the lesson has become shorter. */
export function partOf(definition: ModuleDefinition, progress: Progress): number {
  const { lesson, lessons } = progress
  const part = (lesson === null ? undefined : lessons[lesson]?.part) ?? 0
  return Math.min(part, lastPart(definition, progress))
}

/** Index of the last part of the lesson at hand. */
export function lastPart(definition: ModuleDefinition, { lesson }: Progress): number {
  const found = definition.lesson(lesson)
  return found ? definition.parts(found).length - 1 : 0
}

function begin(
  progress: Progress,
  activity: Activity,
  { drew = [] }: Settled,
  check: string | null = null,
): Progress {
  const seed = `${progress.seed}/${activity}/${progress.runs.length}`
  return { ...progress, ended: false, run: { activity, check, only: drew, seed } }
}

/** Steps of an attempt from which something follows. */
const telling: ReadonlySet<string> = new Set(['submit', 'showSolution', 'skip', 'finish', 'handIn', 'tick'])

/** Whether anything came of an attempt. */
export function isTelling(attempt: SavedAttempt | null): attempt is SavedAttempt {
  return (attempt?.log ?? []).some(({ type }) => telling.has(type))
}

/** The attempt counts. Of a quiz that broke down and was started again, the last one does that tells anything. */
function recorded(progress: Progress, attempt: SavedAttempt | null, tally: Tally | null = null): Progress {
  const { run, runs } = progress
  if (!run || !attempt) return progress
  const isAgain = runs.at(-1)?.attempt.seed === run.seed
  if (isAgain && !isTelling(attempt)) return progress
  const others = isAgain ? runs.slice(0, -1) : runs
  return { ...progress, runs: [...others, { activity: run.activity, check: run.check, attempt, tally }] }
}

function withLesson(progress: Progress, id: string, lesson: LessonProgress): Progress {
  return { ...progress, lessons: { ...progress.lessons, [id]: lesson } }
}
