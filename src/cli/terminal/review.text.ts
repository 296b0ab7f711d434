import type { Bank, PresentedQuestion } from '../../index.js'
import type { Review } from '../../quiz/index.js'
import { partName, readingFor } from '../../results/index.js'
import { safeLine } from '../plain-text.js'
import type { Sign } from './desk.js'
import { counted, figure, hang } from './layout.js'
import { renderText, type TextStyle } from './markdown.js'
import { outcomes } from './messages.js'

/** `Partly right · 0.67 of 1 point`, and the sign for it. */
export function verdictOf({ outcome, score }: Review): { readonly text: string; readonly sign: Sign } {
  const points = score ? `${figure(score.raw)} of ${counted(score.max, 'point')}` : ''
  if (outcome === null) return { text: points || 'Taken', sign: 'faint' }
  const { word, tone } = outcomes[outcome]
  const shown = outcome === 'pending' ? '' : points
  return { text: [word, shown].filter(part => part !== '').join(' · '), sign: tone }
}

/** What the author says to this response: to what was picked first, then to the outcome. */
export function feedbackOf(question: PresentedQuestion, review: Review, style: TextStyle): string {
  const parts = Object.entries(review.feedbackOn ?? {})
  const onParts = parts.map(([id, text]) => {
    if (parts.length === 1) return renderText(text, style)
    const label = style.paint.strong(`${safeLine(labelIn(question, id))}: `)
    return hang('• ', label + renderText(text, { ...style, width: Number.MAX_SAFE_INTEGER }), style.width)
  })
  const others = [...(review.feedback ?? []), ...(review.comment === null ? [] : [review.comment])]
  return [onParts.join('\n'), ...others.map(text => renderText(text, style))]
    .filter(text => text !== '')
    .join('\n\n')
}

/** The worked key, as far as it is shown: in words where the response was another, and the author's reason. */
export function solutionOf({ outcome, solution }: Review, style: TextStyle): string {
  if (!solution) return ''
  const right =
    solution.inWords !== null && outcome !== 'correct' ? entry('Right', solution.inWords, style) : ''
  const why = solution.text === null ? '' : entry('Why', solution.text, style)
  return [right, why].filter(text => text !== '').join('\n')
}

/** A label and a text that stays to the right of it. */
export function entry(label: string, text: string, style: TextStyle): string {
  const wide = renderText(text, { ...style, width: Number.MAX_SAFE_INTEGER })
  return hang(`${style.paint.faint(label.padEnd(5))} `, wide.replaceAll(/\n+/g, '\n'), style.width)
}

/** Where to read it: the source's title, but where it goes without saying, and the paragraphs. Empty where the question doesn't say. */
export function placeOf(bank: Bank, id: string, withTitle: boolean): string {
  const reading = readingFor(bank, id)
  if (!reading) return ''
  const { title, paragraphs } = reading
  const many = paragraphs.length > 1 ? 'paragraphs' : 'paragraph'
  const place = `${many} ${paragraphs.join(', ').replace(/, (?=\d+$)/, ' and ')}`
  return withTitle ? `${safeLine(title)}, ${place}` : place
}

/** The one source of these questions, with its address; null where they have several or none. */
export function sharedSource(bank: Bank, ids: readonly string[]): string | null {
  const sources = new Map(ids.map(id => readingFor(bank, id)).map(reading => [reading?.title, reading]))
  const [reading] = sources.values()
  if (sources.size !== 1 || !reading) return null
  const { title, url } = reading
  return safeLine(url === null ? title : `${title}, ${url}`)
}

function labelIn(question: PresentedQuestion, id: string): string {
  const name = partName(question, id)
  if (name === null) return id
  return 'gap' in name ? `Gap ${name.gap}` : name.text
}
