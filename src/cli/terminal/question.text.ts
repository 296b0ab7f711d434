import type { PresentedQuestion } from '../../index.js'
import type { OverviewEntry, QuizView } from '../../quiz/index.js'
import { safeLine } from '../plain-text.js'
import type { QuestionView } from './actions.js'
import { clockTime, counted } from './layout.js'
import { renderText, type TextStyle } from './markdown.js'
import { outcomes } from './messages.js'
import type { Paint } from './paint.js'

/** `Question 3 of 21 · 2 points`, with the section's title where there is one. */
export function headingOf({ progress, question, section, tries }: QuestionView): string {
  const parts = [
    `Question ${progress.number} of ${progress.total}`,
    section?.title ? safeLine(section.title) : '',
    question.points === null ? '' : counted(question.points, 'point'),
    tries.used > 0 && tries.used < tries.max ? `try ${tries.used + 1} of ${tries.max}` : '',
  ]
  return parts.filter(part => part !== '').join(' · ')
}

/** The stem and what belongs to it. */
export function stemOf({ question }: QuestionView, style: TextStyle): string {
  return [renderText(question.stem, style), ...question.media.map(media => mediaLine(media, style))].join(
    '\n\n',
  )
}

function mediaLine(
  { type, alt, caption, src }: PresentedQuestion['media'][number],
  style: TextStyle,
): string {
  const words = [safeLine(alt ?? ''), safeLine(caption ?? ''), safeLine(src)].filter(text => text !== '')
  return renderText(`[${type}] ${words.join(' · ')}`, { ...style, plain: true })
}

/** A sign for each question: what came of it, or whether it is answered, flagged, or still open. */
export function stripOf(entries: readonly OverviewEntry[], paint: Paint): string {
  return entries.map(entry => signOf(entry, paint)).join('')
}

function signOf({ current, outcome, answered, flagged }: OverviewEntry, paint: Paint): string {
  if (current) return paint.accent('◆')
  if (flagged) return paint.part('⚑')
  if (outcome !== null && outcome !== 'unanswered') return paint[outcomes[outcome].tone]('■')
  return answered ? '■' : paint.faint('·')
}

/** What the learner should know of the moment: the flag, the points so far, the time left. */
export function statusOf(view: QuizView, now: number, paint: Paint): string {
  const parts = [
    'flagged' in view && view.flagged ? paint.part('⚑ flagged') : '',
    view.score ? `${figures(view.score.raw)} of ${counted(view.score.max, 'point')} so far` : '',
    timeLeft(view, now, paint),
  ]
  return parts.filter(part => part !== '').join(' · ')
}

function figures(points: number): string {
  return String(Math.round(points * 100) / 100)
}

/** The time left until the first limit, in a colour that warns in the last minute; empty without a limit. */
export function timeLeft({ time, phase }: QuizView, now: number, paint: Paint): string {
  if (time.deadline === null || phase === 'finished') return ''
  const left = time.deadline - now
  const what = time.deadline === time.limits.question ? ' for this question' : ''
  const text = `${clockTime(left)} left${what}`
  return left < 60_000 ? paint.bad(text) : text
}
