import type { ActorRefFrom, SnapshotFrom } from 'xstate'
import type { QuizMachine, QuizView } from '../quiz/index.js'
import { type Block, citedIn, type Lesson, termsIn, withoutMarks } from './lesson.blocks.js'
import type { ModuleDefinition } from './module.definition.js'
import { guards } from './module.guards.js'
import type { ModuleMachine } from './module.machine.js'
import type { Activity, ModuleEvent, Progress } from './module.progress.js'
import { learntFrom, readRun } from './module.record.js'
import { missedOf, remediesFor } from './module.remedies.js'
import { type ModuleResult, moduleResultOf, wholeRuns } from './module.result.js'
import { partOf } from './module.steps.js'
import { countsOf } from './module.tests.js'
import { isChecked, isDone, isOpen, lockOf, postTestLock } from './module.unlock.js'
import {
  type LessonEntry,
  type ModuleCan,
  type ModulePhase,
  type ModuleView,
  moduleCommands,
  type ShownBlock,
  type TestEntry,
} from './module.view.js'

export type ModuleSnapshot = SnapshotFrom<ModuleMachine>

const activities: readonly string[] = ['preTest', 'check', 'practice', 'postTest'] satisfies Activity[]

export function modulePhaseOf({ value }: ModuleSnapshot): ModulePhase {
  return activities.includes(value) ? 'quiz' : (value as Exclude<typeof value, Activity>)
}

/** The quiz that runs, where one does. */
export function childOf(snapshot: ModuleSnapshot): ActorRefFrom<QuizMachine> | undefined {
  return snapshot.children.quiz as ActorRefFrom<QuizMachine> | undefined
}

type Pieces = { readonly [Phase in ModulePhase]: (at: Moment) => Piece<Phase> }
type Piece<Phase extends ModulePhase> = Omit<
  Extract<ModuleView, { readonly phase: Phase }>,
  keyof ReturnType<typeof commonOf>
>

/** What is asked for, and when. */
interface Moment {
  readonly definition: ModuleDefinition
  readonly snapshot: ModuleSnapshot
  readonly at: number
  /** The running quiz's view, where it is at hand. */
  readonly quiz: QuizView | null
  readonly result: ModuleResult
}

/** What each phase has beside what all have. */
const pieces: Pieces = {
  overview: () => ({ phase: 'overview' }),
  lesson: ({ definition, snapshot: { context } }) => {
    const lesson = definition.lesson(context.lesson) as Lesson
    const terms = termsIn(lesson.body)
    return {
      phase: 'lesson',
      lesson: {
        id: lesson.id,
        title: lesson.title,
        part: partOf(definition, context),
        parts: definition.parts(lesson).map(({ blocks, check }) => ({
          blocks: blocks.map(block => shown(lesson, block)),
          check: check === null ? null : checkOf(definition, context, lesson, check),
        })),
        terms: (definition.module.glossary ?? [])
          .filter(({ id }) => terms.includes(id))
          .map(({ id, term, text }) => ({ id, term, text: withoutMarks(text) })),
      },
    }
  },
  quiz: ({ definition, snapshot, at, quiz }) => {
    const { activity, check } = runOf(snapshot)
    const child = childOf(snapshot)?.getSnapshot()
    const view = quiz ?? (child && definition.quizzes[activity].view(child, at))
    return { phase: 'quiz', activity, check, quiz: view as QuizView }
  },
  outcome: ({ definition, snapshot: { context }, at }) => {
    const run = context.runs.at(-1)
    if (!run) throw new TypeError('An outcome needs a quiz that was run.')
    const { activity, check } = run
    const read = readRun(definition, run, context.runs.length - 1)
    return {
      phase: 'outcome',
      activity,
      check,
      quiz: read.snapshot && definition.quizzes[activity].view(read.snapshot, at),
      remedies: remediesFor(definition.module, read).map(remedy => ({
        ...remedy,
        title: definition.lesson(remedy.lesson)?.title ?? remedy.lesson,
        practice: guards.hasPractice(definition, context, practiseFor(remedy, at)),
      })),
    }
  },
  quizFailed: ({ snapshot }) => ({
    phase: 'quizFailed',
    activity: runOf(snapshot).activity,
    problem: snapshot.context.problem ?? '',
  }),
  finished: ({ result }) => ({ phase: 'finished', result }),
}

/**
 * What a UI may show of a snapshot at a moment.
 *
 * @param at milliseconds since 1970; the last event's when left out.
 * @param quiz the view of the running quiz, where it is at hand; made of the child when left out.
 */
