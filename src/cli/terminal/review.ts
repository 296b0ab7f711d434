import type { Bank, Quiz } from '../../index.js'
import { resolveRules } from '../../quiz/index.js'
import type { DayLoad, ReviewQueue } from '../../schedule/spaced/index.js'
import { safeLine } from '../plain-text.js'
import type { Reviewed } from '../review.command.js'
import { reviewRules } from '../review.store.js'
import { countsText, loadText } from '../review.text.js'
import type { Desk, Streams } from './desk.js'
import { openDesk } from './open-desk.js'
import { playAttempt } from './play.js'
import { writeLater } from './write-later.js'

export interface ReviewOptions {
  readonly quiz: Quiz
  readonly bank: Bank
  readonly queue: ReviewQueue
  /** Takes in what was handed in, with what the learner calls easy, and keeps it. */
  readonly keep: (easy: ReadonlySet<string>) => {
    readonly done: readonly Reviewed[]
    readonly load: readonly DayLoad[]
    /** Why it could not be kept, or null. */
    readonly problem: string | null
  }
  readonly plain?: boolean | undefined
  readonly streams?: Streams | undefined
}

/** Goes over the day's questions with a learner. What was handed in counts, also where they leave in the middle. */
export async function reviewAtTerminal({
  quiz,
  bank,
  queue,
  keep,
  plain,
  streams,
}: ReviewOptions): Promise<number> {
  const desk = openDesk(plain, streams)
  const { paint } = desk.style()
  // Whoever closes the terminal loses nothing of what was handed in.
  const later = writeLater(() => keep(new Set()).problem)
  const unsubscribe = quiz.subscribe(later.changed)
  try {
    desk.say(`${paint.strong(safeLine(bank.title))}\n${paint.faint(countsText(queue))}`, 'faint')
    const seen = new Map<string, string>()
    const rules = resolveRules(reviewRules)
    await playAttempt({ quiz, rules, desk, now: Date.now, seen, shown: '' })
    later.forget()
    const { done } = keep(new Set())
    const { done: rated, load, problem } = keep(await askEasy(desk, done, seen))
    const remembered = rated.filter(({ rating }) => rating !== 'Again').length
    if (rated.length > 0) desk.say(`Remembered: ${remembered} of ${rated.length}.`, 'good')
    desk.say(loadText(load), 'faint')
    if (problem === null) desk.say('Until next time.', 'end')
    else desk.say(`The reviews could not be saved: ${safeLine(problem)}`, 'warning')
    return problem === null ? 0 : 1
  } finally {
    later.stop()
    unsubscribe()
    quiz.stop()
    desk.close()
  }
}

/** Only the learner can say what was easy; it comes again later then. */
async function askEasy(
  desk: Desk,
  done: readonly Reviewed[],
  stems: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const easy = new Set<string>()
  for (;;) {
    const left = done.filter(({ question, rating }) => rating === 'Good' && !easy.has(question))
    if (left.length === 0) return easy
    const chosen = await desk.choose<string | null>('Was any of it easy?', [
      { value: null, label: easy.size === 0 ? 'No, go on' : 'That is all' },
      ...left.map(({ question }) => ({ value: question, label: labelOf(stems.get(question) ?? question) })),
    ])
    if (chosen === null) return easy
    easy.add(chosen)
  }
}

const labelOf = (stem: string) => {
  const line = safeLine(stem)
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
