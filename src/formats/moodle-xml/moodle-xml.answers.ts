import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInKind } from '../../interactions/index.js'
import { type AcceptedText, checkTextKey, type MatchOptions } from '../../marking/index.js'
import type { Media } from '../../question/index.js'
import type { Note } from '../collect.js'
import { greatestOf } from '../greatest.js'
import { wholeShare } from '../moodle-grades.js'
import { fractionsRule, pickedBy, rounded } from '../picked-fractions.js'
import { childOf, childrenOf, numberOf, saidIn } from './moodle-xml.document.js'
import type { Labelled, Texts } from './moodle-xml.texts.js'

/** What a kind makes of a question: the fields of its own, and those of the common ones that it has a say in. */
export interface Built {
  readonly type: BuiltInKind
  readonly stem?: string
  readonly points?: number
  readonly media?: readonly Media[]
  readonly feedback?: { readonly incorrect?: string }
  readonly [field: string]: unknown
}

/** An answer as Moodle weighs it. */
export interface Answer {
  readonly element: XmlElement
  readonly said: string
  /** Share of the points, from -1 to 1. */
  readonly fraction: number
}

export function answersOf(question: XmlElement): readonly Answer[] {
  return childrenOf(question, 'answer').map(element => ({
    element,
    said: saidIn(element),
    fraction: shareOf(saidIn(childOf(element, 'fraction')) || (element.attributes.fraction ?? '0')),
  }))
}

/** Percent as a share, with a comma, too, as some tools write it. */
export function shareOf(percent: string): number {
  if (percent === '0' || percent === '100') return Number(percent) / 100
  const number = numberOf(percent.replace(',', '.')) ?? 0
  return wholeShare(Math.max(-1, Math.min(1, Number((number / 100).toFixed(9)))))
}

/** The field `feedback`, where an answer has some. */
export function feedbackOn({ element }: { readonly element: XmlElement }, { read }: Texts) {
  const text = read(childOf(element, 'feedback'))
  return text ? { feedback: text } : {}
}

export interface Weighed {
  readonly fraction: number
  readonly choice: Labelled & { readonly id: string }
}

/** A question with one choice to be picked. The best one is the key. */
export function oneOf(weighed: readonly Weighed[], { note }: Texts): Built | Note {
  const entries = full(weighed, note)
  const choices = entries.map(({ choice }) => choice)
  const shares = entries.map(({ fraction }) => Math.min(1, fraction))
  const best = choices[shares.indexOf(1)]
  if (!best) return noKey
  const weighs = shares.some((share, index) => share !== 0 && choices[index] !== best)
  return {
    type: 'single-choice',
    choices,
    key: best.id,
    ...(weighs && { marking: fractionsRule(choices, shares) }),
  }
}

/** A question with any number of choices to be picked, each of which adds or takes off. */
export function manyOf(choices: readonly Weighed[], { note }: Texts): Built | Note {
  const listed = choices.map(({ choice }) => choice)
  const fractions = choices.map(({ fraction }) => fraction)
  const picked = pickedBy(listed, fractions, note)
  return picked ? { type: 'multiple-response', choices: listed, ...picked } : noKey
}

const noKey: Note = { code: 'no-key', message: 'No answer is worth any points.' }

/** The answers, the best of which is worth all the points. */
export function full<Entry extends { readonly fraction: number }>(
  answers: readonly Entry[],
  note: Texts['note'],
): readonly Entry[] {
  const most = Math.max(0, greatestOf(answers.map(({ fraction }) => fraction)))
  if (most >= 1 || most === 0) return answers
  note('fractions-raised', `The best answer was worth ${rounded(most)}; it is worth all the points now.`)
  return answers.map(answer => ({
    ...answer,
    fraction: answer.fraction > 0 ? answer.fraction / most : answer.fraction,
  }))
}

/** The field `fraction` of something accepted; what is worth all the points doesn't say so. */
export const fractionOf = (fraction: number) => (fraction >= 1 ? {} : { fraction: Math.max(0, fraction) })

/** Without the texts that an earlier one meets already: they can't count. */
export function withoutShadowed<Entry extends AcceptedText>(
  key: readonly Entry[],
  match: MatchOptions | undefined,
  note: Texts['note'],
): readonly Entry[] {
  const shadowed = new Set(
    checkTextKey(key, match, undefined).flatMap(({ code, path }) =>
      code === 'shadowed-answer' ? [path[1]] : [],
    ),
  )
  for (const index of shadowed)
    note(
      'shadowed-answer',
      `The answer '${key[Number(index)]?.text}' is met by one before it, and is left out.`,
    )
  return key.filter((_, index) => !shadowed.has(index))
}
