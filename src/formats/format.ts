import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'

/** What became of a question, or of something in it, on the way from one format to another. */
export interface ReportEntry {
  /** `kept` whole; `changed`: it means the same but for what `message` says; `dropped`: it is not in the result. */
  readonly fate: 'kept' | 'changed' | 'dropped'
  /** Id of the question in the bank; null where none came of it. */
  readonly question: string | null
  /** The kind as the format names it: `multichoice`, `choiceInteraction`, …; left out where it is about no question. */
  readonly kind?: string
  /** What it is about, for programs: `kept`, `unclosed-answers`, `unsupported-kind`, … */
  readonly code: string
  /** What it is and what was made of it, for people. */
  readonly message: string
  readonly file?: string
  /** Counted from 1. */
  readonly line?: number
}

/** An image or another file that questions name. */
export interface MediaFile {
  /** As the questions name it: a relative path, never outside. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What was read from a file. Never thrown for what a file says: see the report. */
export interface Imported {
  /** Null where nothing of it could be read. */
  readonly bank: Bank<BuiltInQuestion> | null
  readonly media: readonly MediaFile[]
  /** For each question of the file at least one entry, in the order of the file. */
  readonly report: readonly ReportEntry[]
}

/** What was written. */
export interface Exported {
  readonly content: string | Uint8Array
  readonly media: readonly MediaFile[]
  /** For each question of the bank at least one entry, in the order of the bank; then what of the bank itself is lost. */
  readonly report: readonly ReportEntry[]
}

export interface ReadOptions {
  /** Id of the bank; `imported` when left out. */
  readonly id?: string
  /** Title of the bank; when left out the file's own, else its name without folders and ending. */
  readonly title?: string
  /** Name of the file, for the report. */
  readonly file?: string
}
