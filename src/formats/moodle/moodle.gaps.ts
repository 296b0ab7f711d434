import { letter, type Note } from '../collect.js'
import type { MoodleAnswer, MoodleQuestion } from './moodle.question.js'
import { type Built, feedbackOn, fractionOf, full, rangeOf, type Texts } from './moodle.rows.js'

/** Stands for a gap while the text around it is read. */
const sign = (index: number) => `\uFDE0${index}\uFDE1`
const withGaps = (text: string) => text.replace(/\uFDE0(\d+)\uFDE1/g, '{{g$1}}')

const asked = { stem: 'Fill the gaps.' }

/** Moodle's gap select and drag-and-drop into text: `[[1]]` in the text, and numbered words by groups. */
export function readGaps({ stem, answers }: MoodleQuestion, { read }: Texts): Built | Note {
  const numbers: number[] = []
  const text = stem.text.replace(/\[\[(\d+)\]\]/g, (_, number: string) => {
    numbers.push(Number(number))
    return sign(numbers.length)
  })
  if (numbers.length === 0) return { code: 'no-gaps', message: 'The text has no [[1]] for a gap.' }
  const gaps = numbers.flatMap((number, index) => {
    const right = answers[number - 1]
    if (!right) return []
    const choices = answers.flatMap((answer, at) =>
      answer.group === right.group ? [{ id: letter(at), text: read(answer.text) || '…' }] : [],
    )
    return [{ id: `g${index + 1}`, type: 'choice' as const, choices, key: letter(number - 1) }]
  })
  if (gaps.length < numbers.length)
    return { code: 'unknown-choice', message: 'A gap names a word that is not in the list.' }
  return { type: 'cloze', ...asked, text: withGaps(read({ ...stem, text })), gaps }
}

const embedded =
  /\{(\d*):(SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|NUMERICAL|NM|MULTICHOICE|MC|MULTICHOICE_[VHS]+|MC[VHS]+|MULTIRESPONSE|MR|MULTIRESPONSE_[HS]+|MR[HS]+):((?:\\.|[^\\}])*)\}/g

/** Moodle's embedded answers: `{1:SHORTANSWER:=Berlin~%50%Bonn#Once}` in the text. */
export function readEmbedded({ stem }: MoodleQuestion, texts: Texts): Built | Note {
  const gaps: object[] = []
  const faults: Note[] = []
  const text = stem.text.replace(embedded, (_, weight: string, kind: string, answers: string) => {
    const gap = gapOf(kind, partsOf(answers), texts)
    if ('code' in gap) faults.push(gap)
    else
      gaps.push({ id: `g${gaps.length + 1}`, ...gap, ...(Number(weight) > 1 && { weight: Number(weight) }) })
    return sign(gaps.length)
  })
  const [fault] = faults
  if (fault) return fault
  if (gaps.length === 0)
    return { code: 'no-gaps', message: 'The text has no gap such as {1:SHORTANSWER:=…}.' }
  return { type: 'cloze', ...asked, text: withGaps(texts.read({ ...stem, text })), gaps }
}

function gapOf(kind: string, answers: readonly MoodleAnswer[], texts: Texts): object | Note {
  if (/^(?:MULTIRESPONSE|MR)/.test(kind))
    return {
      code: 'unsupported-gap',
      message: 'A gap where several are right is nothing that a bank can hold.',
    }
  if (/^(?:MULTICHOICE|MC)/.test(kind)) return choiceGap(answers, texts)
  if (/^N/.test(kind)) return numberGap(answers, texts)
  const key = full(answers, texts).map(answer => ({
    text: answer.text.text,
    ...(answer.text.text.includes('*') && { wildcard: true }),
    ...fractionOf(answer),
    ...feedbackOn(answer, texts),
  }))
  return { type: 'text', key, ...(/C$/.test(kind) && { match: { case: true } }) }
}

function choiceGap(answers: readonly MoodleAnswer[], texts: Texts): object | Note {
  const best = answers.findIndex(({ fraction }) => fraction === 1)
  if (best === -1) return { code: 'no-key', message: 'No choice of a gap is worth all the points.' }
  if (answers.some(({ fraction }, index) => index !== best && fraction > 0))
    texts.note(
      'gap-fractions',
      'A gap with choices has one right choice; what others were worth is left out.',
    )
  const choices = answers.map((answer, index) => ({
    id: letter(index),
    text: texts.read(answer.text) || '…',
    ...feedbackOn(answer, texts),
  }))
  return { type: 'choice', choices, key: letter(best) }
}

function numberGap(answers: readonly MoodleAnswer[], texts: Texts): object | Note {
  const key: object[] = []
  for (const answer of full(
    answers.filter(({ text }) => text.text !== '*'),
    texts,
  )) {
    const range = rangeOf(answer.text.text)
    if (!range) return { code: 'not-a-number', message: `'${answer.text.text}' is no number.` }
    key.push({ ...range, ...fractionOf(answer), ...feedbackOn(answer, texts) })
  }
  return { type: 'numeric', key }
}

/** `=Berlin~%50%Bonn#Once`: what is worth what, and what is said to it. Signs are escaped by a backslash. */
function partsOf(answers: string): readonly MoodleAnswer[] {
  const plain = (text: string) => text.replace(/\\([~=#{}"/\\])/g, '$1').trim()
  return answers
    .split(/(?<!\\)~/)
    .filter(part => part.trim() !== '')
    .map(part => {
      const [, percent, right, rest = ''] = /^\s*(?:%(-?\d+(?:\.\d+)?)%|(=))?([\s\S]*)$/.exec(part) ?? []
      const [text = '', ...said] = rest.split(/(?<!\\)#/)
      const feedback = plain(said.join('#'))
      return {
        text: { text: plain(text), format: 'moodle' },
        fraction: percent === undefined ? (right ? 1 : 0) : Number(percent) / 100,
        feedback: feedback === '' ? null : { text: feedback, format: 'moodle' },
      }
    })
}
