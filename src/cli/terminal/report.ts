import type { Bank } from '../../index.js'
import { type FinishedView, missedIn } from '../../quiz/index.js'
import type { Desk, Option } from './desk.js'
import { renderText } from './markdown.js'
import { missedText, objectivesText, scoreText, worthAnotherLook } from './report.text.js'
import { sharedSource } from './review.text.js'

/** Says what the attempt came to: points, objectives, and what was missed. */
export function showReport(desk: Desk, bank: Bank, view: FinishedView): void {
  const style = { ...desk.style(), plain: view.quiz.text === 'plain' }
  const { strong } = style.paint
  desk.say(`${strong('Your result')}\n\n${scoreText(view, style)}`, 'heading')
  const objectives = objectivesText(view, style)
  if (objectives !== '') desk.say(`${strong('By objective')}\n\n${objectives}`, 'heading')
  const reviews = worthAnotherLook(view)
  if (reviews.length === 0) return
  const source = sharedSource(
    bank,
    reviews.map(({ question }) => question.id),
  )
  const texts = reviews.map(review => missedText(bank, view, review, style, source === null))
  const where = source === null ? '' : `\n${renderText(source, { ...style, plain: true })}`
  desk.say(`${strong('To look at again')}${where}\n\n${texts.join('\n\n')}`, 'heading')
}

type Next = 'again' | 'missed' | 'bank'

/** What to do after a round; null to quit. */
export async function offerNext(desk: Desk, view: FinishedView, otherBanks: boolean): Promise<Next | null> {
  const missed = missedIn(view.result).length
  const options: Option<Next | 'quit'>[] = [{ value: 'again', label: 'Another round', hint: 'drawn anew' }]
  if (missed > 0) options.push({ value: 'missed', label: `Only what was missed (${missed})` })
  if (otherBanks) options.push({ value: 'bank', label: 'Another bank' })
  options.push({ value: 'quit', label: 'Quit' })
  const next = await desk.choose<Next | 'quit'>('What next?', options, { at: missed > 0 ? 'missed' : 'quit' })
  return next === 'quit' ? null : next
}
