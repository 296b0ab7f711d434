import type { Outcome } from '../../index.js'
import { english, type ScoreMessages } from '../../results/index.js'

/** Why a response can't be handed in as it stands: by the code of the kind that read it. */
export function sayProblem(code: string): string {
  const { problems }: ScoreMessages = english
  return problems[code] ?? `This can’t be handed in as it stands (${code.replaceAll('-', ' ')}).`
}

/** Why an attempt can't start or be handed in yet. */
const refusals: { readonly [code: string]: string } = {
  'no-attempts-left': 'You have used all the attempts that these rules allow.',
  closed: 'This quiz is closed.',
  'not-open-yet': 'This quiz is not open yet.',
  'too-soon': 'It is too soon for another attempt.',
  'nothing-to-ask': 'There is no question to ask under these rules.',
  'too-early': 'It is too early to hand in.',
  'too-few-answered': 'Too few questions are answered to hand in.',
}

export function sayRefusal(code: string): string {
  return refusals[code] ?? code.replaceAll('-', ' ')
}

/** What came of a response, in a word, and its sign. */
export const outcomes: {
  readonly [Name in Outcome]: {
    readonly word: string
    readonly sign: string
    readonly tone: 'good' | 'part' | 'bad' | 'faint'
  }
} = {
  correct: { word: 'Correct', sign: '✔', tone: 'good' },
  partial: { word: 'Partly right', sign: '◐', tone: 'part' },
  incorrect: { word: 'Not right', sign: '✘', tone: 'bad' },
  unanswered: { word: 'Not answered', sign: '–', tone: 'faint' },
  invalid: { word: 'Can’t be scored', sign: '✘', tone: 'bad' },
  pending: { word: 'To be marked', sign: '…', tone: 'faint' },
}
