import type { Outcome } from '../question/index.js'
import type { FinishedView } from '../quiz/index.js'
import type { Reading } from '../results/index.js'
import { barPart, percentOf } from './bar.part.js'
import { authored, createDesk, type Setting } from './desk.js'
import { directionOf } from './direction.js'
import { entry, outcomeSigns, solutionParts, verdictParts } from './feedback.parts.js'
import type { KindUi } from './kinds/index.js'
import { fill } from './messages.js'
import { type Part, part } from './part.js'
import { headingPart } from './shell.parts.js'
import { clockTime } from './time.js'

/** What the report may tell beside the view. */
export interface ReportOptions {
  readonly kindOf: (type: string) => KindUi | undefined
  /** Where to read about a question. */
  readonly reading: ((question: string) => Reading | null) | undefined
  /** Starts another attempt. */
  readonly onRetake: ((only?: 'missed') => void) | undefined
}

/** Points, bars per objective, and the questions to look at again. */
export function reportPart(setting: Setting, view: FinishedView, options: ReportOptions): Part {
  const { messages } = setting
  return part('report', 'section', {}, [
    headingPart('h2', 'report', messages.report),
    scorePart(setting, view),
    objectivesPart(setting, view),
    againPart(setting, view, options),
    retakePart(setting, view, options),
  ])
}

function scorePart(setting: Setting, { result }: FinishedView): Part {
  const { messages } = setting
  const { score, passed, band, pending, counts, duration } = result
  const outcomes = Object.keys(outcomeSigns) as Outcome[]
  return part('result', 'div', { 'data-passed': passed === null ? undefined : String(passed) }, [
    score === null
      ? part('points-later', 'p', {}, messages.pointsLater)
      : part('total', 'p', {}, [
          part(
            'total-points',
            'span',
            {},
            fill(messages, messages.pointsOf, { raw: score.raw, n: score.max }),
          ),
          part(
            'total-share',
            'span',
            {},
            fill(messages, messages.percent, { share: percentOf(score.scaled) }),
          ),
        ]),
    score === null ? null : barPart(messages, messages.report, score.scaled),
    passed === null
      ? null
      : part('passed', 'p', {}, passed ? `✔ ${messages.passed}` : `✘ ${messages.notPassed}`),
    counts === null
      ? null
      : part(
          'counts',
          'ul',
          {},
          outcomes
            .filter(name => counts[name] > 0)
            .map(name => ({
              ...part('count', 'li', { 'data-outcome': name }, [
                part('sign', 'span', { 'aria-hidden': 'true' }, outcomeSigns[name]),
                part(
                  'count-text',
                  'span',
                  {},
                  `${fill(messages, '{n}', { n: counts[name] })} ${messages.outcomes[name]}`,
                ),
              ]),
              key: name,
            })),
        ),
    part('time-taken', 'p', {}, fill(messages, messages.timeTaken, { time: clockTime(duration) })),
    pending ? part('pending', 'p', {}, messages.pending) : null,
    band === null ? null : authored(setting, part('band', 'div', { lang: setting.language }, band), 'block'),
  ])
}

function objectivesPart(setting: Setting, { result }: FinishedView): Part | null {
  const { messages, language } = setting
  const shown = result.objectives.flatMap(({ score, ...objective }) =>
    score ? [{ ...objective, score }] : [],
  )
  if (shown.length === 0) return null
  return part('objectives', 'section', {}, [
    part('section-title', 'h3', {}, messages.byObjective),
    part(
      'objective-list',
      'ul',
      {},
      shown.map(({ id, text, score }) => ({
        ...part('objective', 'li', {}, [
          authored(setting, part('objective-text', 'p', { lang: language }, text)),
          barPart(messages, text, score.scaled),
          part(
            'objective-points',
            'p',
            {},
            fill(messages, messages.pointsOf, { raw: score.raw, n: score.max }),
          ),
        ]),
        key: id,
      })),
    ),
  ])
}

type Reviewed = FinishedView['reviews'][number]

/** What did not earn everything, or waits to be marked, as far as the rules show it. */
const isWorthAnotherLook = ({ outcome }: Reviewed) => outcome !== null && outcome !== 'correct'

function againPart(setting: Setting, { reviews }: FinishedView, options: ReportOptions): Part | null {
  const { messages } = setting
  if (reviews.every(({ outcome }) => outcome === null)) return null
  const missed = reviews.filter(isWorthAnotherLook)
  return part('look-again', 'section', {}, [
    part('section-title', 'h3', {}, messages.lookAgain),
    missed.length === 0
      ? part('all-right', 'p', {}, messages.allRight)
      : part(
          'missed-list',
          'ol',
          {},
          missed.map(review => missedPart(setting, review, reviews.indexOf(review) + 1, options)),
        ),
  ])
}

function missedPart(setting: Setting, review: Reviewed, number: number, options: ReportOptions): Part {
  const { messages } = setting
  const { question, outcome, inWords, response } = review
  const desk = createDesk(setting, question, { response, review, locked: true })
  const kind = options.kindOf(question.type)
  const yours = kind?.words?.(response, messages) ?? inWords
  const reading = review.solution ? (options.reading?.(question.id) ?? null) : null
  return {
    ...part('missed', 'li', { 'data-outcome': outcome ?? undefined, value: number }, [
      part('body', 'div', { lang: desk.language, dir: directionOf(desk.language) }, [
        authored(desk, part('stem', 'div', {}, question.stem), 'block'),
      ]),
      part('missed-verdict', 'p', {}, verdictParts(desk, review)),
      yours === null
        ? null
        : { ...entry({ ...desk, text: 'plain' }, messages.yourResponse, yours, 'inline'), key: 'yours' },
      ...solutionParts(desk, review, kind),
      reading === null ? null : readingPart(setting, reading),
    ]),
    key: question.id,
  }
}

function readingPart({ messages, resolve }: Setting, { title, url, paragraphs }: Reading): Part {
  const list = new Intl.ListFormat(messages.language).format(paragraphs.map(String))
  const place = fill(messages, messages.paragraphs, { n: paragraphs.length, list })
  const href = url === null ? null : resolve(url)
  return part('reading', 'p', {}, [
    part('entry-label', 'span', {}, messages.read),
    href === null ? part('source', 'span', {}, title) : part('source', 'a', { href }, title),
    part('place', 'span', {}, place),
  ])
}

function retakePart(
  { messages }: Setting,
  { reviews }: FinishedView,
  { onRetake }: ReportOptions,
): Part | null {
  if (!onRetake) return null
  const missed = reviews.some(isWorthAnotherLook)
  return part('actions', 'div', { role: 'group' }, [
    part(
      'action',
      'button',
      { type: 'button', 'data-command': 'retake', onclick: () => onRetake() },
      messages.again,
    ),
    missed
      ? {
          ...part(
            'action',
            'button',
            { type: 'button', 'data-command': 'retake-missed', onclick: () => onRetake('missed') },
            messages.againMissed,
          ),
          key: 'missed',
        }
      : null,
  ])
}
