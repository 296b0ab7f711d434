import type { Phase, Quiz, QuizRules, QuizView } from '../../quiz/index.js'
import { safeLine } from '../plain-text.js'
import { enterAt, type QuestionView } from './actions.js'
import type { Desk } from './desk.js'
import { askCertainty, askLeave, askOverview, askSummary } from './dialogs.js'
import { instructionFor } from './kinds.js'
import { renderText } from './markdown.js'
import { sayRefusal } from './messages.js'
import type { Decision } from './question.prompt.js'
import { headingOf, stemOf, stripOf } from './question.text.js'
import { feedbackOf, solutionOf, verdictOf } from './review.text.js'
import { watchFor } from './watch.js'
import { whyText } from './why.text.js'

/** One attempt at one desk. */
export interface Play {
  readonly quiz: Quiz
  readonly rules: QuizRules
  readonly desk: Desk
  readonly now: () => number
  /** Stems of the questions that were shown, for the overview: id → stem. */
  readonly seen: Map<string, string>
  /** What stands on screen: the question, and how often it was handed in. */
  shown: string
  /** Whether the attempt is over though its view doesn't say so: whoever runs it has given it up. */
  readonly isOver?: () => boolean
}

/** How a sitting ended: at the end of the quiz, or before it. */
export type Ending = 'finished' | 'left' | 'dropped'

type Screen<Name extends Phase> = (
  play: Play,
  view: Extract<QuizView, { readonly phase: Name }>,
) => Promise<Ending | undefined>

/** What is put on screen in each phase. Each gives an ending where the sitting is over. */
const screens: { readonly [Name in Phase]: Screen<Name> } = {
  async ready({ quiz, desk }, view) {
    if (quiz.start()) return undefined
    desk.say(sayRefusal(view.refusal?.code ?? 'closed'), 'warning')
    return 'dropped'
  },
  async answering(play, view) {
    showQuestion(play, view)
    return decide(play, view, await askQuestion(play, view))
  },
  async feedback(play, view) {
    showFeedback(play, view)
    return decide(play, view, await askQuestion(play, view))
  },
  scoring: waitForChange,
  async scoringFailed(play, view) {
    play.desk.say(`The scorer did not answer: ${safeLine(view.scoringProblem ?? '')}`, 'warning')
    return retryOrLeave(play)
  },
  summary: askSummary,
  async paused(play) {
    play.desk.say('Paused. The time stands still.', 'faint')
    const goOn = await play.desk.choose('Paused', [
      { value: true, label: 'Go on' },
      { value: false, label: 'Save and leave' },
    ])
    if (!goOn) return 'left'
    play.quiz.resume()
    return undefined
  },
  async finishing(play, view) {
    if (view.scoringProblem === null) return waitForChange(play)
    play.desk.say(`The scorer did not answer: ${safeLine(view.scoringProblem)}`, 'warning')
    return retryOrLeave(play)
  },
  async finished({ desk }, { result }) {
    if (result.ending === 'time-up') desk.say('Time is up. What you gave until now was handed in.', 'warning')
    return 'finished'
  },
}

/** Plays until the quiz is over or the learner leaves. */
export async function playAttempt(play: Play): Promise<Ending> {
  for (;;) {
    const view = play.quiz.getView()
    const screen = screens[view.phase] as Screen<Phase>
    const ending = await screen(play, view)
    if (ending) return ending
    if (play.isOver?.()) return 'finished'
  }
}

function showQuestion(play: Play, view: QuestionView): void {
  const { desk, quiz, seen } = play
  const standing = `${view.question.id} ${view.tries.used}`
  if (play.shown === standing) return
  play.shown = standing
  seen.set(view.question.id, view.question.stem)
  const style = { ...desk.style(), plain: view.quiz.text === 'plain' }
  const { paint, width } = style
  const strip = stripOf(quiz.getOverview(), paint)
  const heading = paint.strong(headingOf(view))
  const fits = view.progress.total <= Math.min(40, width)
  const instruction = view.can.respond ? instructionFor(view.question) : ''
  const pieces = [
    stemOf(view, style),
    paint.faint(renderText(instruction, { ...style, plain: true })),
  ].filter(piece => piece !== '')
  desk.say(`${heading}${fits && paint.colours ? `\n${strip}` : ''}\n\n${pieces.join('\n\n')}`, 'heading')
}

