import { type AcceptedNumber, type AcceptedText, checkNumberKey, checkTextKey } from '../../marking/index.js'
import type { Fault } from '../../question/index.js'
import type { Writable } from '../collect.js'
import { rounded } from '../picked-fractions.js'
import { acceptedText } from '../wildcards.js'
import { answersIn, feedbackOn, textEnd, type Weight, weightOf } from './gift.answers.js'
import type { Answer } from './gift.block.js'
import { type Draft, type Row, tooFew } from './gift.draft.js'
import { tilde } from './gift.lines.js'
import { plainAt, readText, type Texts } from './gift.texts.js'

export const shortanswer: Row = (texts, stem) => {
  const accepted = acceptedIn(texts, answersIn(texts.block)).filter(({ text }) => text !== '')
  if (accepted.length === 0) return tooFew('There is no answer between the braces.')
  const key = accepted.map(one => (one.text.includes('*') ? { ...one, ...acceptedText(one.text) } : one))
  const faults = checkTextKey(key, undefined, undefined)
  const fault = faults.find(({ code }) => code !== 'shadowed-answer')
  if (fault) return fault
  const met = withoutShadowed(key, faults, texts)
  if (met.some(({ fraction = 1 }) => fraction === 1)) return { id: '', type: 'short-answer', stem, key: met }
  const message =
    'What is worth all the points is met by an answer before it, which is worth less; put it first.'
  return { code: 'shadowed-answer', message }
}

export const numerical: Row = (texts, stem) => {
  const { block } = texts
  const answers = answersIn(block)
  const first = answers.findIndex(({ sign }) => sign === tilde)
  const [right, others] = first === -1 ? [answers, []] : [answers.slice(0, first), answers.slice(first)]
  const onOthers = others.find(({ sharp }) => sharp !== -1)?.sharp
  let incorrect = onOthers === undefined ? '' : readText(texts, onOthers + 1, block.answersEnd)
  const key: AcceptedNumber[] = []
  for (const { text, ...worth } of acceptedIn(texts, right)) {
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
function acceptedIn(texts: Texts, answers: readonly Answer[]): readonly AcceptedText[] {
  const weights = answers.map(answer => weightOf(texts.block.text, answer))
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
