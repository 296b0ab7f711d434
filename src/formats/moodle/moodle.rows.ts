import type { BuiltInKind } from '../../interactions/index.js'
import { type AcceptedText, checkTextKey } from '../../marking/index.js'
import type { Media } from '../../question/index.js'
import { letter, type Note } from '../collect.js'
import { markdownOf } from '../html.js'
import type { MoodleAnswer, MoodleKind, MoodleQuestion, MoodleText } from './moodle.question.js'

/** Texts on their way into a bank, and all that has to be said of them. */
export interface Texts {
  readonly read: (text: MoodleText) => string
  readonly note: (code: string, message: string) => void
  readonly images: Media[]
}

/** What a kind makes of a question: the fields of its own. */
interface Built {
  readonly type: BuiltInKind
  readonly feedback?: { readonly incorrect?: string }
  readonly [field: string]: unknown
}

type Row = (question: MoodleQuestion, texts: Texts) => Built | Note

/** What a bank makes of each of Moodle's kinds; null where it has nothing like it. */
export const rows: { readonly [Kind in MoodleKind]: Row | null } = {
  description: null,
  essay: () => ({ type: 'essay' }),
  truefalse({ isTrue, answers }, { read }) {
    const [yes, no] = answers.map(({ feedback }) => (feedback ? read(feedback) : ''))
    const choiceFeedback = { ...(yes && { true: yes }), ...(no && { false: no }) }
    return {
      type: 'true-false',
      key: isTrue,
      ...(Object.keys(choiceFeedback).length > 0 && { choiceFeedback }),
    }
  },
  multichoice({ answers, several }, texts) {
    const choices = answers.flatMap((answer, index) => {
      const text = texts.read(answer.text)
      if (text === '')
        texts.note(
          'empty-choice',
          `Choice ${index + 1} has no text and is left out; \\# is a sharp sign, \\~ a tilde.`,
        )
      return text === ''
        ? []
        : [{ answer, choice: { id: letter(index), text, ...feedbackOn(answer, texts) } }]
    })
    const hasBest = choices.some(({ answer }) => answer.fraction === 1)
    return several || !hasBest ? manyOf(choices, texts) : oneOf(choices)
  },
  match({ pairs }, { read, note }) {
    const texts = [...new Set(pairs.map(({ right }) => right))].filter(text => text !== '')
    if (pairs.some(({ right }) => right === ''))
      note('empty-choice', 'A pair without a right side is left out.')
    const choices = texts.map((text, index) => ({ id: letter(index), text: markdownOf(text) }))
    const asked = pairs.filter(({ left, right }) => left.text !== '' && right !== '')
    const prompts = asked.map(({ left }, index) => ({ id: `p${index + 1}`, text: read(left) }))
    const key = Object.fromEntries(
      asked.map(({ right }, index) => [`p${index + 1}`, letter(texts.indexOf(right))]),
    )
    return { type: 'matching', prompts, choices, key }
  },
  shortanswer({ answers }, texts) {
    const key = full(answers, texts).flatMap(answer => {
      const text = answer.text.text
      if (text === '') return []
      return [
        {
          text,
          ...(text.includes('*') && { wildcard: true }),
          ...fractionOf(answer),
          ...feedbackOn(answer, texts),
        },
      ]
    })
    return { type: 'short-answer', key: withoutShadowed(key, texts) }
  },
  numerical({ answers }, texts) {
    const other = answers.find(({ text, fraction }) => text.text === '*' && fraction <= 0)
    const incorrect = other?.feedback ? texts.read(other.feedback) : ''
    const key: object[] = []
    for (const answer of full(
      answers.filter(one => one !== other),
      texts,
    )) {
      const range = rangeOf(answer.text.text)
      if (!range)
        return {
          code: 'not-a-number',
          message: `'${answer.text.text}' is no number, no number:tolerance and no least..most.`,
        }
      key.push({ ...range, ...fractionOf(answer), ...feedbackOn(answer, texts) })
    }
    return { type: 'numeric', key, ...(incorrect && { feedback: { incorrect } }) }
  },
}

interface Weighed {
  readonly answer: MoodleAnswer
  readonly choice: { readonly id: string; readonly text: string }
}

function oneOf(choices: readonly Weighed[]): Built | Note {
  const best = choices.find(({ answer }) => answer.fraction === 1)
  if (!best) return { code: 'no-key', message: 'No choice is worth all the points.' }
  const weighs = choices.some(one => one !== best && one.answer.fraction !== 0)
  return {
    type: 'single-choice',
    choices: choices.map(({ choice }) => choice),
    key: best.choice.id,
    ...(weighs && { marking: { rule: 'fractions', fractions: fractionsOf(choices, 1) } }),
  }
}

function manyOf(choices: readonly Weighed[], { note }: Texts): Built | Note {
  const right = choices.filter(({ answer }) => answer.fraction > 0)
  const sum = right.reduce((total, { answer }) => total + answer.fraction, 0)
  if (right.length === 0) return { code: 'no-key', message: 'No choice is worth any points.' }
  const isShort = sum < 1 - 1e-6
  if (isShort)
    note(
      'fractions-raised',
      `The right choices were worth ${round(sum)} together; they are worth all the points now.`,
    )
  return {
    type: 'multiple-response',
    choices: choices.map(({ choice }) => choice),
    key: right.map(({ choice }) => choice.id),
    marking: { rule: 'fractions', fractions: fractionsOf(choices, isShort ? sum : 1) },
  }
}

/** Without the texts that an earlier one meets already, as ours read capitals and quotation marks alike. */
function withoutShadowed<Entry extends AcceptedText>(
  key: readonly Entry[],
  { note }: Texts,
): readonly Entry[] {
  const shadowed = new Set(
    checkTextKey(key, undefined, undefined).flatMap(({ code, path }) =>
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

const round = (share: number) => Number(share.toPrecision(6))

function fractionsOf(choices: readonly Weighed[], whole: number) {
  return Object.fromEntries(
    choices.flatMap(({ answer, choice }) => {
      const share = answer.fraction > 0 ? answer.fraction / whole : answer.fraction
      return share === 0 ? [] : [[choice.id, Math.max(-1, Math.min(1, share))]]
    }),
  )
}

/** The answers, the best of which is worth all the points. */
function full(answers: readonly MoodleAnswer[], { note }: Texts): readonly MoodleAnswer[] {
  const most = Math.max(0, ...answers.map(({ fraction }) => fraction))
  if (most >= 1 || most === 0) return answers
  note('fractions-raised', `The best answer was worth ${round(most)}; it is worth all the points now.`)
  return answers.map(answer => ({ ...answer, fraction: answer.fraction / most }))
}

const fractionOf = ({ fraction }: MoodleAnswer) => (fraction >= 1 ? {} : { fraction: Math.max(0, fraction) })

function feedbackOn({ feedback }: MoodleAnswer, { read }: Texts) {
  const text = feedback ? read(feedback) : ''
  return text ? { feedback: text } : {}
}

/** `5`, `5:0.1` and `4..6` as an accepted number. */
function rangeOf(text: string): object | null {
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
