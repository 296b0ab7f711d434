import type { SavedAttempt } from '../quiz/index.js'
import type { ModuleDefinition } from './module.definition.js'
import type { Activity, LessonProgress, ModuleEvent, ModuleStep, Progress } from './module.progress.js'

type StepOf<Type extends ModuleEvent['type']> = (
  definition: ModuleDefinition,
  progress: Progress,
  event: Extract<ModuleEvent, { readonly type: Type }>,
  drew: readonly string[],
) => Progress

/** What each event does to the progress, once the machine has let it pass. Where to go from there is the machine's. */
const steps: { readonly [Type in ModuleEvent['type']]: StepOf<Type> } = {
  startPreTest: (_, progress, _event, drew) => begin(progress, 'preTest', drew),
  startPostTest: (_, progress, _event, drew) => begin(progress, 'postTest', drew),
  startCheck: (_, progress, { check }, drew) => begin(progress, 'check', drew, check),
  practise: (_, progress, _event, drew) => begin(progress, 'practice', drew),
  openLesson(_, progress, { lesson, at }) {
    const known = progress.lessons[lesson] ?? { startedAt: at, part: 0, readAt: null }
    return { ...withLesson(progress, lesson, known), lesson, run: null }
  },
  next(definition, progress, { at }) {
    const { lesson, run } = progress
    const known = lesson === null ? undefined : progress.lessons[lesson]
    if (run || lesson === null || !known) return { ...progress, run: null }
    if (known.part < lastPart(definition, progress))
      return withLesson(progress, lesson, { ...known, part: known.part + 1 })
    const read = { ...known, part: 0, readAt: known.readAt ?? at }
    return { ...withLesson(progress, lesson, read), lesson: null }
  },
  previous(_, progress) {
    const { lesson } = progress
    const known = lesson === null ? undefined : progress.lessons[lesson]
    return lesson === null || !known
      ? progress
      : withLesson(progress, lesson, { ...known, part: known.part - 1 })
  },
  leave: (_, progress) =>
    progress.run ? { ...progress, run: null, problem: null } : { ...progress, lesson: null },
  retry: (_, progress) => ({ ...progress, problem: null }),
  quizEnded: (_, progress, { attempt }) => recorded(progress, attempt),
  quizFailed: (_, progress, { attempt, message }) => ({ ...recorded(progress, attempt), problem: message }),
  finish: (_, progress, { at }) => ({ ...progress, finishedAt: at }),
}

/** The progress after an event that was let pass, with the event in its log. Time never runs back. */
export function stepped(definition: ModuleDefinition, progress: Progress, event: ModuleEvent): Progress {
  const at = Math.max(progress.at, event.at)
  const timed = at === event.at ? event : { ...event, at }
  const drew = definition.draw(definition, progress, timed)
  const step = steps[event.type] as StepOf<ModuleEvent['type']>
  const after = step(definition, progress, timed, drew)
  const seq = progress.log.length
  const entry: ModuleStep = drew.length > 0 ? { seq, drew, ...timed } : { seq, ...timed }
  return { ...after, at, startedAt: progress.startedAt ?? at, log: [...progress.log, entry] }
}

/** Index of the last part of the lesson at hand. */
export function lastPart(definition: ModuleDefinition, { lesson }: Progress): number {
  const found = definition.lesson(lesson)
  return found ? definition.parts(found).length - 1 : 0
}

function begin(
  progress: Progress,
  activity: Activity,
  only: readonly string[],
  check: string | null = null,
): Progress {
  const seed = `${progress.seed}/${activity}/${progress.runs.length}`
  return { ...progress, run: { activity, check, only, seed } }
}

/** Steps of an attempt from which something follows. */
const telling: ReadonlySet<string> = new Set(['submit', 'showSolution', 'skip', 'finish', 'handIn', 'tick'])

/** Whether anything came of an attempt. */
export function isTelling(attempt: SavedAttempt | null): attempt is SavedAttempt {
  return (attempt?.log ?? []).some(({ type }) => telling.has(type))
}

/** The attempt counts. Of a quiz that broke down and was started again, the last one does that tells anything. */
function recorded(progress: Progress, attempt: SavedAttempt | null): Progress {
  const { run, runs } = progress
  if (!run || !attempt) return progress
  const isAgain = runs.at(-1)?.attempt.seed === run.seed
  if (isAgain && !isTelling(attempt)) return progress
  const others = isAgain ? runs.slice(0, -1) : runs
  return { ...progress, runs: [...others, { activity: run.activity, check: run.check, attempt }] }
}

function withLesson(progress: Progress, id: string, lesson: LessonProgress): Progress {
  return { ...progress, lessons: { ...progress.lessons, [id]: lesson } }
}
