import type { LessonEntry, ModuleFinishedView, OutcomeView, QuizFailedView } from '../../module/index.js'
import { keyed, type Part, part } from '../part.js'
import { headingPart } from '../shell.parts.js'
import { spoken } from '../spoken.js'
import { commandPart, type ModuleSetting, type ModuleUiCommand, say, written } from './module.desk.js'
import { progressPart, testsPart } from './progress.parts.js'

type Remedy = OutcomeView['remedies'][number]

/**
 * What a quiz led to: what is worth seeing again, and the ways on.
 *
 * @param hasReport whether the quiz itself shows its end, with a heading.
 */
export function outcomePart(setting: ModuleSetting, view: OutcomeView, hasReport: boolean): Part {
  const { words } = setting
  return part('outcome', 'section', {}, [
    !hasReport
      ? headingPart('h2', 'report', view.quiz === null ? words.changedSince : words.leftEarly)
      : null,
    view.activity === 'postTest' ? testsPart(setting, view) : null,
    remediesPart(setting, view),
    waysOnPart(setting, view),
  ])
}

function remediesPart(setting: ModuleSetting, view: OutcomeView): Part | null {
  const { words } = setting
  const { remedies, activity } = view
  if (remedies.length === 0) return null
  const lessons = view.lessons.flatMap(lesson => {
    const reasons = remedies.filter(remedy => remedy.lesson === lesson.id)
    return reasons.length === 0 ? [] : [keyed(lesson.id, remedyPart(setting, view, lesson, reasons))]
  })
  return part('remedies', 'section', {}, [
    part('section-title', 'h3', {}, activity === 'preTest' ? words.remediesAhead : words.remedies),
    part('remedy-list', 'ul', {}, lessons),
  ])
}

/** A lesson that is worth seeing, why, and questions on it. */
function remedyPart(
  setting: ModuleSetting,
  view: OutcomeView,
  { id, title, status }: LessonEntry,
  reasons: readonly Remedy[],
): Part {
  const { words } = setting
  const read = status === 'done' || status === 'read' ? words.readAgain : words.readLesson
  return part('remedy', 'li', {}, [
    written(setting, 'remedy-lesson', 'p', title),
    ...reasons.map(reason =>
      keyed(`${reason.objective} ${reason.misconception}`, reasonPart(setting, view, reason)),
    ),
    status === 'locked'
      ? null
      : commandPart(setting, { type: 'openLesson', lesson: id }, read, { about: title }),
  ])
}

/** After the pre-test nothing is practised: the lessons come first. */
function reasonPart(
  setting: ModuleSetting,
  view: OutcomeView,
  { objective, misconception, practice }: Remedy,
): Part {
  const { words } = setting
  const text = view.objectives.find(({ id }) => id === objective)?.text
  const about = text === undefined ? words.misreading : spoken(text)
  const on: ModuleUiCommand = {
    type: 'practise',
    ...(objective !== null && { objective }),
    ...(misconception !== null && { misconception }),
  }
  return part('remedy-reason', 'div', {}, [
    text === undefined
      ? part('remedy-text', 'p', {}, words.misreading)
      : written(setting, 'remedy-text', 'p', text, 'inline'),
    practice && view.activity !== 'preTest' ? commandPart(setting, on, words.practiseThis, { about }) : null,
  ])
}

function waysOnPart(setting: ModuleSetting, { can, activity, missed }: OutcomeView): Part {
  const { words } = setting
  const practise = say(setting, words.practiseMissed, { n: missed })
  return part('actions', 'div', { role: 'group' }, [
    keyed('next', commandPart(setting, { type: 'next' }, words.goOn, { isFirst: true })),
    can.practise && activity !== 'preTest'
      ? keyed('practise', commandPart(setting, { type: 'practise' }, practise))
      : null,
  ])
}

/** The quiz broke down; the module stands. */
export function quizFailedPart(setting: ModuleSetting, { problem }: QuizFailedView): Part {
  const { words } = setting
  return part('quiz-failed', 'section', {}, [
    headingPart('h2', 'quiz-failed', words.quizFailed),
    part('problem', 'p', {}, problem),
    part('actions', 'div', { role: 'group' }, [
      keyed('retry', commandPart(setting, { type: 'retry' }, words.retry, { isFirst: true })),
      keyed('leave', commandPart(setting, { type: 'leave' }, words.leaveFailed)),
    ]),
  ])
}

/** What the module came to. */
export function finishedPart(
  setting: ModuleSetting,
  view: ModuleFinishedView,
  onRestart: (() => void) | undefined,
): Part {
  const { words } = setting
  return part('module-finished', 'section', {}, [
    headingPart('h2', 'finished', words.finished),
    testsPart(setting, view),
    progressPart(setting, view),
    onRestart === undefined
      ? null
      : part('actions', 'div', { role: 'group' }, [
          part(
            'action',
            'button',
            { type: 'button', 'data-command': 'restart', onclick: () => onRestart() },
            words.restart,
          ),
        ]),
  ])
}
