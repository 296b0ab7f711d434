import type { QuizView } from '../quiz/index.js'
import type { Setting } from './desk.js'
import { fill } from './messages.js'
import { type Part, part } from './part.js'
import { timeText } from './time.js'

/** Title, how far it is, points so far and the time left. */
export function headerPart(setting: Setting, view: QuizView, now: number): Part {
  const { messages } = setting
  const { progress, score } = view
  const { answered, total } = progress
  const left = timeText(messages, view, now)
  return part('header', 'header', {}, [
    titled(setting, view, part('title', 'p')),
    total === 0 || view.phase === 'finished'
      ? null
      : part('progress', 'progress', {
          max: total,
          value: answered,
          'aria-label': messages.progress,
          'aria-valuetext': fill(messages, messages.answeredOf, { answered, total }),
        }),
    score === null || view.phase === 'finished'
      ? null
      : part('score', 'p', {}, fill(messages, messages.pointsSoFar, { raw: score.raw, n: score.max })),
    left === null
      ? null
      : part('timer', 'p', { role: 'timer', 'data-urgent': left.urgent ? '' : undefined }, left.text),
    view.time.overdue ? part('overdue', 'p', { role: 'status' }, messages.overdue) : null,
  ])
}

/** A part that says what the quiz is called. */
export function titled({ title }: Setting, { quiz }: QuizView, made: Part): Part {
  return title === null
    ? { ...made, props: { ...made.props, lang: quiz.language }, text: quiz.title }
    : { ...made, text: title }
}

/** What is said aloud and never shown. Its text is set by `announce`, and by no host. */
export function livePart({ messages }: Pick<Setting, 'messages'>): Part {
  return part('live', 'div', { role: 'status', 'aria-live': 'polite', lang: messages.language }, '')
}

/** A heading that takes the focus when it is new. `focus` names what it is the heading of. */
export function headingPart(tag: 'h2' | 'h3', focus: string | null, content: string | readonly Part[]): Part {
  return part('heading', tag, { tabindex: -1, 'data-focus': focus ?? undefined }, content)
}
