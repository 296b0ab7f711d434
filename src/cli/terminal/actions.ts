import type { AnsweringView, FeedbackView, Quiz } from '../../quiz/index.js'
import { sayProblem } from './messages.js'

/** A view with a question in it that a learner can act on. */
export type QuestionView = AnsweringView | FeedbackView

/** What a learner can do at a question beside answering it. */
export interface Action {
  readonly name: ActionName
  /** The letter for it. */
  readonly key: string
  /** In one word, for the line of keys. */
  readonly word: string
  /** In full, for the menu. */
  readonly says: string
}

export type ActionName =
  | 'hint'
  | 'flag'
  | 'skip'
  | 'why'
  | 'certainty'
  | 'clear'
  | 'showSolution'
  | 'tryAgain'
  | 'redo'
  | 'next'
  | 'previous'
  | 'goTo'
  | 'finish'
  | 'pause'
  | 'quit'

interface ActionRow {
  readonly key: string
  readonly word: string
  readonly says: (view: QuestionView) => string
  readonly allowed: (view: QuestionView) => boolean
}

/** In the order of the menu. What is allowed the view says. */
const rows: { readonly [Name in ActionName]: ActionRow } = {
  hint: {
    key: 'h',
    word: 'hint',
    says: ({ question, hints }) => `Take a hint (${question.hints - hints.length} left)`,
    allowed: ({ can }) => can.hint,
  },
  why: {
    key: 'w',
    word: 'why these points',
    says: () => 'Say why these points',
    allowed: ({ review }) => (review?.trace?.length ?? 0) > 0,
  },
  flag: {
    key: 'f',
    word: 'flag',
    says: ({ flagged }) => (flagged ? 'Take the flag off' : 'Flag it, to come back to'),
    allowed: ({ can }) => can.flag,
  },
  skip: { key: 's', word: 'skip', says: () => 'Skip this question', allowed: ({ can }) => can.skip },
  tryAgain: {
    key: 't',
    word: 'try again',
    says: ({ tries }) => `Try again (${tries.max - tries.used} left)`,
    allowed: ({ can }) => can.tryAgain,
  },
  redo: {
    key: 'r',
    word: 'start afresh',
    says: () => 'Start this question afresh',
    allowed: ({ can }) => can.redo,
  },
  certainty: {
    key: 'c',
    word: 'certainty',
    says: () => 'Say how sure you are',
    allowed: ({ can }) => can.certainty,
  },
  clear: {
    key: 'x',
    word: 'clear',
    says: () => 'Take the response back',
    allowed: ({ can }) => can.clear,
  },
  showSolution: {
    key: 'v',
    word: 'solution',
    says: () => 'View the solution; the question then earns nothing',
    allowed: ({ can }) => can.showSolution,
  },
  next: { key: 'n', word: 'next', says: () => 'Go to the next question', allowed: ({ can }) => can.next },
  previous: {
    key: 'b',
    word: 'back',
    says: () => 'Go back to the question before',
    allowed: ({ can }) => can.previous,
  },
  goTo: {
    key: 'o',
    word: 'overview',
    says: () => 'See all questions, go to one',
    allowed: ({ can }) => can.goTo,
  },
  finish: {
    key: 'e',
    word: 'end',
    says: () => 'End: hand in what there is',
    allowed: ({ can }) => can.finish,
  },
  pause: { key: 'p', word: 'pause', says: () => 'Pause', allowed: ({ can }) => can.pause },
  quit: { key: 'q', word: 'quit', says: () => 'Leave the quiz', allowed: () => true },
}

/** What the learner can do now. */
export function actionsFor(view: QuestionView): readonly Action[] {
  return (Object.keys(rows) as ActionName[])
    .filter(name => rows[name].allowed(view))
    .map(name => ({ name, key: rows[name].key, word: rows[name].word, says: rows[name].says(view) }))
}

/** What is done at the question itself, which stays on screen. */
const inPlace: { readonly [name: string]: (quiz: Quiz) => boolean } = {
  hint: quiz => quiz.hint(),
  flag: quiz => quiz.flag(),
  clear: quiz => quiz.clear(),
}

/** Does it where the question stays on screen; false where it leads on. */
export function doInPlace(quiz: Quiz, name: ActionName): boolean {
  return inPlace[name]?.(quiz) ?? false
}

/** What Enter does: hand in or go on, or say why not. */
export type Enter = { readonly command: 'submit' | EnterAction } | { readonly refusal: string }
type EnterAction = 'tryAgain' | 'next' | 'finish'

export function enterAt(view: QuestionView): Enter {
  if (view.can.submit) return { command: 'submit' }
  if (view.phase === 'answering' && view.can.respond) {
    if (view.problem !== null) return { refusal: sayProblem(view.problem) }
    if (view.response === null) return { refusal: 'Nothing is given yet.' }
  }
  const command = (['tryAgain', 'next', 'finish'] as const).find(name => view.can[name])
  return command ? { command } : { refusal: 'It doesn’t go on from here.' }
}
