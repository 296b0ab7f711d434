import type { QuizView } from '../quiz/index.js'
import { fill, type Messages } from './messages.js'

/** From here on the time is shown as running out. Milliseconds. */
const soon = 60_000

/** The time left until the first limit, at a moment; null without a limit. */
export function timeText(
  messages: Messages,
  { time, phase }: QuizView,
  now: number,
): { readonly text: string; readonly urgent: boolean } | null {
  if (time.deadline === null || phase === 'finished' || phase === 'paused') return null
  const left = Math.max(0, time.deadline - now)
  const text = time.deadline === time.limits.question ? messages.questionTimeLeft : messages.timeLeft
  return { text: fill(messages, text, { time: clockTime(left) }), urgent: left < soon }
}

/** `1:05:09` or `4:30`, of milliseconds. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}

/** When it is worth saying how much time is left, in seconds: seldom, and never in the last moments of work. */
const worthSaying = [3600, 1800, 600, 300, 60, 30, 10]

/**
 * What to say of the time between two moments; null most of the time.
 *
 * @param before milliseconds left at the last look.
 * @param after milliseconds left now.
 */
export function timeAnnouncement(messages: Messages, before: number, after: number): string | null {
  const crossed = worthSaying.filter(seconds => before > seconds * 1000 && after <= seconds * 1000).at(-1)
  if (crossed === undefined) return null
  return crossed >= 60
    ? fill(messages, messages.minutesLeft, { n: crossed / 60 })
    : fill(messages, messages.secondsLeft, { n: crossed })
}

/** What watches the time. */
export interface TimeWatch {
  /** Null while no quiz runs, as may be in a module. */
  readonly getView: () => QuizView | null
  readonly messages: Messages
  /** Called each second while a limit runs, for the host to paint. */
  readonly onTick: (now: number) => void
  /** Called where it is worth saying how much time is left. */
  readonly onSay: (text: string) => void
  /** Milliseconds since 1970; `Date.now` when left out. */
  readonly now?: () => number
}

/** Calls back each second while a limit runs. Returns what ends it. */
export function watchTime({ getView, messages, onTick, onSay, now = Date.now }: TimeWatch): () => void {
  let before: { readonly deadline: number; readonly left: number } | null = null
  const timer = setInterval(() => {
    const { time, phase } = getView() ?? { time: { deadline: null }, phase: 'finished' }
    const { deadline } = time
    if (deadline === null || phase === 'finished' || phase === 'paused') {
      before = null
      return
    }
    const left = deadline - now()
    const said = before?.deadline === deadline ? timeAnnouncement(messages, before.left, left) : null
    before = { deadline, left }
    if (said !== null) onSay(said)
    onTick(now())
  }, 1000)
  return () => clearInterval(timer)
}
