import { type AcceptedNumber, type AcceptedText, checkNumberKey, checkTextKey } from '../../marking/index.js'
import type { Fault } from '../../question/index.js'
import type { Writable } from '../collect.js'
import { rounded } from '../picked-fractions.js'
import { acceptedText } from '../wildcards.js'
import { answersIn, feedbackOn, hasWeight, textEnd, type Weight, weightOf } from './gift.answers.js'
import type { Answer } from './gift.block.js'
import { type Draft, fewerThanMoodleTakes, type Row, tooFew } from './gift.draft.js'
import { tilde } from './gift.lines.js'
import { meantBy, rangeOf } from './gift.numbers.js'
import { plainAt, readText, type Texts } from './gift.texts.js'

export const shortanswer: Row = (texts, stem) => {
  const answers = answersIn(texts.block)
  if (answers.length === 0) return fewerThanMoodleTakes('Moodle takes a 0 alone for nothing; write {=0}.')
  const accepted = acceptedIn(texts, answers).filter(({ text }) => text !== '')
  if (accepted.length === 0)
    return tooFew('There is no answer between the braces; a number begins with {#, and \\# is a sharp sign.')
  const last = accepted.at(-1)
  const other = accepted.length > 1 && last?.text === '*' && last.fraction === 0 ? last : undefined
  if (other) accepted.pop()
  const key = accepted.map(one => (one.text.includes('*') ? { ...one, ...acceptedText(one.text) } : one))
  const faults = areUnlike(key) ? [] : checkTextKey(key, undefined, undefined)
  const fault = faults.find(({ code }) => code !== 'shadowed-answer')
  if (fault) return fault
  const met = withoutShadowed(key, faults, texts)
  if (!met.some(({ fraction = 1 }) => fraction === 1)) {
    const message =
      'What is worth all the points is met by an answer before it, which is worth less; put it first.'
    return { code: 'shadowed-answer', message }
  }
  noteOtherKinds(key, texts)
  const question: Draft = { id: '', type: 'short-answer', stem, key: met }
  if (other?.feedback) question.feedback = { incorrect: other.feedback }
  return question
}

/** What may be the same as something else that is written otherwise, or stands for anything. */
const oddSign = /[^ -~]|\*| {2}/

/** True where a glance tells that none of a few texts is met before another, as checking takes as long as all else. */
function areUnlike(key: readonly AcceptedText[]): boolean {
  const [first] = key
  return (
    first?.fraction === undefined &&
    key.length <= 16 &&
    key.every(
      ({ text }, index) => !oddSign.test(text) && key.findIndex(other => isAlike(other.text, text)) === index,
    )
  )
}

const isAlike = (one: string, other: string) =>
  one.length === other.length && one.toLowerCase() === other.toLowerCase()

const pairLike = /^>|→/

/** Names what looks as if it were meant for a question of another kind. */
function noteOtherKinds(key: readonly AcceptedText[], { notes }: Texts): void {
  const [first] = key
  if (key.length === 1 && first && /^(?:true|false|t|f)$/i.test(first.text)) {
    const message = `'${first.text}' is a text to be typed, as for Moodle; a claim is {TRUE} or {FALSE}.`
    notes.push({ code: 'claim-is-text', message })
  }
  if (key.length > 1 && key.some(({ text }) => pairLike.test(text))) {
    const message = "Its answers are texts to be typed, as for Moodle; a pair has '->' between its sides."
    notes.push({ code: 'pair-is-text', message })
  }
}

