import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import type { AcceptedNumber } from '../../marking/index.js'
import type { Bank } from '../../question/index.js'
import type { Exported } from '../format.js'
import { escapeHtml } from '../html.entities.js'
import { bankLosses, reportLosses, withNotes } from '../losses.js'
import { gradeNotes } from '../moodle-grades.js'
import { moodleMarkdown } from '../moodle-texts.js'
import { plainOf } from '../plain.js'
import { htmlIn } from '../text-with-html.js'
import { wildcardText } from '../wildcards.js'
import { numberText } from './gift.numbers.js'
import { readGift } from './gift.read.js'

/** Writes a bank as GIFT, as Moodle takes it. The report names, question by question, what GIFT can't hold. */
export function writeGift(bank: Bank<BuiltInQuestion>): Exported {
  const refused = new Map<string, string>()
  const percents = new Map<string, readonly number[]>()
  const say = bank.text === 'plain' ? plain : markdown
  const texts = bank.questions.flatMap(question => {
    const row = rows[question.type] as Row<BuiltInQuestion> | Cannot
    const answers = typeof row === 'function' ? row(question, say) : row
    if (typeof answers !== 'string') {
      refused.set(question.id, answers.cannot)
      return []
    }
    percents.set(question.id, percentsIn(question, answers))
    return [writeQuestion(question, answers, say)]
  })
  const content = `${texts.join('\n\n')}\n`
  const read = readGift(content, { id: bank.id })
  const report = reportLosses(bank, read, refused).flatMap(entry =>
    withNotes(entry, gradeNotes(percents.get(entry.question ?? '') ?? [])),
  )
  return { content, media: [], report: [...report, ...bankLosses(bank, read.bank)] }
}

/** The weights of answers. After the `=` of a choice there is none, but a text that may look like one. */
function percentsIn({ type }: BuiltInQuestion, answers: string): readonly number[] {
  const weight = type === 'single-choice' ? /^ {2}~%(-?[\d.]+)%/gm : /^ {2}[=~]%(-?[\d.]+)%/gm
  return Array.from(answers.matchAll(weight), ([, percent]) => Number(percent))
}

function writeQuestion(question: BuiltInQuestion, answers: string, say: Say): string {
  const { id, stem, tags = [], feedback } = question
  const comment = [`[id:${id}]`, ...tags.map(tag => `[tag:${tag}]`)].join(' ')
  const general = feedback?.general === undefined ? '' : `####${said(feedback.general, say)}`
  return `// ${comment}\n::${escapeGift(id)}::[${say.format}]${escapeGift(say.text(stem))}\n{${answers}${general}}`
}

/** How a bank's texts are written, and its texts on one line without marks. */
interface Say {
  readonly format: 'markdown' | 'plain'
  readonly text: (text: string) => string
  readonly bare: (text: string) => string
}

const markdown: Say = { format: 'markdown', text: moodleMarkdown, bare: plainOf }
const plain: Say = { format: 'plain', text: text => text, bare: text => text }

/** Why a question can't be written. */
interface Cannot {
  readonly cannot: string
}

type Row<Q> = (question: Q, say: Say) => string | Cannot

