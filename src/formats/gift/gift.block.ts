import type { equals, tilde } from './gift.lines.js'

/** What stands between two blank lines of a GIFT file. Its places are indices in `text`. */
export interface Block {
  /** The file; where comments stand in the midst of the block, its lines alone, without them. */
  readonly text: string
  /** Line of the first text, from 1. */
  readonly line: number
  /** Where the text begins, after the colons and the name, and where the block ends. */
  readonly start: number
  readonly end: number
  /** Where the first line begins that is none of the block's, and how many lines there are before. */
  readonly next: number
  readonly lines: number
  readonly comments: string
  readonly isCategory: boolean
  /** Where the name begins that stands between `::` and `::`, the latter right before `start`; -1 where there is none. */
  readonly nameStart: number
  /** The first brace of its sort that isn't escaped, and the last that closes; -1 where there is none. */
  readonly open: number
  readonly close: number
  readonly lastClose: number
  /** What stands between the braces, up to the feedback on all answers, parted at each `=` and `~`. */
  readonly answers: readonly Answer[]
  /** Where the answers end: at the last `####`, which begins that feedback, or at the brace. */
  readonly answersEnd: number
  /** True where the answers begin with a `#`, which is none of theirs. */
  readonly isNumerical: boolean
  /** The first two `#` among the answers; -1 where there is none. */
  readonly firstSharp: number
  readonly secondSharp: number
  /** True where a sign is escaped. */
  readonly hasEscapes: boolean
  /** True where nothing in it may be taken for HTML, or for Markdown but at the beginning of a text. */
  readonly isPlain: boolean
  /** True where all texts of the file mean the same in a bank, if they are Markdown. */
  readonly isBankMarkdown: boolean
}

/** One answer among others: where it stands. Only signs that aren't escaped count. */
export interface Answer {
  /** The sign that it follows, `=` or `~`; null for what stands before the first. */
  readonly sign: typeof equals | typeof tilde | null
  readonly from: number
  readonly to: number
  /** Its first `#`, which begins its feedback, and its first `->`; -1 where there is none. */
  readonly sharp: number
  readonly arrow: number
  /** True where it goes on over the end of a line. */
  readonly isFolded: boolean
}
