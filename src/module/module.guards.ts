import type { ModuleDefinition } from './module.definition.js'
import { drawFor } from './module.draw.js'
import type { Activity, ModuleEvent, Progress } from './module.progress.js'
import { isCompleted, wholeRuns } from './module.result.js'
import { isTelling, lastPart, partOf } from './module.steps.js'
import { isOpen, lockOf, postTestLock } from './module.unlock.js'

type Guard = (definition: ModuleDefinition, progress: Progress, event: ModuleEvent) => boolean

/** What is allowed now, as sentences. All are pure. */
export const guards = {
  /** A pre-test says something only of what was known before the first lesson. */
  canStartPreTest: (definition, progress) =>
    definition.module.preTest !== undefined &&
    Object.keys(progress.lessons).length === 0 &&
    wholeRuns(definition, progress, 'preTest').length === 0,
  canStartPostTest: (definition, progress) =>
    definition.module.postTest !== undefined && isOpen(postTestLock(definition, progress)),
  canOpenLesson(definition, progress, event) {
    const lesson = event.type === 'openLesson' ? definition.lesson(event.lesson) : null
    return lesson !== null && isOpen(lockOf(definition, progress, lesson))
  },
  hasCheck: (definition, { lesson }, event) =>
    event.type === 'startCheck' &&
    (definition.lesson(lesson)?.checks ?? []).some(({ id }) => id === event.check),
  hasPractice: (definition, progress, event) => drawFor(definition, progress, event).length > 0,
  hasNextPart: (definition, progress) => partOf(definition, progress) < lastPart(definition, progress),
  hasPreviousPart: (definition, progress) => partOf(definition, progress) > 0,
  isInLesson: (_, { lesson }) => lesson !== null,
  isCompleted,
  /** Whether anything came of the quiz that ended. */
  hasOutcome: (_, _progress, event) => event.type === 'quizEnded' && isTelling(event.attempt),
  ...isRun(),
} satisfies { readonly [name: string]: Guard }

export type GuardName = keyof typeof guards

/** Whether the quiz at hand is of this sort. */
function isRun() {
  const is =
    (activity: Activity): Guard =>
    (_, { run }) =>
      run?.activity === activity
  return {
    isPreTest: is('preTest'),
    isCheck: is('check'),
    isPractice: is('practice'),
    isPostTest: is('postTest'),
  }
}
