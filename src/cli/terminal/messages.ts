import type { Outcome } from '../../question/index.js'

/** Why a response can't be handed in as it stands: by the code of the kind that read it. */
const problems: { readonly [code: string]: string } = {
  incomplete: 'Something is still open.',
  'too-few-choices': 'Pick more: the question says how many.',
  'too-many-choices': 'That is more than the question asks for.',
  'exclusive-choice': 'One of those picked stands alone; it can’t be picked with others.',
  'repeated-choice': 'Each can be given once only.',
  'too-short': 'That is too short: fewer words than asked for.',
  'too-long': 'That is too long.',
  'not-a-number': 'That is no number.',
}

export function sayProblem(code: string): string {
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
