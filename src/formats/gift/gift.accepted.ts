import { type AcceptedNumber, type AcceptedText, checkNumberKey, checkTextKey } from '../../marking/index.js'
import type { Fault } from '../../question/index.js'
import type { Writable } from '../collect.js'
import { acceptedText } from '../wildcards.js'
import { type Answer, answersIn, feedbackOn, textEnd } from './gift.answers.js'
import { type Draft, type Row, rounded, tooFew } from './gift.draft.js'
import { sharp, tilde } from './gift.scan.js'
import { plainAt, readText, skipSpaces, type Texts } from './gift.texts.js'

export const shortanswer: Row = (texts, stem) => {
  const { open, answersEnd } = texts.block
  const accepted = acceptedIn(texts, open + 1, answersEnd).filter(({ text }) => text !== '')
  if (accepted.length === 0) return tooFew('There is no answer between the braces.')
  const key = accepted.map(one => (one.text.includes('*') ? { ...one, ...acceptedText(one.text) } : one))
  const faults = checkTextKey(key, undefined, undefined)
  const fault = faults.find(({ code }) => code !== 'shadowed-answer')
  return fault ?? { id: '', type: 'short-answer', stem, key: withoutShadowed(key, faults, texts) }
}

export const numerical: Row = (texts, stem) => {
  const { text, open, answersEnd, signs } = texts.block
  const from = skipSpaces(text, open + 1, answersEnd) + 1
  const others = signs.find(at => text.charCodeAt(at) === tilde) ?? answersEnd
  const onOthers = signs.find(at => at > others && text.charCodeAt(at) === sharp)
  let incorrect = onOthers === undefined ? '' : readText(texts, onOthers + 1, answersEnd)
  const key: AcceptedNumber[] = []
  for (const { text, ...worth } of acceptedIn(texts, from, others)) {
    const range = rangeOf(text)
    if (range) key.push({ ...range, ...worth })
    else if (text === '*' && worth.fraction === 0) incorrect ||= worth.feedback ?? ''
    else {
      const message = `'${text}' is no number, no number:tolerance and no least..most.`
      return { code: 'not-a-number', message }
    }
  }
  if (key.length === 0) return tooFew("There is no number after the '#'.")
  const question: Draft = { id: '', type: 'numeric', stem, key }
  const [fault] = checkNumberKey(question, undefined)
  if (fault) return fault
  if (incorrect !== '') question.feedback = { incorrect }
  return question
}

/** What is accepted, the best of which is worth all the points. */
function acceptedIn(texts: Texts, from: number, to: number): readonly AcceptedText[] {
  const answers = answersIn(texts.block, from, to)
  const most = answers.reduce((most, answer) => Math.max(most, fractionOf(answer)), 0)
  const whole = most > 0 && most < 1 ? most : 1
  if (whole < 1) {
    const message = `The best answer was worth ${rounded(whole)}; it is worth all the points now.`
    texts.notes.push({ code: 'fractions-raised', message })
  }
  return answers.map(answer => entryOf(texts, answer, Math.max(0, fractionOf(answer) / whole)))
}

const fractionOf = ({ weight }: Answer) => weight?.fraction ?? 1

function entryOf(texts: Texts, answer: Answer, fraction: number): AcceptedText {
  const text = plainAt(texts.block, answer.weight?.from ?? answer.from, textEnd(answer))
  const feedback = feedbackOn(texts, answer)
  const entry: Writable<AcceptedText> = { text }
  if (fraction < 1) entry.fraction = fraction
  if (feedback !== '') entry.feedback = feedback
  return entry
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

/** `5`, `5:0.1` and `4..6` as an accepted number. */
function rangeOf(text: string): AcceptedNumber | null {
  const dots = text.indexOf('..')
  if (dots > 0) {
    const [least, most] = [numberOf(text.slice(0, dots)), numberOf(text.slice(dots + 2))]
    return least === null || most === null ? null : { min: Math.min(least, most), max: Math.max(least, most) }
  }
  const colon = text.indexOf(':')
  const value = numberOf(colon > 0 ? text.slice(0, colon) : text)
  const tolerance = colon > 0 ? numberOf(text.slice(colon + 1)) : 0
  if (value === null || tolerance === null) return null
  return tolerance === 0 ? { value } : { value, tolerance: Math.abs(tolerance) }
}

/** As PHP's is_numeric takes it, but for what is too large to be one. */
function numberOf(text: string): number | null {
  if (!/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text)) return null
  return Number.isFinite(Number(text)) ? Number(text) : null
}