export const numerical: Row = (texts, stem) => {
  const { block, notes } = texts
  const answers = answersIn(block)
  const first = answers.findIndex(({ sign }) => sign === tilde)
  const [right, others] = first === -1 ? [answers, []] : [answers.slice(0, first), answers.slice(first)]
  if (right.length === 0)
    return fewerThanMoodleTakes("There is no number after the '#'; a 0 alone is written {#=0}.")
  if (others.some(other => !/^(?:%[^%]*%)?\s*\*?$/.test(plainAt(block, other.from, textEnd(other)))))
    notes.push({ code: 'wrong-numbers', message: wrongNumbers })
  const onOthers = others.find(({ sharp }) => sharp !== -1)?.sharp
  let incorrect = onOthers === undefined ? '' : readText(texts, onOthers + 1, block.answersEnd)
  const accepted = acceptedIn(texts, right).filter(({ text, fraction, feedback }, index) => {
    // An answer without a weight is worth all the points.
    const isUnsaid = text === '*' && right.length > 1 && !hasWeight(block.text, right[index] as Answer)
    if (text !== '*' || (fraction !== 0 && !isUnsaid)) return true
    incorrect ||= feedback ?? ''
    if (isUnsaid) notes.push({ code: 'any-number', message: anyNumber })
    return false
  })
  const read = accepted.map(({ text }) => rangeOf(text))
  const meant = read.includes(null) ? meantBy(accepted.map(({ text }) => text)) : null
  if (meant && 'message' in meant) return meant
  const ranges = meant?.ranges ?? read
  const key = accepted.map((entry, index) => numberOf(ranges[index] ?? {}, entry))
  if (key.length === 0) return tooFew("There is no number after the '#'.")
  const question: Draft = { id: '', type: 'numeric', stem, key }
  if (meant && meant.units.length > 0) question.units = meant.units
  const [fault] = meant === null && isWholeAlone(key) ? [] : checkNumberKey(question, undefined)
  if (fault) return fault
  if (meant) notes.push(...meant.notes)
  if (incorrect !== '') question.feedback = { incorrect }
  return question
}

/** A number with what a text is worth that says it. */
function numberOf(range: AcceptedNumber, { fraction, feedback }: AcceptedText): AcceptedNumber {
  const number: Writable<AcceptedNumber> = { ...range }
  if (fraction !== undefined) number.fraction = fraction
  if (feedback !== undefined) number.feedback = feedback
  return number
}

/** What anybody can type, and nothing before it takes. */
const isWholeAlone = ([first, ...others]: readonly AcceptedNumber[]) =>
  others.length === 0 && first?.fraction === undefined && Number.isSafeInteger(first?.value)

const wrongNumbers =
  "Of what stands after '~' only the feedback is taken, as for Moodle; it is on all wrong numbers."
const anyNumber =
  "'*' without a weight makes any number right for Moodle; its feedback is on wrong numbers now. Write =%0%* for that."

/** What is accepted, the best of which is worth all the points. */
function acceptedIn(texts: Texts, answers: readonly Answer[]): AcceptedText[] {
  const weights = answers.map(answer => weightOf(texts, answer))
  const most = weights.reduce((most, weight) => Math.max(most, weight?.fraction ?? 1), 0)
  const whole = most > 0 && most < 1 ? most : 1
  if (whole < 1) {
    const message = `The best answer was worth ${rounded(whole)}; it is worth all the points now.`
    texts.notes.push({ code: 'fractions-raised', message })
  }
  return answers.map((answer, index) => entryOf(texts, answer, weights[index] ?? null, whole))
}

function entryOf(texts: Texts, answer: Answer, weight: Weight | null, whole: number): AcceptedText {
  const text = plainAt(texts.block, weight?.from ?? answer.from, textEnd(answer), answer.isFolded)
  const fraction = Math.max(0, (weight?.fraction ?? 1) / whole)
  if (weight && weight.fraction < 0) {
    const message = `'${text}' took points off; it is worth nothing now.`
    texts.notes.push({ code: 'weight-cut', message })
  }
  const feedback = feedbackOn(texts, answer)
  if (feedback === '') return fraction < 1 ? { text, fraction } : { text }
  return fraction < 1 ? { text, fraction, feedback } : { text, feedback }
}

/** Without the texts that an earlier one meets already, as a bank reads capitals and quotation marks alike. */
function withoutShadowed(
  key: readonly AcceptedText[],
  faults: readonly Fault[],
  { notes }: Texts,
): readonly AcceptedText[] {
  if (faults.length === 0) return key
  const shadowed = new Set<unknown>(faults.map(({ path }) => path[1]))
  for (const [index, { text }] of key.entries()) {
    const message = `The answer '${text}' is met by one before it, and is left out.`
    if (shadowed.has(index)) notes.push({ code: 'shadowed-answer', message })
  }
  return key.filter((_, index) => !shadowed.has(index))
}
