import type { DefinedModule, LearningModule, ModulePhase, ModuleView } from '../../module/index.js'
import { safeLine } from '../plain-text.js'
import type { Desk, Streams } from './desk.js'
import { wrap } from './layout.js'
import { readLesson } from './learn.lesson.js'
import { chooseNext } from './learn.overview.js'
import { playQuiz, showOutcome } from './learn.quiz.js'
import { renderText } from './markdown.js'
import { openDesk } from './open-desk.js'
import { progressText } from './progress.text.js'
import { writeLater } from './write-later.js'

export interface LearnOptions {
  readonly defined: DefinedModule
  readonly way: LearningModule
  /** Writes the way to the learner's data folder. Gives why it failed, or null. */
  readonly save: () => string | null
  /** Whether the module is begun now. */
  readonly isNew: boolean
  /** Plain text, line by line; by the environment when left out. */
  readonly plain?: boolean | undefined
  readonly streams?: Streams | undefined
}

/** One module at one desk. */
export interface Learning {
  readonly defined: DefinedModule
  readonly way: LearningModule
  readonly desk: Desk
  /** The part of a lesson that stands on screen. */
  shown: string
}

/** Each gives true where the learner has had enough. */
type Screen<Phase extends ModulePhase> = (
  learning: Learning,
  view: Extract<ModuleView, { readonly phase: Phase }>,
) => Promise<boolean>

const screens: { readonly [Phase in ModulePhase]: Screen<Phase> } = {
  overview: chooseNext,
  lesson: readLesson,
  quiz: playQuiz,
  outcome: showOutcome,
  async quizFailed({ way, desk }, { problem }) {
    desk.say(wrap(`The questions broke down: ${safeLine(problem)}`, desk.style().width).join('\n'), 'warning')
    const again = await desk.choose('What now?', [
      { value: true, label: 'Start them again' },
      { value: false, label: 'Go on without them' },
    ])
    if (again) way.retry()
    else way.leave()
    return again === null
  },
  async finished({ desk }, view) {
    desk.say(progressText(view, { ...desk.style(), plain: false }), 'heading')
    sayLast(desk, 'You have finished this module. quizwright learn --again starts it afresh.')
    return true
  },
}

/** Walks the module with a learner at a terminal, until they have had enough. Gives the exit code. */
export async function learnAtTerminal({
  defined,
  way,
  save,
  isNew,
  plain,
  streams,
}: LearnOptions): Promise<number> {
  const desk = openDesk(plain, streams)
  const later = writeLater(save)
  const unsubscribe = way.subscribe(later.changed)
  const learning: Learning = { defined, way, desk, shown: '' }
  introduce(learning, isNew)
  try {
    for (let enough = false; !enough; ) {
      const view = way.getView()
      enough = await (screens[view.phase] as Screen<ModulePhase>)(learning, view)
    }
    const problem = later.flush()
    if (problem !== null) desk.say(`Your progress could not be saved: ${safeLine(problem)}`, 'warning')
    else if (way.getView().phase !== 'finished') sayLast(desk, 'Saved. quizwright learn goes on from here.')
    return problem === null ? 0 : 1
  } finally {
    later.stop()
    unsubscribe()
    way.stop()
    desk.close()
  }
}

function sayLast(desk: Desk, text: string): void {
  desk.say(wrap(text, desk.style().width).join('\n'), 'end')
}

function introduce({ way, desk }: Learning, isNew: boolean): void {
  const { module } = way.getView()
  const style = { ...desk.style(), plain: false }
  const { paint } = style
  const facts = [
    `${way.getView().lessons.length} lessons`,
    module.minutes === null ? '' : `about ${module.minutes} minutes`,
  ]
  const { title, publisher, published } = module.source
  const source = `From: ${[title, publisher, published].filter(fact => fact !== undefined).join(', ')}`
  const pieces = [
    `${wrap(paint.strong(safeLine(module.title)), style.width).join('\n')}\n${paint.faint(facts.filter(fact => fact !== '').join(' · '))}`,
    isNew && module.description !== null ? renderText(module.description, style) : '',
    isNew ? renderText(source, { ...style, plain: true }) : '',
  ]
  desk.say(pieces.filter(piece => piece !== '').join('\n\n'), 'faint')
  for (const { message } of way.problems) {
    const text = `The module has changed since you were here. ${safeLine(message)}`
    desk.say(wrap(text, style.width).join('\n'), 'warning')
  }
}
