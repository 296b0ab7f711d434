import type { LearningModule, ModulePhase, ModuleView } from '../../module/index.js'
import { type ConnectOptions, connect, type QuizUi, sendTo } from '../connect.js'
import { directionOf } from '../direction.js'
import { english } from '../messages.en.js'
import type { Normalize } from '../normalize.js'
import { mapProps, type Part, type PartProps } from '../part.js'
import { safeSource } from '../safe-source.js'
import { livePart } from '../shell.parts.js'
import { lessonPart } from './lesson.parts.js'
import type { ModuleSend, ModuleSetting } from './module.desk.js'
import { moduleEnglish } from './module.messages.en.js'
import type { ModuleMessages } from './module.messages.js'
import { moduleHeaderPart } from './module.shell.parts.js'
import { finishedPart, outcomePart, quizFailedPart } from './outcome.parts.js'
import { overviewPart } from './overview.parts.js'

/** Those of `connect` are for the quiz that runs: `overview` is `way.getQuiz()?.getOverview()`. */
export interface ConnectModuleOptions extends Omit<ConnectOptions, 'title' | 'onRetake'> {
  /** What the interface says of the module; English when left out. */
  readonly moduleMessages?: ModuleMessages
  /** Starts the module afresh; a button for it is at the end when given. */
  readonly onRestart?: () => void
}

/** The interface of a module as data: parts to paint, from top to bottom. */
export interface ModuleUi<Props = PartProps> {
  readonly phase: ModulePhase
  /** For the element around it all: language and direction. */
  readonly root: Props
  /** Title, how far it is, and the way out of what is at hand. */
  readonly header: Part<Props>
  /** The quiz that runs, or that has just ended; null where there is none. */
  readonly quiz: QuizUi<Props> | null
  /** What the phase is about: the overview, a lesson, what a quiz led to, the end; the question where a quiz runs. */
  readonly main: Part<Props>
  /** What is said aloud. Paint it once and keep it. */
  readonly live: Part<Props>
  /** All of it in order. */
  readonly sections: readonly Part<Props>[]
}

/**
 * Turns a module's view into props for the parts of a screen, as `connect` does for a quiz, which draws the quizzes in
 * it.
 *
 * ```ts
 * const ui = connectModule(way.getView(), sendToModule(way), reactProps, { overview: way.getQuiz()?.getOverview() ?? [] })
 * ```
 *
 * @param send takes commands: `sendToModule(way)`, or for an actor of XState
 *   `command => command.type === 'quiz' ? actor.getSnapshot().children.quiz?.send({ ...command.command, at: Date.now() }) : actor.send({ ...command, at: Date.now() })`.
 */
export function connectModule<Props>(
  view: ModuleView,
  send: ModuleSend,
  normalize: Normalize<Props>,
  options: ConnectModuleOptions = {},
): ModuleUi<Props> {
  const { messages = english, moduleMessages: words = moduleEnglish, prefix = 'quiz', announce } = options
  const { language } = view.module
  const resolve = options.resolve ?? safeSource
  const setting: ModuleSetting = { send, messages, words, prefix, language, resolve, announce }
  const paint = (made: Part) => mapProps(made, normalize)
  const quiz = quizUi(view, send, normalize, { ...options, messages }, words)
  const header = paint(moduleHeaderPart(setting, view))
  const live = paint(livePart(setting))
  const own = ownPart(setting, view, quiz !== null, options.onRestart)
  const main = own ? paint(own) : (quiz as QuizUi<Props>).main
  const shown = view.phase === 'quiz' ? [quiz?.header, quiz?.overview, main] : aroundReport(view, quiz, main)
  return {
    phase: view.phase,
    root: normalize(
      {
        'data-part': 'quiz',
        'data-module': view.phase,
        'data-phase': view.phase === 'quiz' ? view.quiz.phase : view.phase,
        lang: messages.language,
        dir: directionOf(language),
      },
      'div',
    ),
    header,
    quiz,
    main,
    live,
    sections: [header, ...shown, live].filter(section => section != null),
  }
}

function quizUi<Props>(
  view: ModuleView,
  send: ModuleSend,
  normalize: Normalize<Props>,
  options: ConnectOptions,
  words: ModuleMessages,
): QuizUi<Props> | null {
  if (view.phase !== 'quiz' && view.phase !== 'outcome') return null
  if (view.quiz === null || (view.phase === 'outcome' && view.quiz.phase !== 'finished')) return null
  const title = words.activities[view.activity]
  return connect(view.quiz, command => send({ type: 'quiz', command }), normalize, { ...options, title })
}

/** Null where the quiz is all there is. */
function ownPart(
  setting: ModuleSetting,
  view: ModuleView,
  hasReport: boolean,
  onRestart: (() => void) | undefined,
): Part | null {
  const phases: {
    readonly [Phase in ModulePhase]: (view: Extract<ModuleView, { readonly phase: Phase }>) => Part | null
  } = {
    overview: view => overviewPart(setting, view),
    lesson: view => lessonPart(setting, view),
    quiz: () => null,
    outcome: view => outcomePart(setting, view, hasReport),
    quizFailed: view => quizFailedPart(setting, view),
    finished: view => finishedPart(setting, view, onRestart),
  }
  return (phases[view.phase] as (view: ModuleView) => Part | null)(view)
}

/** What leads on stands between how the quiz ended and the questions to look at again. */
function aroundReport<Props>(
  view: ModuleView,
  quiz: QuizUi<Props> | null,
  main: Part<Props>,
): readonly (Part<Props> | null)[] {
  if (view.phase !== 'outcome' || !quiz) return [main]
  const { children } = quiz.main
  const isTest = view.activity === 'preTest' || view.activity === 'postTest'
  // A check and a practice have shown their feedback on the way.
  const first = children.filter(({ name }) => brief.has(name) || (isTest && name === 'objectives'))
  const again = children.filter(({ name }) => isTest && name === 'look-again')
  return [
    { ...quiz.main, children: first },
    main,
    again.length === 0 ? null : { ...quiz.main, key: 'look-again', children: again },
  ]
}

const brief: ReadonlySet<string> = new Set(['heading', 'result'])

/** Commands go to a session of `createModule`. */
export function sendToModule(way: LearningModule): ModuleSend {
  return command => {
    if (command.type === 'openLesson') return way.openLesson(command.lesson)
    if (command.type === 'startCheck') return way.startCheck(command.check)
    if (command.type === 'quiz') {
      const quiz = way.getQuiz()
      return quiz !== null && sendTo(quiz)(command.command)
    }
    if (command.type !== 'practise') return way[command.type]()
    const { objective, misconception } = command
    if (objective !== undefined) return way.practise({ objective })
    return misconception === undefined ? way.practise() : way.practise({ misconception })
  }
}
