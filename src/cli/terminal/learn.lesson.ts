import type { LessonView } from '../../module/index.js'
import { safeLine } from '../plain-text.js'
import type { Option } from './desk.js'
import { counted, wrap } from './layout.js'
import type { Learning } from './learn.js'
import { pagesOf } from './lesson.text.js'

type Step = 'check' | 'next' | 'previous' | 'again' | 'leave'

/**
 * Lets the learner read a part of a lesson page by page, then asks where to go from there. Whoever breaks off stays at the
 * lesson, and goes on there the next time.
 */
export async function readLesson(learning: Learning, view: LessonView): Promise<boolean> {
  const { way, desk } = learning
  const { id, part, parts } = view.lesson
  const standing = `${id} ${part}`
  if (learning.shown !== standing) {
    learning.shown = standing
    const goOn = await readPages(learning, view)
    if (goOn === null) return true
    if (!goOn) {
      way.leave()
      return false
    }
  }
  const { check } = parts[part] ?? {}
  const isLast = part === parts.length - 1
  const options: Option<Step>[] = []
  if (check && !check.done)
    options.push({ value: 'check', label: 'Check yourself', hint: counted(check.questions, 'question') })
  options.push({ value: 'next', label: isLast ? 'End the lesson' : 'Read on' })
  if (check?.done) options.push({ value: 'check', label: 'Check yourself again' })
  if (view.can.previous) options.push({ value: 'previous', label: 'Go back a part' })
  options.push(
    { value: 'again', label: 'Read this part again' },
    { value: 'leave', label: 'Leave the lesson' },
  )
  const step = await desk.choose('And now?', options)
  if (step === null) return true
  if (step === 'check' && check) way.startCheck(check.id)
  else if (step === 'next') way.next()
  else if (step === 'previous') way.previous()
  else if (step === 'again') learning.shown = ''
  else way.leave()
  return false
}

/** False where the learner would not read to the end, null where they break off. */
async function readPages({ desk }: Learning, { lesson }: LessonView): Promise<boolean | null> {
  const { part, parts, title, terms } = lesson
  const style = { ...desk.style(), plain: false }
  const current = parts[part]
  if (!current) return true
  const pages = pagesOf(current, terms, style, desk.lines())
  const where = parts.length > 1 ? ` · part ${part + 1} of ${parts.length}` : ''
  for (const [index, page] of pages.entries()) {
    const name = `${style.paint.strong(safeLine(title))}${style.paint.faint(where)}`
    const heading = index === 0 ? `${wrap(name, style.width).join('\n')}\n\n` : ''
    desk.say(`${heading}${page}`, index === 0 ? 'heading' : 'text')
    if (index === pages.length - 1) return true
    const more = await desk.choose(`Page ${index + 1} of ${pages.length}`, [
      { value: true, label: 'Read on' },
      { value: false, label: 'Leave the lesson' },
    ])
    if (!more) return more
  }
  return true
}
