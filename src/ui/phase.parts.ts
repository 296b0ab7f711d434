import type { FinishingView, OverviewEntry, PausedView, ReadyView, SummaryView } from '../quiz/index.js'
import { actionsPart } from './actions.parts.js'
import type { Setting } from './desk.js'
import { outcomeSigns } from './feedback.parts.js'
import { fill, type Messages } from './messages.js'
import { type Part, part } from './part.js'
import { headingPart, titled } from './shell.parts.js'
import { clockTime } from './time.js'

/** What a learner should know before the start. */
export function readyPart(setting: Setting, view: ReadyView): Part {
  const { messages } = setting
  const { about, refusal } = view
  const say = (...[text, places]: [Parameters<typeof fill>[1], Parameters<typeof fill>[2]]) =>
    fill(messages, text, places)
  const facts = [
    about.questions === null ? '' : say(messages.questions, { n: about.questions }),
    about.timeLimit === null ? '' : say(messages.timeLimit, { time: clockTime(about.timeLimit * 1000) }),
    about.pass === null ? '' : say(messages.passMark, { share: about.pass * 100 }),
    about.attempts.max === null
      ? ''
      : say(messages.attemptsUsed, { used: about.attempts.used, max: about.attempts.max }),
  ].filter(fact => fact !== '')
  return part('ready', 'section', {}, [
    titled(setting, view, headingPart('h2', 'ready', '')),
    part(
      'facts',
      'ul',
      {},
      facts.map((fact, index) => ({ ...part('fact', 'li', {}, fact), key: `fact-${index}` })),
    ),
    refusal === null ? null : refusalPart(messages, refusal.code, refusal.from),
    actionsPart(setting, view),
  ])
}

function refusalPart(messages: Messages, code: string, from: number | null): Part {
  const words = Object.hasOwn(messages.refusals, code) ? messages.refusals[code] : undefined
  const date =
    from === null
      ? ''
      : fill(messages, messages.from, {
          date: new Intl.DateTimeFormat(messages.language, {
            dateStyle: 'medium',
            timeStyle: 'short',
          }).format(from),
        })
  return part('refusal', 'p', { role: 'status' }, [words ?? code, date].filter(text => text !== '').join(' '))
}

/** All questions before handing in: what is open, what is flagged. */
export function summaryPart(setting: Setting, view: SummaryView): Part {
  const { messages } = setting
  const open = view.questions.filter(({ answered }) => !answered).length
  return part('summary', 'section', {}, [
    headingPart('h2', 'summary', messages.summary),
    open === 0 ? null : part('summary-open', 'p', {}, fill(messages, messages.summaryOpen, { n: open })),
    view.refusal === null ? null : refusalPart(messages, view.refusal, null),
    actionsPart(setting, view),
  ])
}

export function pausedPart(setting: Setting, view: PausedView): Part {
  return part('paused', 'section', {}, [
    headingPart('h2', 'paused', setting.messages.paused),
    actionsPart(setting, view),
  ])
}

export function finishingPart(setting: Setting, view: FinishingView): Part {
  const { messages } = setting
  const failed = view.scoringProblem !== null
  return part('finishing', 'section', {}, [
    headingPart('h2', 'finishing', failed ? messages.scoringFailed : messages.scoring),
    actionsPart(setting, view),
  ])
}

/** How many questions before and after the one at hand a long quiz shows, and from how many on it is long. */
const near = 15
const long = 60

/** The questions that are shown: all, or of many those near, the first, the last, and those that were flagged. */
function shownOf(entries: readonly OverviewEntry[]): readonly OverviewEntry[] {
  if (entries.length <= long) return entries
  const at = entries.findIndex(({ current }) => current)
  const last = entries.length - 1
  return entries.filter(
    ({ flagged }, index) => flagged || index === 0 || index === last || Math.abs(index - at) <= near,
  )
}

/** The questions as buttons, each with its state in words and by a sign. */
export function overviewPart(
  { messages, send, prefix }: Setting,
  entries: readonly OverviewEntry[],
): Part | null {
  if (entries.length === 0) return null
  return part('overview', 'nav', { 'aria-label': messages.overview, id: `${prefix}-overview` }, [
    part(
      'overview-list',
      'ol',
      {},
      shownOf(entries).map(entry => {
        const { id, number, current, open } = entry
        return {
          ...part('overview-entry', 'li', {}, [
            part(
              'overview-button',
              'button',
              {
                type: 'button',
                'aria-current': current ? 'step' : undefined,
                'aria-disabled': open || current ? undefined : 'true',
                'aria-label': `${fill(messages, messages.question, { number, total: entries.length })}: ${stateText(messages, entry)}`,
                'data-outcome': entry.outcome ?? undefined,
                'data-answered': entry.answered ? '' : undefined,
                'data-flagged': entry.flagged ? '' : undefined,
                onclick: () => {
                  if (open) send({ type: 'goTo', id })
                },
              },
              [part('overview-number', 'span', {}, String(number)), part('sign', 'span', {}, signOf(entry))],
            ),
          ]),
          key: id,
        }
      }),
    ),
  ])
}

function signOf({ flagged, outcome, answered }: OverviewEntry): string {
  if (flagged) return '⚑'
  if (outcome !== null) return outcomeSigns[outcome]
  return answered ? '•' : ''
}

function stateText(
  messages: Messages,
  { outcome, answered, flagged, skipped, current }: OverviewEntry,
): string {
  const states = [
    current ? messages.current : '',
    outcome === null ? (answered ? messages.answered : messages.open) : messages.outcomes[outcome],
    skipped ? messages.skipped : '',
    flagged ? messages.flagged : '',
  ]
  return states.filter(state => state !== '').join(', ')
}
