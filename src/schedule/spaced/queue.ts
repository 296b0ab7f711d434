import { drawOrders } from '../../draw/index.js'
import { ownValue } from '../../question/index.js'
import type { Drawn, Selector } from '../../quiz/index.js'
import type { ReviewState } from './state.js'

/** Which day a moment is of. */
export interface DayOptions {
  /** Minutes that the learner's clock is ahead of UTC; 0 when left out. */
  readonly utcOffset?: number
}

export interface QueueOptions extends DayOptions {
  /** Milliseconds since 1970. */
  readonly at: number
  /** New questions a day, those of the day counted; 10 when left out. */
  readonly newPerDay?: number
  /** Questions at the most; all when left out. */
  readonly limit?: number
}

/** What is to be asked today. */
export interface ReviewQueue {
  /** Ids of questions that are due, the longest due first. */
  readonly due: readonly string[]
  /** Ids of questions that were never asked, in the order of the bank. */
  readonly fresh: readonly string[]
}

const day = 86_400_000

const dayOf = (at: number, { utcOffset = 0 }: DayOptions) => Math.floor((at + utcOffset * 60_000) / day)

/** A moment's day by the learner's calendar: `2026-11-25`. */
export function dateOf(at: number, options: DayOptions = {}): string {
  return new Date(dayOf(at, options) * day).toISOString().slice(0, 10)
}

/**
 * What is due by the end of the day, and as many new questions as are left for it.
 *
 * @param questions ids of the questions there are, in order. Cards of others are left alone.
 */
export function queueOf(
  { cards, log }: Pick<ReviewState, 'cards' | 'log'>,
  questions: readonly string[],
  { at, newPerDay = 10, limit = Number.POSITIVE_INFINITY, utcOffset = 0 }: QueueOptions,
): ReviewQueue {
  const endOfDay = (dayOf(at, { utcOffset }) + 1) * day - utcOffset * 60_000
  const due: { readonly id: string; readonly due: number }[] = []
  const unseen: string[] = []
  for (const id of questions) {
    const card = ownValue(cards, id)
    if (!card) unseen.push(id)
    else if (card.due < endOfDay) due.push({ id, due: card.due })
  }
  due.sort((one, other) => one.due - other.due)
  const asked = due.slice(0, limit).map(({ id }) => id)
  const left = Math.max(0, Math.min(newPerDay - newToday(log, at, utcOffset), limit - asked.length))
  return { due: asked, fresh: unseen.slice(0, left) }
}

/** How many questions were asked for the first time on this day. */
function newToday(log: ReviewState['log'], at: number, utcOffset: number): number {
  const today = dayOf(at, { utcOffset })
  const first = new Map<string, number>()
  for (const entry of log)
    if (!first.has(entry.question)) first.set(entry.question, dayOf(entry.at, { utcOffset }))
  return [...first.values()].filter(one => one === today).length
}

/** One day of a forecast. */
export interface DayLoad {
  /** `2026-11-25`, as the learner's calendar has it. */
  readonly date: string
  /** How many questions fall due. What is overdue counts for the first day. */
  readonly due: number
}

/** How many questions fall due on each of the coming days, if none is reviewed before. */
export function forecast(
  { cards }: Pick<ReviewState, 'cards'>,
  { at, days = 14, utcOffset = 0 }: DayOptions & { readonly at: number; readonly days?: number },
): readonly DayLoad[] {
  const today = dayOf(at, { utcOffset })
  const counts = new Array<number>(days).fill(0)
  for (const card of Object.values(cards)) {
    const ahead = Math.max(0, dayOf(card.due, { utcOffset }) - today)
    if (ahead < days) counts[ahead] = (counts[ahead] ?? 0) + 1
  }
  return counts.map((due, index) => ({
    date: dateOf((today + index) * day),
    due,
  }))
}

/** Draws the day's questions: those that are due, then new ones. For the engine's `select`. */
export function spaced(state: ReviewState, options: Omit<QueueOptions, 'at'> = {}): Selector {
  return ({ questions, attempt, registry, rules }) => {
    if (attempt.slots.length > 0) return []
    const ids = questions.map(({ id }) => id)
    const { due, fresh } = queueOf(state, ids, { ...options, at: attempt.startedAt ?? attempt.at })
    const byId = new Map(questions.map(question => [question.id, question]))
    return [...due, ...fresh].flatMap((id): readonly Drawn[] => {
      const question = byId.get(id)
      if (!question) return []
      const orders = drawOrders(registry, question, attempt.seed, rules.shuffleChoices)
      return [{ id, section: null, orders }]
    })
  }
}
