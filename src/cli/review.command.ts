import { type Bank, createQuiz, type Quiz } from '../index.js'
import { bundledBanks } from '../questions/index.js'
import {
  createReview,
  dateOf,
  forecast,
  queueOf,
  type ReviewRating,
  type ReviewState,
  ratingOf,
  recallOf,
  spaced,
} from '../schedule/spaced/index.js'
import { openBank } from './banks.js'
import { type Command, readArguments, UsageError } from './command.js'
import { safeLine } from './plain-text.js'
import { lasting } from './reference.js'
import { holdReviews, readReviews, reviewRules, reviewsIn } from './review.store.js'
import { loadText } from './review.text.js'
import { needTerminal, runOptions, runSettings } from './run.options.js'

const options = {
  new: { type: 'string' },
  limit: { type: 'string' },
  ...runOptions,
} as const

/** The day's questions to go over again: at a terminal, or with answers from a file. */
export const command: Command = async args => {
  const { values, positionals } = readArguments('review', args, options, 1)
  const reference = positionals[0] ?? 'all'
  const bank = reference === 'all' ? await allBanks() : await openBank(reference)
  const day = {
    at: Date.now(),
    utcOffset: -new Date().getTimezoneOffset(),
    newPerDay: countIn('--new', values.new, 10),
    limit: countIn('--limit', values.limit, Number.MAX_SAFE_INTEGER),
  }
  if (values.json && values.answers === undefined) return printQueue(bank, day)
  if (values.answers === undefined) needTerminal('A review', 'review <bank> --answers <file>')
  const { seed, plain } = runSettings(values)
  const held = holdReviews(bank.id)
  try {
    const before = reviewsIn(held.read())
    const quiz = createQuiz(bank, {
      rules: reviewRules,
      select: spaced(before, day),
      ...(seed !== undefined && { seed }),
    })
    const keep = (easy: ReadonlySet<string>) => {
      const { reviews, done } = takeReviews(before, quiz, easy, day.utcOffset)
      const problem = held.save({ version: 1, reference: lasting(reference), title: bank.title, reviews })
      return { done, load: forecast(reviews, { ...day, days: 7 }), problem }
    }
    const { due, fresh } = queueOf(before, idsOf(bank), day)
    if (due.length + fresh.length === 0) {
      const load = forecast(before, { ...day, days: 7 })
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ reviewed: [], forecast: load }, null, 2)}\n`
          : `Nothing is due today.\n\n${loadText(load)}\n`,
      )
      return 0
    }
    if (values.answers !== undefined) {
      const { playThrough, readAnswers } = await import('./play.answers.js')
      playThrough(quiz, await readAnswers(bank, values.answers))
      quiz.stop()
      const { done, load, problem } = keep(new Set())
      if (problem !== null) throw new UsageError([safeLine(`The reviews could not be saved: ${problem}`)])
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ reviewed: done, forecast: load }, null, 2)}\n`
          : `${doneText(done)}\n\n${loadText(load)}\n`,
      )
      return 0
    }
    const { reviewAtTerminal } = await import('./terminal/review.js')
    return await reviewAtTerminal({
      quiz,
      bank,
      queue: { due, fresh },
      keep,
      plain,
    })
  } finally {
    held.release()
  }
}

const idsOf = ({ questions }: Bank) => questions.map(({ id }) => id)

async function allBanks(): Promise<Bank> {
  const { mergeBanks } = await import('../bank/index.js')
  return mergeBanks(bundledBanks, { id: 'all', title: 'All banks that come with it', prefix: true })
}

/** @throws UsageError when it is no count. */
function countIn(option: string, said: string | undefined, otherwise: number): number {
  if (said === undefined) return otherwise
  if (/^\d{1,6}$/.test(said)) return Number(said)
  throw new UsageError([safeLine(`${option} takes a number, such as ${option} 10; '${said}' is none.`)])
}

function printQueue(bank: Bank, day: Parameters<typeof queueOf>[2]): number {
  const reviews = reviewsIn(readReviews(bank.id))
  const queue = queueOf(reviews, idsOf(bank), day)
  process.stdout.write(
    `${JSON.stringify({ bank: bank.id, ...queue, forecast: forecast(reviews, { ...day, days: 7 }) }, null, 2)}\n`,
  )
  return 0
}

/** A question that was gone over, how well it was remembered, and when it comes again by the learner's calendar: `2026-11-28`. */
export interface Reviewed {
  readonly question: string
  readonly rating: ReviewRating
  readonly due: string
}

/** What was handed in or looked up counts; what was passed by stays due. */
function takeReviews(
  before: ReviewState,
  quiz: Quiz,
  easy: ReadonlySet<string>,
  utcOffset: number,
): { readonly reviews: ReviewState; readonly done: readonly Reviewed[] } {
  const review = createReview({ seed: 'review' })
  const at = Date.now()
  const asked = quiz.getResult().questions.filter(({ tries, solutionSeen }) => tries > 0 || solutionSeen)
  const rated = asked
    .filter(({ outcome }) => outcome !== 'pending')
    .map(result => ({
      question: result.id,
      rating: ratingOf({ ...recallOf(result), easy: easy.has(result.id) }),
      at,
    }))
  const reviews = rated.reduce(review, before)
  const done = rated.map(({ question, rating }) => ({
    question,
    rating,
    due: dateOf(reviews.cards[question]?.due ?? at, { utcOffset }),
  }))
  return { reviews, done }
}

function doneText(done: readonly Reviewed[]): string {
  if (done.length === 0) return 'Nothing was handed in.'
  return done
    .map(({ question, rating, due }) => safeLine(`${rating.padEnd(5)}  ${question}: again on ${due}`))
    .join('\n')
}
