import type { Bank, Json, Outcome, Score } from '../question/index.js'
import type { FinishedView } from '../quiz/index.js'

/** Where to read about a question. */
export interface Reading {
  readonly title: string
  readonly url: string | null
  /** Counted from 1. */
  readonly paragraphs: readonly number[]
}

/** A question that did not go right, with all that may be told of it. */
export interface Missed {
  readonly id: string
  readonly stem: string
  readonly outcome: Outcome | null
  readonly score: Score | null
  readonly response: Json
  /** What was answered, in words. */
  readonly yours: string | null
  /** The key in words. Null while it is held back, or where only a person can tell. */
  readonly right: string | null
  /** Why, as the author says. */
  readonly why: string | null
  /** Null where the question names no source. */
  readonly read: Reading | null
}

/** What a learner takes home from an attempt. Plain JSON; what the rules hold back is null. */
export interface Report {
  readonly score: Score | null
  readonly passed: boolean | null
  readonly band: string | null
  readonly pending: boolean
  /** Milliseconds. */
  readonly duration: number
  readonly objectives: readonly { readonly id: string; readonly text: string; readonly score: Score | null }[]
  readonly missed: readonly Missed[]
}

/** A report from the view of a finished quiz. Tells no more than the view does. */
export function reportOf({ result, reviews }: FinishedView, bank: Bank): Report {
  const { score, passed, band, pending, duration, objectives } = result
  return {
    score,
    passed,
    band,
    pending,
    duration,
    objectives: objectives.map(({ id, text, score }) => ({ id, text, score })),
    missed: reviews
      .filter(({ outcome }) => outcome !== null && outcome !== 'correct' && outcome !== 'pending')
      .map(({ question, outcome, score, response, inWords, solution }) => ({
        id: question.id,
        stem: question.stem,
        outcome,
        score,
        response,
        yours: inWords,
        right: solution?.inWords ?? null,
        why: solution?.text ?? null,
        read: readingFor(bank, question.id),
      })),
  }
}

/** Where the bank says that a question's key is proved. */
export function readingFor({ questions, sources = [] }: Bank, id: string): Reading | null {
  const named = questions.find(question => question.id === id)?.source
  const document = named?.document ? sources.find(source => source.id === named.document) : sources[0]
  if (!named || !document) return null
  return { title: document.title, url: document.url ?? null, paragraphs: named.paragraphs }
}
