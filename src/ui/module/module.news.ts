import type { ModuleView } from '../../module/index.js'
import { fill } from '../messages.js'
import { spoken } from '../spoken.js'
import type { ModuleMessages } from './module.messages.js'

/** What has come about between two views, to be said aloud: lessons done and opened, objectives mastered. Empty mostly. */
export function moduleNews(words: ModuleMessages, before: ModuleView, after: ModuleView): string {
  const lessons = after.lessons.flatMap(({ status }, index) => {
    const was = before.lessons[index]?.status
    const number = index + 1
    if (status === 'done' && was !== 'done') return [fill(words, words.newsDone, { number })]
    return was === 'locked' && status !== 'locked' ? [fill(words, words.newsOpen, { number })] : []
  })
  const isTestNew = before.postTest?.status === 'locked' && after.postTest?.status === 'open'
  const mastered = after.objectives
    .filter(({ mastery }, index) => mastery.mastered && !before.objectives[index]?.mastery.mastered)
    .map(({ text }) => fill(words, words.newsMastered, { objective: spoken(text) }))
  return [...lessons, ...(isTestNew ? [words.newsTestOpen] : []), ...mastered].join(' ')
}
