import type { BuiltInKind } from '../interactions/index.js'
import type { Outcome } from '../question/index.js'
import type { Command } from '../quiz/index.js'
import type { ScoreMessages } from '../results/index.js'

/** A text for a count, by the plural categories of the language: `{ one: '{n} point', other: '{n} points' }`. */
export type Counted = { readonly other: string } & {
  readonly [Category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string
}

/** All that the interface says, with `{places}` for figures and names. Plain data, so that a language is a file. */
export interface Messages {
  /** BCP 47 tag of these texts; numbers are written by it. */
  readonly language: string
  readonly commands: { readonly [Name in Command]: string }
  /** What to do, by kind; empty where the stem says it all. */
  readonly instructions: { readonly [Kind in BuiltInKind]: string }
  readonly outcomes: { readonly [Name in Outcome]: string }
  readonly question: string
  readonly questions: Counted
  readonly points: Counted
  readonly pointsOf: Counted
  readonly pointsSoFar: Counted
  readonly percent: string
  readonly tryOf: string
  readonly progress: string
  readonly overview: string
  readonly current: string
  readonly answered: string
  readonly open: string
  readonly skipped: string
  readonly flagged: string
  readonly answeredOf: string
  /** Time. */
  readonly timeLeft: string
  readonly questionTimeLeft: string
  readonly minutesLeft: Counted
  readonly secondsLeft: Counted
  readonly timeLimit: string
  readonly overdue: string
  readonly timeTaken: string
  readonly paused: string
  /** Before the start. */
  readonly passMark: string
  readonly attemptsUsed: string
  readonly refusals: { readonly [code: string]: string }
  readonly from: string
  /** How many are to be picked. */
  readonly chooseExactly: Counted
  readonly chooseAtLeast: Counted
  readonly chooseAtMost: Counted
  readonly chooseBetween: string
  readonly wordsExactly: Counted
  readonly wordsAtLeast: Counted
  readonly wordsAtMost: Counted
  readonly wordsBetween: string
  readonly wordCount: Counted
  /** Answers. */
  readonly answer: string
  readonly number: string
  readonly unit: string
  readonly numbersLike: string
  readonly unitsAre: string
  readonly yes: string
  readonly no: string
  readonly gap: string
  readonly nothingChosen: string
  readonly notPlaced: string
  readonly moveUp: string
  readonly moveDown: string
  readonly keepOrder: string
  /** Said when something moved. */
  readonly movedTo: string
  readonly orderKept: string
  readonly given: string
  readonly takenBack: string
  readonly marked: string
  readonly unmarked: string
  readonly unsupported: string
  readonly nothingGiven: string
  readonly certainty: string
  readonly certaintyLevel: string
  readonly hint: string
  /** Feedback and report. */
  readonly feedback: string
  readonly taken: string
  readonly yourResponse: string
  readonly rightResponse: string
  readonly why: string
  readonly read: string
  readonly paragraphs: Counted
  readonly comment: string
  readonly markRight: string
  readonly markWrong: string
  readonly markMissed: string
  readonly markPartial: string
  readonly scoring: string
  readonly scoringFailed: string
  readonly summary: string
  readonly summaryOpen: Counted
  readonly report: string
  readonly pointsLater: string
  readonly passed: string
  readonly notPassed: string
  readonly pending: string
  readonly byObjective: string
  readonly lookAgain: string
  readonly allRight: string
  readonly again: string
  readonly againMissed: string
  /** Where the interface comes as an element. */
  readonly loading: string
  readonly unplayable: string
  readonly moreProblems: Counted
  readonly setAside: string
  readonly changed: Counted
  /** How points came about, and why a response can't be handed in. */
  readonly scores: ScoreMessages
}

type Places = { readonly [name: string]: string | number }

/** Fills the places of a text; figures are written by the table's language, and `n` decides the plural. */
export function fill(
  { language }: Pick<Messages, 'language'>,
  text: string | Counted,
  places: Places = {},
): string {
  const form = typeof text === 'string' ? text : pluralOf(text, language, Number(places.n))
  return form.replace(/\{(\w+)\}/g, (all, name: string) => {
    const value = Object.hasOwn(places, name) ? places[name] : undefined
    return typeof value === 'number' ? figure(language, value) : (value ?? all)
  })
}

function pluralOf(forms: Counted, language: string, count: number): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other
}

const figures = new Map<string, Intl.NumberFormat>()

/** At most two decimals, as the language writes them. */
function figure(language: string, value: number): string {
  let format = figures.get(language)
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
    figures.set(language, format)
  }
  return format.format(value)
}

/** Why a response can't be handed in as it stands; the code itself where the table has no words for it. */
export function problemText({ scores }: Messages, code: string): string {
  return (
    (Object.hasOwn(scores.problems, code) ? scores.problems[code] : undefined) ?? code.replaceAll('-', ' ')
  )
}