export function moduleViewOf(
  definition: ModuleDefinition,
  snapshot: ModuleSnapshot,
  at: number = snapshot.context.at,
  quiz: QuizView | null = null,
): ModuleView {
  const result = moduleResultOf(definition, snapshot.context)
  const piece = pieces[modulePhaseOf(snapshot)]({ definition, snapshot, at, quiz, result })
  return { ...commonOf(definition, snapshot, at, result), ...piece } as ModuleView
}

function commonOf(definition: ModuleDefinition, snapshot: ModuleSnapshot, at: number, result: ModuleResult) {
  const { module } = definition
  const { context } = snapshot
  const { id, title, source, description = null, language = 'en', minutes = null, references = [] } = module
  return {
    module: { id, title, source, description, language, minutes, references },
    can: canOf(definition, snapshot, at),
    lessons: module.lessons.map(lesson => entryOf(definition, context, lesson)),
    objectives: result.objectives,
    preTest: preTestOf(definition, context, result),
    postTest: postTestOf(definition, context, result),
    missed: missedOf(learntFrom(definition, context)).length,
    completed: result.completed,
    gain: result.gain,
  }
}

/** From the machine's own guards. */
function canOf(definition: ModuleDefinition, snapshot: ModuleSnapshot, at: number): ModuleCan {
  const { context } = snapshot
  const open = definition.module.lessons.find(lesson => isOpen(lockOf(definition, context, lesson)))
  const check = definition.lesson(context.lesson)?.checks?.[0]?.id ?? ''
  const can: { [name: string]: boolean } = {}
  for (const type of moduleCommands)
    can[type] = snapshot.can({ type, at, lesson: open?.id ?? '', check } as ModuleEvent)
  return can as ModuleCan
}

function entryOf(definition: ModuleDefinition, progress: Progress, lesson: Lesson): LessonEntry {
  const { id, title, minutes = null, objectives } = lesson
  const lock = lockOf(definition, progress, lesson)
  const known = progress.lessons[id]
  const status = isDone(definition, progress, id)
    ? 'done'
    : !isOpen(lock)
      ? 'locked'
      : known
        ? known.readAt === null
          ? 'started'
          : 'read'
        : 'open'
  return { id, title, minutes, objectives, status, lock }
}

function preTestOf(
  definition: ModuleDefinition,
  progress: Progress,
  { preTest }: ModuleResult,
): TestEntry | null {
  const test = definition.module.preTest
  if (!test) return null
  const isStartable = guards.canStartPreTest(definition, progress)
  const status =
    preTest !== null || wholeRuns(definition, progress, 'preTest').length > 0
      ? 'done'
      : isStartable
        ? 'open'
        : 'closed'
  return {
    status,
    lock: { lessons: [], objectives: [] },
    questions: sizeOf(definition, test),
    share: preTest,
    pass: null,
  }
}

function postTestOf(
  definition: ModuleDefinition,
  progress: Progress,
  { postTest }: ModuleResult,
): TestEntry | null {
  const test = definition.module.postTest
  if (!test) return null
  const lock = postTestLock(definition, progress)
  const isTaken = wholeRuns(definition, progress, 'postTest').length > 0
  const status = isTaken ? 'done' : isOpen(lock) ? 'open' : 'locked'
  return { status, lock, questions: sizeOf(definition, test), share: postTest, pass: test.pass ?? null }
}

function sizeOf({ module }: ModuleDefinition, test: Parameters<typeof countsOf>[0]): number {
  return module.objectives.reduce((sum, { id }) => sum + countsOf(test, id), 0)
}

function shown({ figures = [] }: Lesson, block: Block): ShownBlock {
  if (block.type !== 'figure') return block as ShownBlock
  const { id, title, alt, text, svg } = figures.find(({ id }) => id === block.figure) ?? {
    id: block.figure,
    title: '',
    alt: '',
    text: '',
    svg: '',
  }
  return { type: 'figure', id, title, alt, svg, text: withoutMarks(text), cited: citedIn(text) }
}

function checkOf(definition: ModuleDefinition, progress: Progress, { checks = [] }: Lesson, id: string) {
  const questions = checks.find(check => check.id === id)?.questions.length ?? 0
  return { id, questions, done: isChecked(definition, progress, id) }
}

function practiseFor(
  { objective, misconception }: { readonly objective: string | null; readonly misconception: string | null },
  at: number,
): ModuleEvent {
  return {
    type: 'practise',
    at,
    ...(objective !== null && { objective }),
    ...(misconception !== null && { misconception }),
  }
}

function runOf({ context: { run } }: ModuleSnapshot) {
  return { activity: run?.activity ?? ('practice' as const), check: run?.check ?? null }
}
