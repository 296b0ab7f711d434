import type { Outcome, PresentedQuestion } from '../question/index.js'
import type { Review } from '../quiz/index.js'
import { explainScore, type PartName, partName } from '../results/index.js'
import { authored, type Desk } from './desk.js'
import type { KindUi } from './kinds/index.js'
import { type Part, part } from './part.js'
import { headingPart } from './shell.parts.js'

/** A sign for each outcome, so that none is told by colour alone. */
export const outcomeSigns: { readonly [Name in Outcome]: string } = {
  correct: '✔',
  partial: '◐',
  incorrect: '✘',
  unanswered: '–',
  invalid: '✘',
  pending: '…',
}

/** What came of a response: outcome and points, what the author says, and the solution where it is shown. */
export function feedbackPart(
  desk: Desk,
  question: PresentedQuestion,
  review: Review,
  kind: KindUi | undefined,
  focus: string,
): Part {
  const { outcome, comment } = review
  return part(
    'feedback',
    'section',
    { 'data-outcome': outcome ?? undefined, 'aria-label': desk.messages.feedback },
    [
      headingPart('h3', focus, verdictParts(desk, review)),
      ...feedbackOnParts(desk, question, review),
      ...(review.feedback ?? []).map((text, index) => ({ ...textPart(desk, text), key: `text-${index}` })),
      comment === null
        ? null
        : authored(desk, part('comment', 'div', {}, `${desk.messages.comment}: ${comment}`), 'block'),
      ...solutionParts(desk, review, kind),
      explanationPart(desk, review),
    ],
  )
}

/** `✔ Correct · 1 of 1 point`. */
export function verdictParts(
  { messages, say }: Pick<Desk, 'messages' | 'say'>,
  { outcome, score }: Pick<Review, 'outcome' | 'score'>,
): readonly Part[] {
  const sign = outcome === null ? '' : outcomeSigns[outcome]
  const points =
    score === null || outcome === 'pending' ? '' : say(messages.pointsOf, { raw: score.raw, n: score.max })
  return [
    part('sign', 'span', { 'aria-hidden': 'true' }, sign),
    part('verdict', 'span', {}, outcome === null ? messages.taken : messages.outcomes[outcome]),
    ...(points === '' ? [] : [part('points', 'span', {}, points)]),
  ]
}

/** What is said of each part of the response, under its name where there are several. */
function feedbackOnParts(desk: Desk, question: PresentedQuestion, { feedbackOn }: Review): readonly Part[] {
  const texts = Object.entries(feedbackOn ?? {})
  return texts.map(([id, text]) => {
    const name = texts.length > 1 ? namePart(desk, partName(question, id)) : null
    return { ...part('entry', 'div', {}, [name, textPart(desk, text)]), key: `on-${id}` }
  })
}

function namePart(desk: Desk, name: PartName | null): Part | null {
  if (name === null) return null
  if ('gap' in name)
    return part('entry-label', 'p', {}, desk.say(desk.messages.gap, { number: name.gap, total: name.total }))
  return authored(desk, part('entry-label', 'p', { lang: desk.language }, name.text))
}

function textPart(desk: Desk, text: string): Part {
  return authored(desk, part('feedback-text', 'div', { lang: desk.language }, text), 'block')
}

/** The worked key, in words where the response was another, and the author's reason. */
export function solutionParts(
  desk: Pick<Desk, 'messages' | 'text' | 'language'>,
  { outcome, solution }: Pick<Review, 'outcome' | 'solution'>,
  kind: KindUi | undefined,
): readonly Part[] {
  if (!solution) return []
  const right = kind?.words?.(solution.response, desk.messages) ?? solution.inWords
  const entries: Part[] = []
  if (right !== null && outcome !== 'correct')
    entries.push(entry(desk, desk.messages.rightResponse, right, 'inline'))
  if (solution.text !== null) entries.push(entry(desk, desk.messages.why, solution.text, 'block'))
  return entries
}

/** A label and what it labels. */
export function entry(
  desk: Pick<Desk, 'text' | 'language'>,
  label: string,
  text: string,
  format: 'inline' | 'block',
): Part {
  return {
    ...part('entry', 'div', {}, [
      part('entry-label', 'p', {}, label),
      authored(desk, part('entry-text', 'div', { lang: desk.language }, text), format),
    ]),
    key: label,
  }
}

/** The way to the points, behind a button: why 0.67? */
function explanationPart({ messages, question }: Desk, { score, parts, trace }: Review): Part | null {
  if (score === null || parts === null || trace === null || trace.length === 0) return null
  const {
    title,
    parts: onParts,
    steps,
  } = explainScore(
    { score, parts, trace },
    { question, messages: messages.scores, locale: messages.language },
  )
  return part('explanation', 'details', {}, [
    part('explanation-title', 'summary', {}, title),
    part(
      'explanation-steps',
      'ul',
      {},
      [...onParts, ...steps].map((text, index) => ({
        ...part('step', 'li', {}, text),
        key: `step-${index}`,
      })),
    ),
  ])
}