const rows: {
  readonly [Kind in BuiltInKind]: Row<Extract<BuiltInQuestion, { readonly type: Kind }>> | Cannot
} = {
  'single-choice': ({ choices, key, marking }, say) =>
    lines(
      choices.map(({ id, text, feedback }) => {
        const fraction = marking?.rule === 'fractions' ? (marking.fractions[id] ?? 0) : 0
        return (id === key ? '=' : `~${weigh(fraction, 0, text)}`) + said(text, say) + comment(feedback, say)
      }),
    ),
  'multiple-response': ({ choices, key, marking }, say) =>
    lines(
      choices.map(({ id, text, feedback }) => {
        const even = (key.includes(id) ? 1 : -1) / key.length
        const fraction = marking?.rule === 'fractions' ? (marking.fractions[id] ?? 0) : Math.max(-1, even)
        return `~${weigh(fraction, 0, text)}${said(text, say)}${comment(feedback, say)}`
      }),
    ),
  'true-false'({ key, choiceFeedback: { true: yes = '', false: no = '' } = {} }, say) {
    const [wrong, right] = key ? [no, yes] : [yes, no]
    return (key ? 'TRUE' : 'FALSE') + (wrong || right ? comment(wrong, say) || '#' : '') + comment(right, say)
  },
  'short-answer'({ key, feedback }, say) {
    const other = feedback?.incorrect === undefined ? [] : [`=%0%*${comment(feedback.incorrect, say)}`]
    const entries = key.map(
      ({ fraction = 1, feedback, ...entry }) =>
        `=${weigh(fraction, 1, entry.text)}${said(wildcardText(entry), plain)}${comment(feedback, say)}`,
    )
    const written = lines([...entries, ...other])
    if (!written.includes('->')) return written
    return { cannot: "GIFT takes a '->' in an answer or in its feedback for a pair to be matched." }
  },
  numeric({ key, feedback }, say) {
    const other = feedback?.incorrect === undefined ? [] : [`~${comment(feedback.incorrect, say)}`]
    const entries = key.map(({ fraction = 1, feedback, ...number }) => {
      return `=${weigh(fraction, 1)}${rangeText(number)}${comment(feedback, say)}`
    })
    return `#${lines([...entries, ...other])}`
  },
  matching({ prompts, choices, key }, say) {
    const textOf = (id: string | undefined) => choices.find(choice => choice.id === id)?.text ?? ''
    const paired = prompts.filter(({ id }) => key[id] !== undefined)
    const spare = choices.filter(({ id }) => !Object.values(key).includes(id))
    if (paired.length < 2) return { cannot: 'GIFT asks for two pairs or more.' }
    if (paired.some(({ text }) => text.includes('->')))
      return { cannot: "GIFT takes a '->' for the arrow between the sides of a pair." }
    return lines([
      ...paired.map(({ id, text }) => `=${said(text, say)} -> ${rightSide(say.bare(textOf(key[id])))}`),
      ...spare.map(({ text }) => `= -> ${rightSide(say.bare(text))}`),
    ])
  },
  essay: () => '',
  ordering: { cannot: 'GIFT has no questions to put in order.' },
  categorization: { cannot: 'GIFT has no questions to sort into groups.' },
  cloze: { cannot: 'GIFT has one gap at the most, and its answers have no places.' },
  'hot-text': { cannot: 'GIFT has no words to mark.' },
}

/** GIFT has tolerances in numbers alone, and no open ends. */
function rangeText({ value, min, max, tolerance = 0, toleranceType }: AcceptedNumber): string {
  if (value === undefined) {
    // An open end is far away, but so near that the other is kept where Moodle takes the middle of both.
    const far = Math.min(1e9 * Math.max(1, Math.abs(min ?? max ?? 0)), 1e300)
    return numberText({ min: min ?? (max ?? 0) - far, max: max ?? (min ?? 0) + far })
  }
  if (toleranceType === 'geometric')
    return numberText({ min: value / (1 + tolerance), max: value * (1 + tolerance) })
  return numberText({
    value,
    tolerance: toleranceType === 'relative' ? tolerance * Math.abs(value) : tolerance,
  })
}

const lines = (entries: readonly string[]) => `\n${entries.map(entry => `  ${entry}\n`).join('')}`

const comment = (feedback: string | undefined, say: Say) => (feedback ? `#${said(feedback, say)}` : '')

/** A weight, where it isn't the one that goes without saying, or where the text would be taken for one. */
function weigh(fraction: number, unsaid: number, text = ''): string {
  return fraction === unsaid && !text.startsWith('%') ? '' : `%${Number((fraction * 100).toFixed(5))}%`
}

/** A text that begins as if it named its format is given one. */
const said = (text: string, { format, text: written }: Say) =>
  (/^\[(?:html|markdown|plain|moodle)\]/.test(text) ? `[${format}]` : '') + escapeGift(written(text))

/** It is HTML to Moodle, and names no format. */
const rightSide = (text: string) => escapeGift(htmlIn(text) === null ? text : escapeHtml(text))

function escapeGift(text: string): string {
  return text.replace(/[\\#=~{}:]/g, sign => `\\${sign}`).replace(/\n/g, '\\n')
}
