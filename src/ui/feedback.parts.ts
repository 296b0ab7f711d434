import type { Outcome } from '../question/index.js'
import type { Review } from '../quiz/index.js'
import { explainScore } from '../results/index.js'
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
export function feedbackPart(desk: Desk, review: Review, kind: KindUi | undefined, focus: string): Part {
  const { outcome, comment } = review
  return part(
    'feedback',
    'section',
    { 'data-outcome': outcome ?? undefined, 'aria-label': desk.messages.feedback },
    [
      headingPart('h3', focus, verdictParts(desk, review)),
      ...feedbackTexts(review).map((text, index) => ({
        ...authored(desk, part('feedback-text', 'div', { lang: desk.language }, text), 'block'),
        key: `text-${index}`,
      })),
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

/** On what was picked first, then on the outcome. */
function feedbackTexts({ feedbackOn, feedback }: Review): readonly string[] {
  return [...Object.values(feedbackOn ?? {}), ...(feedback ?? [])]
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
