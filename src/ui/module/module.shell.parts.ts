import type { ModuleView } from '../../module/index.js'
import { keyed, type Part, part } from '../part.js'
import { commandPart, type ModuleSetting, say, written } from './module.desk.js'

/** The module's title, how many lessons are done, and the way out of what is at hand. */
export function moduleHeaderPart(setting: ModuleSetting, view: ModuleView): Part {
  const { words } = setting
  const { lessons, module, phase } = view
  const done = lessons.filter(({ status }) => status === 'done').length
  const places = { done, n: lessons.length }
  return part('module-header', 'div', {}, [
    phase === 'overview' ? null : written(setting, 'module-title', 'p', module.title),
    part('lessons-done', 'p', {}, say(setting, words.lessonsDone, places)),
    part('module-progress', 'progress', {
      max: lessons.length,
      value: done,
      'aria-label': words.lessonList,
      'aria-valuetext': say(setting, words.lessonsDone, places),
    }),
    leavePart(setting, view),
  ])
}

/** A test that is left is lost, so that it takes a second step. */
function leavePart(setting: ModuleSetting, view: ModuleView): Part | null {
  const { words } = setting
  const leave = (text: string) => commandPart(setting, { type: 'leave' }, text)
  if (!view.can.leave || view.phase === 'quizFailed') return null
  if (view.phase !== 'quiz') return leave(words.toOverview)
  const isTest = view.activity === 'preTest' || view.activity === 'postTest'
  if (!isTest || view.quiz.phase === 'ready') return leave(words.leave)
  return part('leave-test', 'details', {}, [
    part('leave-test-title', 'summary', {}, words.leaveTest),
    part('leave-test-note', 'p', {}, words.leavingTest),
    leave(words.leaveTestNow),
  ])
}

/** What an overview or a lesson begins with: its title in the module's language, facts on it, and more. Empty facts go. */
export function introPart(
  { language }: ModuleSetting,
  heading: Part,
  facts: readonly string[],
  more: readonly (Part | null)[] = [],
): Part {
  const shown = facts.filter(fact => fact !== '')
  return part('intro', 'div', {}, [
    { ...heading, props: { ...heading.props, lang: language } },
    part(
      'facts',
      'ul',
      {},
      shown.map((fact, index) => keyed(index, part('fact', 'li', {}, fact))),
    ),
    ...more,
  ])
}
