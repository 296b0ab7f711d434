import type { Command, QuizView } from '../quiz/index.js'
import type { Setting, UiCommand } from './desk.js'
import { fill } from './messages.js'
import { type Part, part } from './part.js'

type Plain = Exclude<Command, 'respond' | 'certainty' | 'goTo'>

/** What leads on, first to last: the first that is allowed stands out. */
const onward: readonly Plain[] = [
  'start',
  'resume',
  'retry',
  'submit',
  'tryAgain',
  'next',
  'handIn',
  'finish',
]

/** What else there is to do; ending for good without handing in is left to the host. */
const beside: readonly Plain[] = [
  'previous',
  'hint',
  'skip',
  'flag',
  'clear',
  'showSolution',
  'redo',
  'pause',
]

/** A button for each thing that may be done now. */
export function actionsPart(setting: Setting, view: QuizView): Part | null {
  const allowed = (name: Plain) => view.can[name] && (name !== 'tryAgain' || view.phase === 'feedback')
  const forward = onward.filter(allowed)
  // A response that can't be handed in yet keeps its button, so that the way on doesn't jump about.
  const waiting =
    view.phase === 'answering' && view.can.respond && !forward.includes('submit') && !forward.includes('next')
  const buttons = [
    ...(waiting ? [button(setting, view, 'submit', true)] : []),
    ...forward.map((name, index) => button(setting, view, name, index === 0 && !waiting)),
    ...beside.filter(allowed).map(name => button(setting, view, name, false)),
  ]
  return buttons.length === 0 ? null : part('actions', 'div', { role: 'group' }, buttons)
}

function button({ send, messages }: Setting, view: QuizView, name: Plain, first: boolean): Part {
  const flagged = name === 'flag' && 'flagged' in view && view.flagged
  const left = 'hints' in view ? view.question.hints - view.hints.length : 0
  const inForm = name === 'submit'
  return {
    ...part(
      'action',
      'button',
      {
        type: inForm ? 'submit' : 'button',
        'data-command': name,
        'data-primary': first ? '' : undefined,
        'aria-pressed': name === 'flag' ? String(flagged) : undefined,
        'aria-disabled': inForm && !view.can.submit ? 'true' : undefined,
        onclick: inForm ? undefined : () => send({ type: name } as UiCommand),
      },
      name === 'hint' && left > 1
        ? `${messages.commands.hint} (${fill(messages, '{left}', { left })})`
        : messages.commands[name],
    ),
    key: name,
  }
}
