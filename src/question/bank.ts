import type { Marking, Question } from './question.js'

/** What a learner should be able to do after a bank. */
export interface Objective {
  readonly id: string
  readonly text: string
}

/** What questions are derived from. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly url?: string | undefined
  readonly publisher?: string | undefined
  /** A year, a month or a day, as ISO 8601 writes them: `2023-04`. */
  readonly published?: string | undefined
}

/** A question bank: plain data, checked by `parseBank` or compiled with the package. */
export interface Bank<Q extends Question = Question> {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
  /** Id of the topic that the bank belongs to. */
  readonly topic?: string | undefined
  /** BCP 47 tag; `en` when left out. */
  readonly language?: string | undefined
  /** SPDX id of the licence of its texts. */
  readonly license?: string | undefined
  /** How texts are written: `markdown` when left out, the subset of docs/questions.md. */
  readonly text?: 'plain' | 'markdown' | undefined
  /** Time to expect. */
  readonly minutes?: number | undefined
  /** Grade of school that the stems are for, by Kincaid's formula; `reading-level` of the linter checks it. English alone. */
  readonly readability?: { readonly grade: number } | undefined
  readonly objectives?: readonly Objective[] | undefined
  /** Rules of item writing that don't hold here, each with its reason: rule → reason. */
  readonly lint?: { readonly [rule: string]: string } | undefined
  /** The tags that questions may have; any when left out. */
  readonly tags?: readonly string[] | undefined
  readonly sources?: readonly Source[] | undefined
  /** Marking by kind, for questions that name none. */
  readonly marking?: { readonly [type: string]: Marking } | undefined
  readonly questions: readonly Q[]
}
