import type { Bank } from '../../index.js'
import type { FinishedView, QuizResult } from '../../quiz/index.js'
import { safeLine } from '../plain-text.js'
import { bar, clockTime, counted, figure, hang, wrap } from './layout.js'
import { renderText, type TextStyle } from './markdown.js'
import { outcomes } from './messages.js'
import { entry, feedbackOf, placeOf, verdictOf } from './review.text.js'
import { whyText } from './why.text.js'

type Reviewed = FinishedView['reviews'][number]

/** Points in sum, whether that passes, how many came to what, and how long it took. */
export function scoreText({ result }: FinishedView, style: TextStyle): string {
  const { paint } = style
  const { score, passed, band, pending } = result
  const lines = [
    score
      ? `${paint.strong(pointsOf(score))}  ${barOf(score.scaled, roomFor(pointsOf(score).length + 2, style), style)}`
      : 'Handed in. The points come later.',
    passed === null ? '' : passed ? paint.good('✔ Passed') : paint.bad('✘ Not passed'),
    wrap(countsLine(result), style.width).join('\n'),
    `Time: ${clockTime(result.duration)}`,
    pending ? 'What waits to be marked counts nothing yet.' : '',
    band === null ? '' : `\n${renderText(band, style)}`,
  ]
  return lines.filter(line => line !== '').join('\n')
}

function pointsOf({ raw, max, scaled }: NonNullable<QuizResult['score']>): string {
  return `${figure(raw)} of ${counted(max, 'point')} (${Math.round(scaled * 100)} %)`
}

/** Columns of a bar beside so many that are taken. */
export function roomFor(taken: number, { width, paint }: TextStyle): number {
  const brackets = paint.colours ? 0 : 2
  return Math.max(4, Math.min(20, width - taken - brackets))
}

/** A share from 0 to 1 as a bar, greener the fuller; in plain text as `[###---]`. */
export function barOf(share: number, columns: number, { paint }: TextStyle): string {
  const { full, empty } = bar(share, columns)
  const tone = share >= 0.8 ? paint.good : share >= 0.5 ? paint.part : paint.bad
  return paint.colours
    ? tone(full) + paint.faint(empty)
    : `[${'#'.repeat(full.length)}${'-'.repeat(empty.length)}]`
}

function countsLine({ counts }: QuizResult): string {
  if (!counts) return ''
  return (Object.keys(outcomes) as (keyof typeof outcomes)[])
    .filter(name => counts[name] > 0)
    .map(name => `${counts[name]} ${outcomes[name].word.toLowerCase()}`)
    .join(' · ')
}

/** Points per objective, as bars. Empty where the bank has none or the rules hold the points back. */
export function objectivesText({ result }: FinishedView, style: TextStyle): string {
  return result.objectives
    .flatMap(({ text, score }) =>
      score
        ? [
            `${renderText(text, style)}\n${barOf(score.scaled, 20, style)} ${figure(score.raw)} of ${figure(score.max)}`,
          ]
        : [],
    )
    .join('\n\n')
}

/** The questions that did not earn everything, or have still to be marked, as far as the rules show it. */
export function worthAnotherLook({ reviews }: FinishedView): readonly Reviewed[] {
  return reviews.filter(({ outcome }) => outcome !== null && outcome !== 'correct')
}

/** One question that was missed: what was said, what is right, why, and where to read it. */
export function missedText(
  bank: Bank,
  view: FinishedView,
  review: Reviewed,
  style: TextStyle,
  withTitle: boolean,
): string {
  const { question, inWords, solution, trace, score } = review
  const number = view.reviews.indexOf(review) + 1
  const place = solution === null ? '' : placeOf(bank, question.id, withTitle)
  const safe = { ...style, plain: true }
  const earned = score !== null && score.raw > 0 && (trace?.length ?? 0) > 0
  const pieces = [
    hang(`${number}. `, renderText(question.stem, { ...style, width: Number.MAX_SAFE_INTEGER }), style.width),
    style.paint.faint(verdictOf(review).text),
    '',
    inWords === null ? '' : entry('You', safeLine(inWords), safe),
    solution?.inWords == null ? '' : entry('Right', safeLine(solution.inWords), safe),
    solution?.text == null ? '' : entry('Why', solution.text, style),
    solution ? '' : feedbackOf(question, review, style),
    place === '' ? '' : entry('Read', place, safe),
    earned ? `\n${whyText(review, question, style)}` : '',
  ]
  return pieces.filter((piece, index) => piece !== '' || index === 2).join('\n')
}
