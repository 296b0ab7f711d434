import type { Lock, ModuleView } from '../../module/index.js'
import { fill } from '../messages.js'
import { spoken } from '../spoken.js'
import type { ModuleSetting } from './module.desk.js'

/** Why a lesson is closed: the last lesson to do before, which waits for the others itself, or objectives to master. */
export function lockText(
  { words }: Pick<ModuleSetting, 'words'>,
  { lessons, objectives }: Pick<ModuleView, 'lessons' | 'objectives'>,
  lock: Lock,
): string {
  const number = Math.max(0, ...lock.lessons.map(id => lessons.findIndex(lesson => lesson.id === id) + 1))
  if (number > 0) return fill(words, words.afterLesson, { number })
  const wanted = objectives.filter(({ id }) => lock.objectives.includes(id)).map(({ text }) => spoken(text))
  return wanted.length === 0 ? '' : fill(words, words.afterObjectives, { list: wanted.join(' ') })
}
