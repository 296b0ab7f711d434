import type { OverviewEntry, Phase, Quiz, QuizView } from '../quiz/index.js'
import type { Reading } from '../results/index.js'
import type { Send, Setting } from './desk.js'
import { directionOf } from './direction.js'
import { builtInKinds, type KindUi } from './kinds/index.js'
import { english } from './messages.en.js'
import type { Messages } from './messages.js'
import type { Normalize } from './normalize.js'
import { mapProps, type Part, type PartProps } from './part.js'
import { finishingPart, overviewPart, pausedPart, readyPart, summaryPart } from './phase.parts.js'
import { questionPart } from './question.parts.js'
import { reportPart } from './report.parts.js'
import { safeSource } from './safe-source.js'
import { headerPart, livePart } from './shell.parts.js'

export interface ConnectOptions {
  /** What the interface says; English when left out. */
  readonly messages?: Messages
  /** What the quiz is called, in the language of the messages; the bank's title when left out. */
  readonly title?: string
  /** All questions, for a way to move between them: `quiz.getOverview()`. */
  readonly overview?: readonly OverviewEntry[]
  /** Milliseconds since 1970 by which the time left is told; now when left out. */
  readonly now?: number
  /** Begins the ids; where a page has several quizzes each needs its own. */
  readonly prefix?: string
  /** How kinds of your own are shown, by type; also in place of a built-in kind. */
  readonly kinds?: { readonly [type: string]: KindUi }
  /** Where to read about a question, for the report: `id => readingFor(bank, id)`. */
  readonly reading?: (question: string) => Reading | null
  /** Starts another attempt; buttons for it are in the report when given: `only => quiz.retake({ only })`. */
  readonly onRetake?: (only?: 'missed') => void
  /** Where a picture or a link of the bank leads; null keeps it out. Paths, http and https when left out. */
  readonly resolve?: (src: string) => string | null
  /** Speaks; when left out the text goes into the part `live`. */
  readonly announce?: (text: string) => void
}

/** The interface of a quiz as data: parts to paint, from top to bottom. */
export interface QuizUi<Props = PartProps> {
  readonly phase: Phase
  /** For the element around it all: language and direction. */
  readonly root: Props
  readonly header: Part<Props>
  /** The way to other questions; null where there is none. */
  readonly overview: Part<Props> | null
  /** What the phase is about: the start, a question, the summary, the report. */
  readonly main: Part<Props>
  /** What is said aloud. Paint it once and keep it. */
  readonly live: Part<Props>
  /** The four above in order, without those that are null. */
  readonly sections: readonly Part<Props>[]
}

/**
 * Turns a view into props for the parts of a screen, whatever the kind of question and whatever paints them.
 *
 * ```ts
 * const ui = connect(quiz.getView(), sendTo(quiz), reactProps, { overview: quiz.getOverview() })
 * ui.sections // → parts: { tag: 'form', props: { … }, children: [ … ] }
 * ```
 *
 * @param send takes commands: `sendTo(quiz)`, or `command => actor.send({ ...command, at: Date.now() })`.
 * @param normalize makes a framework's props: `reactProps`, `vueProps`, `svelteProps`, `solidProps`, `domProps`.
 */
export function connect<Props>(
  view: QuizView,
  send: Send,
  normalize: Normalize<Props>,
  options: ConnectOptions = {},
): QuizUi<Props> {
  const { messages = english, overview = [], now = Date.now(), prefix = 'quiz', announce } = options
  const { language, text } = view.quiz
  const setting: Setting = {
    send,
    title: options.title ?? null,
    messages,
    prefix,
    text,
    language,
    resolve: options.resolve ?? safeSource,
    announce,
  }
  const kindOf = (type: string) =>
    options.kinds && Object.hasOwn(options.kinds, type) ? options.kinds[type] : builtInKinds.get(type)
  const paint = (made: Part) => mapProps(made, normalize)
  const atQuestion = 'question' in view || view.phase === 'summary'
  const made = {
    header: paint(headerPart(setting, view, now)),
    overview: nullOr(atQuestion ? overviewPart(setting, overview) : null, paint),
    main: paint(mainPart(setting, view, kindOf, options)),
    live: paint(livePart(setting)),
  }
  const { header, main, live } = made
  return {
    phase: view.phase,
    root: normalize(
      {
        'data-part': 'quiz',
        'data-phase': view.phase,
        lang: messages.language,
        dir: directionOf(language),
      },
      'div',
    ),
    ...made,
    sections: [header, made.overview, main, live].filter(section => section !== null),
  }
}

function nullOr<From, To>(value: From | null, change: (value: From) => To): To | null {
  return value === null ? null : change(value)
}

function mainPart(
  setting: Setting,
  view: QuizView,
  kindOf: (type: string) => KindUi | undefined,
  { reading, onRetake }: ConnectOptions,
): Part {
  if ('question' in view) return questionPart(setting, view, kindOf(view.question.type))
  const phases = {
    ready: readyPart,
    summary: summaryPart,
    paused: pausedPart,
    finishing: finishingPart,
    finished: (_: Setting, finished: Extract<QuizView, { readonly phase: 'finished' }>) =>
      reportPart(setting, finished, { kindOf, reading, onRetake }),
  } as const
  return (phases[view.phase] as (setting: Setting, view: QuizView) => Part)(setting, view)
}

/** Commands go to a session of `createQuiz`. */
export function sendTo(quiz: Quiz): Send {
  return command => {
    if (command.type === 'respond') return quiz.respond(command.response)
    if (command.type === 'certainty') return quiz.certainty(command.level)
    if (command.type === 'goTo') return quiz.goTo(command.id)
    return quiz[command.type]()
  }
}