function showFeedback(play: Play, view: QuestionView): void {
  const { desk } = play
  const { review, question } = view
  const standing = `${question.id} ${view.tries.used}`
  const before = `${question.id} ${view.tries.used - 1}`
  const told = `${standing} told`
  if (!review || play.shown === told) return
  const style = { ...desk.style(), plain: view.quiz.text === 'plain' }
  const afresh = play.shown !== before && play.shown !== standing
  if (afresh) showQuestion(play, view)
  play.shown = told
  const { text, sign } = verdictOf(review)
  const given = afresh && review.inWords !== null ? `You said: ${safeLine(review.inWords)}` : ''
  const pieces = [
    style.paint.strong(text),
    given,
    feedbackOf(question, review, style),
    solutionOf(review, style),
  ]
  desk.say(pieces.filter(piece => piece !== '').join('\n\n'), sign)
}

/** Puts the question, until the learner decides or the moment for it has passed. */
async function askQuestion(play: Play, view: QuestionView): Promise<Decision | 'gone'> {
  const { quiz, desk, now } = play
  const watch = watchFor(quiz)
  const decision = await desk.ask({
    quiz,
    view,
    enterWord: enterWordAt(play, view),
    now,
    signal: watch.signal,
  })
  watch.stop()
  return decision
}

function enterWordAt({ rules }: Play, view: QuestionView): string {
  if (view.phase === 'answering' && view.can.respond && rules.submit === 'each') return 'hand in'
  const enter = enterAt(view)
  const words: { readonly [command: string]: string } = { tryAgain: 'try again', finish: 'end' }
  return ('command' in enter && words[enter.command]) || 'next'
}

type Command = (play: Play, view: QuestionView) => Promise<Ending | undefined> | undefined

/** What follows from what the learner decided at a question. */
const commands: { readonly [Name in Decision | 'gone']: Command } = {
  submit: submitSurely,
  tryAgain: then(quiz => quiz.tryAgain()),
  redo: then(quiz => quiz.redo()),
  next: then(quiz => quiz.next()),
  skip: then(quiz => quiz.skip()),
  previous: then(quiz => quiz.previous()),
  finish: then(quiz => quiz.finish()),
  pause: then(quiz => quiz.pause()),
  showSolution: then(quiz => quiz.showSolution()),
  goTo: askOverview,
  certainty: askCertainty,
  why: sayWhy,
  quit: askLeave,
  interrupt: askLeave,
  gone: ({ desk, quiz }) => {
    if (quiz.getView().phase !== 'finished') desk.say('Time is up here.', 'warning')
    return undefined
  },
}

function decide(play: Play, view: QuestionView, decision: Decision | 'gone') {
  return Promise.resolve(commands[decision](play, view))
}

function then(command: (quiz: Quiz) => boolean): Command {
  return ({ quiz }) => {
    command(quiz)
    return undefined
  }
}

/** Hands in; where the rules ask how sure the learner is, that first. */
async function submitSurely(play: Play, view: QuestionView): Promise<Ending | undefined> {
  const { certainty } = view
  if (certainty && certainty.level === null) await askCertainty(play, view)
  play.quiz.submit()
  return undefined
}

async function sayWhy({ desk }: Play, view: QuestionView): Promise<undefined> {
  const style = { ...desk.style(), plain: view.quiz.text === 'plain' }
  if (view.review) desk.say(whyText(view.review, view.question, style), 'faint')
}

async function waitForChange({ quiz }: Play): Promise<undefined> {
  await new Promise<void>(resolve => {
    const stop = quiz.subscribe(() => {
      stop()
      resolve()
    })
  })
}

async function retryOrLeave({ desk, quiz }: Play): Promise<Ending | undefined> {
  const again = await desk.choose('What now?', [
    { value: true, label: 'Ask again' },
    { value: false, label: 'Save and leave' },
  ])
  if (!again) return 'left'
  quiz.retry()
  return undefined
}
